"""What hangs at a counter: the sign over it, and below that a board of how it stands now."""

from collections.abc import Mapping
from typing import Any

from hall3d.plan.departments import Department
from hall3d.signs.colours import AMBER, BRASS, PAPER, PINE_DEEP, STATES, WHITE
from hall3d.signs.fitting import Canvas, Picture, Size
from hall3d.signs.words import RIGHT_TO_LEFT, said, second, word

SIGN, LIVE = (1024, 256), (1024, 128)
"""Pixels: powers of two, as the software renderer wants them."""


def counter_sign(
    department: Department, language: str, size: Size = (2600, 650), pixels: tuple[int, int] = SIGN
) -> Picture:
    """A number plate and the name, the given language first and larger. size: millimetres."""
    canvas = Canvas(pixels, size, department.colour, language in RIGHT_TO_LEFT)
    wide, high = size
    canvas.fill(0, 0, high, high, WHITE)
    plate = (0.06 * high, 0.04 * high, 0.88 * high, 0.92 * high)
    canvas.text(str(department.number), plate, 0.74 * high, department.colour, align="centre")
    canvas.fill(high, 0, 0.025 * high, high, BRASS)
    left = 1.17 * high
    room = wide - left - 0.12 * high
    tall = 0.44 if language.startswith("zh") else 0.36
    first, lower = said(department.name, language), second(department.name, language)
    canvas.text(first, (left, 0.09 * high, room, 0.52 * high), tall * high, WHITE)
    canvas.text(lower, (left, 0.63 * high, room, 0.26 * high), 0.2 * high, WHITE, bold=False)
    return canvas.finish()


def live_board(row: Mapping[str, Any], language: str, size: Size = (2600, 325)) -> Picture:
    """Whether a counter is open and how long one waits. row: as the `queue` command brings it."""
    canvas = Canvas(LIVE, size, PINE_DEEP, language in RIGHT_TO_LEFT)
    wide, high = size
    state = str(row.get("state") or "open")
    _mark(canvas, state, 0.62 * high, high / 2, 0.2 * high)
    serving = row.get("serving") if state != "closed" else None
    ticket = 0.0
    if serving is not None:
        ticket = 0.28 * wide
        place = (wide - ticket - 0.3 * high, 0, ticket, high)
        canvas.text(str(serving), place, 0.56 * high, AMBER, align="end")
    room = wide - 1.4 * high - ticket
    canvas.text(standing(row, language), (1.1 * high, 0, room, high), 0.46 * high, PAPER, False)
    return canvas.finish()


def standing(row: Mapping[str, Any], language: str) -> str:
    """How a counter stands, in words."""
    if row.get("state") == "closed":
        return word("closed", language)
    waiting, minutes = row.get("waiting"), row.get("minutes")
    if waiting is None:
        return word("welcome", language)
    if not waiting:
        return word("free", language)
    return word("wait", language).format(waiting=waiting, minutes=minutes or 1)


def _mark(canvas: Canvas, state: str, x: float, y: float, radius: float) -> None:
    """A disc for open, a ring for busy, a bar for closed: shapes for those who see no colours."""
    colour = STATES.get(state, STATES["open"])
    if state == "closed":
        canvas.fill(x - radius, y - radius / 3, 2 * radius, radius / 1.5, colour, radius / 4)
        return
    canvas.disc(x, y, radius, colour)
    if state == "busy":
        canvas.disc(x, y, 0.5 * radius, PINE_DEEP)
