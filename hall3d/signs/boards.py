"""The hall's own boards: its name, the band round the desk, the queue board."""

from collections.abc import Mapping, Sequence
from typing import Any

from hall3d.plan.departments import Department
from hall3d.signs.colours import AMBER, BRASS, PAPER, PINE, PINE_DEEP, WHITE
from hall3d.signs.fitting import SERIF, Canvas, Picture, Size
from hall3d.signs.words import RIGHT_TO_LEFT, other, said, word

TITLE, BAND, BOARD = (1024, 128), (2048, 256), (1024, 512)
"""Pixels of each picture."""
BOARD_ROWS = 4


def title(language: str, size: Size = (4960, 620)) -> Picture:
    """The hall's name in pale letters on pine. size: millimetres."""
    canvas = Canvas(TITLE, size, PINE, language in RIGHT_TO_LEFT)
    wide, high = size
    first, second = word("title", language), word("title", other(language))
    edge = 0.15 * high
    upper = (edge, 0.06 * high, wide - 2 * edge, 0.58 * high)
    lower = (edge, 0.67 * high, wide - 2 * edge, 0.26 * high)
    canvas.text(first, upper, 0.58 * high, PAPER, align="centre", families=SERIF)
    canvas.text(second, lower, 0.23 * high, PAPER, bold=False, align="centre")
    return canvas.finish()


def desk_band(language: str, size: Size = (3550, 440)) -> Picture:
    """The band round the front of the information desk."""
    canvas = Canvas(BAND, size, PINE, language in RIGHT_TO_LEFT)
    wide, high = size
    first, second = word("information", language), word("information", other(language))
    room, tall, top = 0.25 * wide, 0.86 * high, 0.07 * high
    before = (wide / 2 - room - 0.16 * high, top, room, tall)
    after = (wide / 2 + 0.16 * high, top, room, tall)
    canvas.text(first, before, 0.5 * high, PAPER, align="end")
    canvas.fill(wide / 2 - 0.008 * high, 0.28 * high, 0.016 * high, 0.44 * high, BRASS)
    canvas.text(second, after, 0.4 * high, PAPER, bold=False)
    return canvas.finish()


def queue_board(
    rows: Sequence[Mapping[str, Any]],
    departments: Mapping[str, Department],
    language: str,
    size: Size = (2500, 1250),
) -> Picture:
    """Up to four counters: the number on its colour, the ticket served, how many wait.

    rows: as the `queue` command brings them; a row of an unknown counter is left out.
    """
    canvas = Canvas(BOARD, size, PINE_DEEP, language in RIGHT_TO_LEFT)
    wide, high = size
    head = 0.18 * high
    canvas.fill(0, 0, wide, head, PINE)
    canvas.fill(0, head, wide, 0.008 * high, BRASS)
    both = f"{word('queue', language)}   {word('queue', other(language))}"
    edge = 0.07 * high
    canvas.text(both, (edge, 0, 0.62 * wide, head), 0.098 * high, PAPER)
    waiting = word("waiting", language)
    aside = (0.7 * wide, 0, 0.3 * wide - edge, head)
    canvas.text(waiting, aside, 0.086 * high, PAPER, False, "end")
    shown = [row for row in rows if row.get("counter") in departments][:BOARD_ROWS]
    step = (high - 1.05 * head) / BOARD_ROWS
    for i, row in enumerate(shown):
        one = departments[str(row["counter"])]
        _row(canvas, one, row, language, 1.05 * head + i * step, step)
    if not shown:
        both = f"{word('welcome', language)}   {word('welcome', other(language))}"
        area = (edge, 1.3 * head, wide - 2 * edge, high - 1.6 * head)
        canvas.text(both, area, 0.19 * high, PAPER, False, "centre", SERIF)
    return canvas.finish()


def _row(
    canvas: Canvas, one: Department, row: Mapping[str, Any], language: str, y: float, high: float
) -> None:
    wide, inner, top = canvas.width, 0.92 * high, y + 0.04 * high
    plate = (0.035 * wide, y + 0.12 * high, 0.1 * wide, 0.76 * high)
    canvas.fill(*plate, one.colour, 0.06 * high)
    canvas.text(str(one.number), plate, 0.6 * high, WHITE, align="centre")
    name = said(one.name, language)
    canvas.text(name, (0.165 * wide, top, 0.39 * wide, inner), 0.5 * high, PAPER, False)
    serving, waiting = row.get("serving"), row.get("waiting")
    ticket = "—" if serving is None else str(serving)
    canvas.text(ticket, (0.575 * wide, top, 0.21 * wide, inner), 0.56 * high, AMBER)
    people = "—" if waiting is None else word("people", language).format(waiting)
    place = (0.8 * wide, top, 0.165 * wide, inner)
    canvas.text(people, place, 0.5 * high, PAPER, False, "end")
