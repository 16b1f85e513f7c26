"""The colours: every pair of roles that is read must stand out, in each of the three contrasts."""

import re

import pytest

from foundation.paths import asset

PAIRS = [
    ("ink", "bg"), ("ink", "surface"), ("ink", "sunken"), ("ink", "warnSoft"),
    ("ink", "primarySoft"),
    ("ink2", "bg"), ("ink2", "surface"), ("ink2", "sunken"),
    ("primary", "surface"), ("primary", "bg"), ("primary", "sunken"), ("primary", "primarySoft"),
    ("primaryInk", "primary"), ("primaryInk", "primaryPressed"),
    ("danger", "dangerSoft"), ("danger", "bg"), ("danger", "surface"), ("danger", "sunken"),
    ("warn", "warnSoft"), ("warn", "bg"), ("warn", "sunken"),
    ("ok", "bg"), ("ok", "surface"), ("ok", "okSoft"), ("ok", "sunken"),
]  # fmt: skip
MODES = ("light", "dark", "high")
THEME = asset().parent / "kiosk" / "screens" / "style" / "Theme.qml"


def _roles() -> dict[str, list[str]]:
    found = re.findall(
        r'color (\w+): pick\("(#\w{6})", "(#\w{6})", "(#\w{6})"\)',
        THEME.read_text(encoding="utf-8"),
    )
    return {name: colours for name, *colours in found}


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG's ratio, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("over", "under"), PAIRS)
@pytest.mark.parametrize("mode", range(3), ids=MODES)
def test_words_stand_out(over: str, under: str, mode: int) -> None:
    roles = _roles()
    assert contrast(roles[over][mode], roles[under][mode]) >= 7.0


@pytest.mark.parametrize("mode", range(3), ids=MODES)
def test_edges_of_controls_stand_out(mode: int) -> None:
    roles = _roles()
    assert all(
        contrast(roles["lineStrong"][mode], roles[on][mode]) >= 3 for on in ("bg", "surface")
    )


@pytest.mark.parametrize("mode", range(3), ids=MODES)
def test_focus_is_seen_around_every_control(mode: int) -> None:
    roles = _roles()
    for ground in ("bg", "surface", "sunken"):
        rings = (roles["focusInner"][mode], roles["focusOuter"][mode])
        assert max(contrast(ring, roles[ground][mode]) for ring in rings) >= 3
