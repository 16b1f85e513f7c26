"""Reading commands: every field is checked, and what is wrong is said in words."""

from functools import cache
from typing import Any

from foundation.messages import Message
from foundation.paths import asset
from hall3d.plan import HallPlan
from hall3d.plan.departments import LANGUAGES
from hall3d.scene.palette import DAY, themes

LEAST_SIZE = 64
"""Pixels; a narrower or lower picture shows nothing."""


class InvalidMessage(ValueError):
    """A command that cannot be obeyed; the text says what it should have been."""


def number(message: Message, name: str, low: float, high: float) -> float:
    """A number field within limits."""
    value = message.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise InvalidMessage(f"{name} must be a number from {low:g} to {high:g}")
    return float(value)


def flag(message: Message, name: str) -> bool:
    """A true-or-false field."""
    value = message.get(name)
    if not isinstance(value, bool):
        raise InvalidMessage(f"{name} must be true or false")
    return value


def text(message: Message, name: str) -> str:
    """A text field that is not empty."""
    value = message.get(name)
    if not isinstance(value, str) or not value:
        raise InvalidMessage(f"{name} must be a text")
    return value


def language(message: Message) -> str:
    """The language of signs and boards."""
    value = text(message, "language")
    if value not in LANGUAGES:
        raise InvalidMessage(f"language must be one of {', '.join(LANGUAGES)}, not {value}")
    return value


def size(message: Message) -> tuple[int, int]:
    """Width and height in pixels."""
    value = message.get("size")
    fine = isinstance(value, list | tuple) and len(value) == 2
    if not fine or not all(isinstance(v, int | float) and v >= LEAST_SIZE for v in value or ()):
        raise InvalidMessage(f"size must be [width, height], each at least {LEAST_SIZE} pixels")
    width, height = (round(v) for v in value or ())
    return width, height


def theme(message: Message) -> str:
    """The theme, by day where none is named."""
    value = message.get("theme", DAY)
    if value not in themes():
        raise InvalidMessage(f"theme must be one of {', '.join(themes())}, not {value}")
    return str(value)


@cache
def icons() -> frozenset[str]:
    """The names of all icons."""
    return frozenset(path.stem for path in asset("icons").glob("*.svg"))


_FAR = 1e5
"""Metres; no hall reaches so far."""


def pose(told: object) -> tuple[float, float, float]:
    """Where somebody stands: x and y in metres, heading in degrees."""
    if not isinstance(told, dict):
        raise InvalidMessage("at must be an object of x, y and heading")
    x, y = (number(told, name, -_FAR, _FAR) for name in ("x", "y"))
    return x, y, number(told, "heading", 0, 360) % 360.0


def goal(message: Message) -> Message:
    """Where somebody wants to go: a counter, a place, or a point of the floor."""
    if "x" in message:
        return {name: number(message, name, -_FAR, _FAR) for name in ("x", "y")}
    name = "counter" if "counter" in message else "place"
    return {name: text(message, name)}


def counters(message: Message, plan: HallPlan) -> list[str]:
    """Ids of counters of this hall."""
    value, known = message.get("counters"), {one.department.id for one in plan.counters}
    if not isinstance(value, list) or not all(one in known for one in value):
        raise InvalidMessage("counters must be a list of ids of counters of this hall")
    return value


def notices(message: Message) -> list[dict[str, Any]]:
    """The notices of the hall: each {"id", "title", "text", "icon"}, words by language."""
    value = message.get("rows")
    if not isinstance(value, list) or not all(_is_notice(one) for one in value):
        raise InvalidMessage(
            "rows must be a list of notices: id, icon, and title and text by language, with "
            f"{' and '.join(LANGUAGES)}"
        )
    return value


def _is_notice(told: object) -> bool:
    if not isinstance(told, dict) or told.get("icon") not in icons():
        return False
    words = [told.get(name) for name in ("title", "text")]
    return all(isinstance(one, dict) and set(LANGUAGES) <= set(one) for one in words)


def rows(message: Message) -> list[dict[str, Any]]:
    """The rows of a queue board."""
    value = message.get("rows")
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise InvalidMessage("rows must be a list of objects")
    return value
