"""Check your answers, as its screen takes them."""

from typing import Any

from kiosk.services.forms import Draft
from kiosk.services.forms.entries import split


def rows(draft: Draft, language: str) -> list[dict[str, Any]]:
    """Check-your-answers: a group's entries each under a heading, with one way to change it."""
    found: list[dict[str, Any]] = []
    for row in draft.rows(language):
        page, entry = split(row["page"])
        if entry is None:
            found.append({**row, "heading": False})
            continue
        title = draft.entries(page, language)[entry]["title"]
        if not found or found[-1].get("of") != row["page"]:
            head = {"label": title, "value": "", "source": "", "page": row["page"]}
            found.append({**head, "heading": True, "of": row["page"]})
        label = row["label"].removeprefix(f"{title} · ")
        found.append({**row, "label": label, "page": "", "heading": False, "of": row["page"]})
    return found
