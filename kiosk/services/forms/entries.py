"""Entries of a repeating group: their places, and how one is called and summed up."""

import re
from collections.abc import Mapping
from typing import Any

from kiosk.services.forms.display import display
from kiosk.services.forms.model import Field

_PLACE = re.compile(r"(.+)\[(\d+)\]", re.ASCII)
_SUMMED_UP = 3
"""Answers that a summary shows."""


def split(place: str) -> tuple[str, int | None]:
    """("kids", 0) of "kids[0]", ("kids", None) of "kids"."""
    found = _PLACE.fullmatch(place)
    return (found[1], int(found[2])) if found else (place, None)


def joined(page: str, number: int) -> str:
    """The place of an entry, counted from 0."""
    return f"{page}[{number}]"


def title(group: Field, number: int, language: str) -> str:
    """Child 1, for the entry that is counted 0."""
    name = group.entry[language] if group.entry else group.label[language]
    return f"{name} {number + 1}"


def summary(group: Field, entry: Mapping[str, Any], language: str) -> str:
    """The first answers of an entry."""
    texts = [display(one, entry.get(one.name), language) for one in group.fields]
    return " · ".join([text for text in texts if text][:_SUMMED_UP])
