"""A typed name as the picture of a signature: it counts the same as one that is drawn."""

from html import escape

LONGEST = 80
"""Letters."""


def typed_svg(name: str) -> str:
    """The name as SVG; "" for a blank one."""
    shown = " ".join(name.split())[:LONGEST]
    if not shown:
        return ""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 240">'
        '<text x="500" y="140" text-anchor="middle" font-family="serif" '
        f'font-size="{min(96, 1500 // max(8, len(shown)))}" fill="#14211F">{escape(shown)}</text>'
        "</svg>"
    )
