"""The exhibition: what the hall promises, and how many people wait right now, as posters."""

from collections.abc import Mapping, Sequence
from typing import Any

from hall3d.plan.departments import Department
from hall3d.signs.colours import BRASS, INK, PAPER, PINE, QUIET, WHITE
from hall3d.signs.fitting import SERIF, Canvas, Picture, Size
from hall3d.signs.words import RIGHT_TO_LEFT, other, posters, said, word

EXHIBIT, NOTICE, SCREEN = (1024, 512), (512, 512), (256, 256)
"""Pixels of each picture."""
_GROUNDS = (("F6F2E8", INK, PINE), ("0B3B37", PAPER, "F2CF7E"), ("EFE3CC", INK, "8F3216"))
_BARS = 10


def poster(number: int, language: str, size: Size, pixels: tuple[int, int]) -> Picture:
    """The poster of a number (they repeat): an icon, a promise and what it means."""
    told = posters()[number % len(posters())]
    ground, ink, accent = _GROUNDS[number % len(_GROUNDS)]
    canvas = Canvas(pixels, size, ground, language in RIGHT_TO_LEFT)
    wide, high = size
    unit = min(wide / 1.6, high)
    edge = 0.1 * unit
    room = wide - 2 * edge
    canvas.icon(told["icon"], edge, 0.09 * unit, 0.27 * unit, accent)
    canvas.fill(edge, 0.415 * unit, 0.18 * unit, 0.016 * unit, BRASS)
    heading = (edge, 0.45 * unit, room, 0.18 * unit)
    canvas.text(said(told["title"], language), heading, 0.15 * unit, ink, families=SERIF)
    second = (edge, 0.625 * unit, room, 0.09 * unit)
    canvas.text(said(told["title"], other(language)), second, 0.068 * unit, accent, bold=False)
    rest = (edge, 0.75 * unit, room, high - 0.79 * unit)
    canvas.paragraph(said(told["text"], language), rest, 0.08 * unit, ink)
    return canvas.finish()


def notice(told: Mapping[str, Any], language: str, size: Size, pixels: tuple[int, int]) -> Picture:
    """A notice, {"icon", "title", "text"}: what it is about, large, on a sheet with a head."""
    canvas = Canvas(pixels, size, PAPER, language in RIGHT_TO_LEFT)
    wide, high = size
    unit = min(wide / 1.6, high)
    edge, head = 0.1 * unit, 0.2 * unit
    room = wide - 2 * edge
    canvas.fill(0, 0, wide, head, PINE)
    canvas.fill(0, head, wide, 0.012 * unit, BRASS)
    canvas.icon(told["icon"], edge, 0.045 * unit, 0.11 * unit, "F2CF7E")
    beside = (edge + 0.16 * unit, 0, room - 0.16 * unit, head)
    both = f"{word('notice', language)}   {word('notice', other(language))}"
    canvas.text(both, beside, 0.085 * unit, PAPER)
    heading = (edge, 0.29 * unit, room, 0.19 * unit)
    canvas.text(said(told["title"], language), heading, 0.14 * unit, INK, families=SERIF)
    rest = (edge, 0.53 * unit, room, high - 0.6 * unit)
    canvas.paragraph(said(told["text"], language), rest, 0.085 * unit, INK)
    return canvas.finish()


def waiting_chart(
    rows: Sequence[Mapping[str, Any]],
    departments: Mapping[str, Department],
    language: str,
    size: Size,
) -> Picture:
    """Open data: how many people wait at each counter right now, as bars."""
    canvas = Canvas(EXHIBIT, size, "FBF9F3", language in RIGHT_TO_LEFT)
    wide, high = size
    edge = 0.09 * high
    canvas.text(
        word("today", language), (edge, 0.07 * high, wide / 2, 0.14 * high), 0.1 * high, INK
    )
    second = (wide / 2, 0.07 * high, wide / 2 - edge, 0.14 * high)
    canvas.text(word("today", other(language)), second, 0.06 * high, QUIET, False, "end")
    canvas.fill(edge, 0.24 * high, wide - 2 * edge, 0.008 * high, BRASS)
    shown = [row for row in rows if row.get("counter") in departments][:_BARS]
    most = max([int(row.get("waiting") or 0) for row in shown], default=0) or 1
    step = (wide - 2 * edge) / _BARS
    for i, row in enumerate(shown):
        one = departments[str(row["counter"])]
        _bar(canvas, one, int(row.get("waiting") or 0), most, edge + (i + 0.5) * step, 0.56 * step)
    return canvas.finish()


def _bar(canvas: Canvas, one: Department, waiting: int, most: int, x: float, wide: float) -> None:
    high = canvas.height
    foot, reach = 0.8 * high, 0.42 * high
    tall = max(0.012 * high, reach * waiting / most)
    canvas.fill(x - wide / 2, foot - tall, wide, tall, one.colour, 0.08 * wide)
    above = (x - wide, foot - tall - 0.1 * high, 2 * wide, 0.09 * high)
    canvas.text(str(waiting), above, 0.075 * high, INK, align="centre")
    plate = (x - wide / 2, foot + 0.035 * high, wide, 0.11 * high)
    canvas.fill(*plate, one.colour, 0.015 * high)
    canvas.text(str(one.number), plate, 0.085 * high, WHITE, align="centre")


def terminal_screen(language: str, size: Size = (420, 420)) -> Picture:
    """What a self-service terminal shows to who walks up."""
    canvas = Canvas(SCREEN, size, PINE, language in RIGHT_TO_LEFT)
    wide, high = size
    canvas.icon("face", 0.34 * wide, 0.12 * high, 0.32 * wide, PAPER)
    first = (0.08 * wide, 0.5 * high, 0.84 * wide, 0.2 * high)
    canvas.text(word("welcome", language), first, 0.16 * high, PAPER, align="centre")
    second = (0.08 * wide, 0.7 * high, 0.84 * wide, 0.13 * high)
    canvas.text(word("kiosk", language), second, 0.09 * high, "F2CF7E", False, "centre")
    return canvas.finish()
