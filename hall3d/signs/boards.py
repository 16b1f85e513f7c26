"""The hall's signs: one over each counter, the title, the desk's band, the queue board."""

from collections.abc import Mapping, Sequence
from typing import Any

from hall3d.plan.departments import Department
from hall3d.signs import words
from hall3d.signs.fitting import SANS, SERIF, Canvas, Picture

_BRASS, _PINE, _STONE, _INK, _PAPER = "C79A45", "0B3B37", "E9E3D5", "14211F", "F6F2E8"
SIGN, TITLE, BAND, BOARD = (1024, 256), (2048, 256), (2048, 256), (1024, 512)
"""Pixels of each picture: powers of two, as the software renderer wants them."""
BOARD_ROWS = 4


def counter_sign(department: Department, language: str) -> Picture:
    """A number plate and the name, the given language first and larger."""
    width, height = SIGN
    canvas = Canvas(width, height, department.colour)
    canvas.fill(0, 0, height, height, "FFFFFF")
    canvas.text(
        str(department.number),
        (16, 10, height - 32, height - 20),
        190,
        department.colour,
        align="centre",
    )
    canvas.fill(height, 0, 6, height, _BRASS)
    left = height + 44
    room = width - left - 30
    first = department.name[language]
    second = department.name[words.other(language)]
    canvas.text(first, (left, 22, room, 132), 112 if language == "zh_CN" else 92, "FFFFFF")
    canvas.text(second, (left, 162, room, 66), 50, "FFFFFF", bold=False)
    return canvas.finish()


def title(language: str) -> Picture:
    """The hall's name in dark letters on stone."""
    width, height = TITLE
    canvas = Canvas(width, height, _PINE)
    first, second = words.TITLE[language], words.TITLE[words.other(language)]
    canvas.text(first, (40, 14, width - 80, 150), 148, _PAPER, align="centre", families=SERIF)
    canvas.text(second, (40, 172, width - 80, 66), 60, _PAPER, bold=False, align="centre")
    return canvas.finish()


def desk_band(language: str) -> Picture:
    """The band round the front of the information desk."""
    width, height = BAND
    canvas = Canvas(width, height, _PINE)
    first, second = words.INFORMATION[language], words.INFORMATION[words.other(language)]
    canvas.text(first, (460, 16, width / 2 - 500, height - 32), 130, _PAPER, align="right")
    canvas.fill(width / 2 - 2, 72, 4, height - 144, _BRASS)
    canvas.text(second, (width / 2 + 40, 16, width / 2 - 500, height - 32), 104, _PAPER, bold=False)
    return canvas.finish()


def queue_board(
    rows: Sequence[Mapping[str, Any]], departments: Sequence[Department], language: str
) -> Picture:
    """Up to four counters: the number on its colour, the ticket served, how many wait.

    rows: as the `queue` command brings them; a row of an unknown counter is left out.
    """
    width, height = BOARD
    canvas = Canvas(width, height, "0D1F1D")
    head = 92
    canvas.fill(0, 0, width, head, _PINE)
    canvas.fill(0, head, width, 4, _BRASS)
    both = f"{words.QUEUE[language]}   {words.QUEUE[words.other(language)]}"
    canvas.text(both, (36, 6, width - 380, head - 12), 50, _PAPER)
    canvas.text(
        words.WAITING[language], (width - 330, 6, 294, head - 12), 44, _PAPER, False, "right"
    )
    known = {one.id: one for one in departments}
    shown = [row for row in rows if row.get("counter") in known][:BOARD_ROWS]
    step = (height - head - 4) / BOARD_ROWS
    for i, row in enumerate(shown):
        _row(canvas, known[str(row["counter"])], row, language, head + 4 + i * step, step)
    if not shown:
        both = f"{words.WELCOME[language]}   {words.WELCOME[words.other(language)]}"
        area = (40, head + 40, width - 80, height - head - 80)
        canvas.text(both, area, 96, _PAPER, False, "centre", SERIF)
    return canvas.finish()


def _row(
    canvas: Canvas, one: Department, row: Mapping[str, Any], language: str, y: float, high: float
) -> None:
    width = BOARD[0]
    canvas.fill(36, y + 12, 104, high - 24, one.colour)
    canvas.text(str(one.number), (40, y + 12, 96, high - 24), 62, "FFFFFF", align="centre")
    canvas.text(one.name[language], (168, y + 4, 400, high - 8), 52, _PAPER, False)
    serving = row.get("serving")
    canvas.text("—" if serving is None else str(serving), (590, y + 4, 220, high - 8), 60, "F2CF7E")
    waiting = row.get("waiting")
    people = "—" if waiting is None else words.PEOPLE[language].format(waiting)
    canvas.text(people, (width - 196, y + 4, 160, high - 8), 52, _PAPER, False, "right", SANS)


def hall_pictures(departments: Sequence[Department], language: str) -> dict[str, Picture]:
    """Every picture of a hall by name: `sign:ID`, `title`, `band`, `board` (before any queue)."""
    pictures = {f"sign:{one.id}": counter_sign(one, language) for one in departments}
    pictures["title"] = title(language)
    pictures["band"] = desk_band(language)
    pictures["board"] = queue_board([], departments, language)
    return pictures
