"""What leads through the hall: a zone's sign, and totems that list the zones."""

from collections.abc import Sequence

from hall3d.plan.departments import Department, Zone
from hall3d.signs.colours import BRASS, INK, PAPER, PINE, QUIET, WHITE
from hall3d.signs.fitting import SERIF, Canvas, Picture, Size
from hall3d.signs.words import RIGHT_TO_LEFT, other, said, second, word

ZONE, TOTEM = (512, 128), (256, 1024)
"""Pixels of each picture."""


def zone_sign(
    zone: Zone | None,
    departments: Sequence[Department],
    language: str,
    size: Size = (2600, 650),
) -> Picture:
    """A zone's letter and name, and which counters are there; without a zone only the latter."""
    zone = zone or Zone("", "", departments[0].colour, {"en": counters(departments, "en")})
    canvas = Canvas(ZONE, size, PINE, language in RIGHT_TO_LEFT)
    wide, high = size
    canvas.fill(0, 0, 0.95 * high, high, zone.colour)
    canvas.text(zone.letter, (0, 0, 0.95 * high, high), 0.76 * high, WHITE, align="centre")
    canvas.fill(0, 0.965 * high, wide, 0.035 * high, BRASS)
    left = 1.14 * high
    room = wide - left - 0.15 * high
    first = said(zone.name, language)
    lower = f"{second(zone.name, language)} · {counters(departments, language)}"
    canvas.text(first, (left, 0.08 * high, room, 0.52 * high), 0.4 * high, PAPER, families=SERIF)
    canvas.text(lower, (left, 0.6 * high, room, 0.28 * high), 0.2 * high, PAPER, bold=False)
    return canvas.finish()


def totem(
    zones: Sequence[tuple[Zone, Sequence[Department]]], language: str, size: Size = (620, 1900)
) -> Picture:
    """A standing directory: each zone's letter, name and counters, from the top down."""
    canvas = Canvas(TOTEM, size, PAPER, language in RIGHT_TO_LEFT)
    wide, high = size
    edge, head = 0.09 * wide, 0.34 * wide
    canvas.fill(0, 0, wide, head, PINE)
    canvas.fill(0, head, wide, 0.015 * wide, BRASS)
    upper = (edge, 0.05 * wide, wide - 2 * edge, 0.17 * wide)
    lower = (edge, 0.22 * wide, wide - 2 * edge, 0.09 * wide)
    canvas.text(word("directory", language), upper, 0.15 * wide, PAPER, families=SERIF)
    canvas.text(word("directory", other(language)), lower, 0.075 * wide, PAPER, bold=False)
    foot = 0.3 * wide
    step = min(0.56 * wide, (high - head - foot - 0.1 * wide) / max(len(zones), 1))
    for i, (zone, own) in enumerate(zones):
        _zone_row(canvas, zone, own, language, head + 0.08 * wide + i * step, step)
    canvas.fill(edge, high - foot, wide - 2 * edge, 0.006 * wide, BRASS)
    canvas.icon("info", edge, high - 0.82 * foot, 0.6 * foot, PINE)
    left = edge + 0.78 * foot
    desk = (left, high - 0.82 * foot, wide - left - 0.06 * wide, 0.6 * foot)
    canvas.text(word("information", language), desk, 0.42 * foot, INK)
    return canvas.finish()


def _zone_row(
    canvas: Canvas,
    zone: Zone,
    own: Sequence[Department],
    language: str,
    y: float,
    high: float,
) -> None:
    wide = canvas.width
    side = min(0.2 * wide, 0.72 * high)
    edge = 0.08 * wide
    plate = (edge, y + 0.06 * high, side, side)
    canvas.fill(*plate, zone.colour, 0.1 * side)
    canvas.text(zone.letter, plate, 0.74 * side, WHITE, align="centre")
    left = edge + side + 0.06 * wide
    room = wide - left - 0.06 * wide
    name = (left, y, room, 0.34 * high)
    canvas.text(said(zone.name, language), name, 0.3 * high, INK)
    lower = (left, y + 0.34 * high, room, 0.22 * high)
    canvas.text(second(zone.name, language), lower, 0.17 * high, QUIET, bold=False)
    numbers = (left, y + 0.57 * high, room, 0.24 * high)
    canvas.text(counters(own, language), numbers, 0.2 * high, INK, bold=False)


def counters(departments: Sequence[Department], language: str) -> str:
    """Which counters these are, in words."""
    numbers = sorted(one.number for one in departments)
    key = "counter" if len(numbers) == 1 else "counters"
    return word(key, language).format(first=numbers[0], last=numbers[-1])
