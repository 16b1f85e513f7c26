"""The hall from above, for print and for looking: rooms, furniture, counters, zones, directory."""

import math
from collections.abc import Sequence

from hall3d.plan import Department, HallPlan
from hall3d.plan.model import Block
from hall3d.signs.colours import BRASS, INK, PAPER, PINE, QUIET, WHITE
from hall3d.signs.fitting import SANS, SERIF, Canvas, Picture, fitted_size
from hall3d.signs.wayfinding import counters
from hall3d.signs.words import RIGHT_TO_LEFT, other, said, second, word

_FURNITURE = {
    "desk": "C08F5C",
    "column": "8D8778",
    "seats": "4E8A80",
    "bench": "B98F62",
    "plant": "7FA667",
    "planter": "7FA667",
    "kiosk": "2A3F86",
    "children": "E3B65A",
    "exhibit": "8F3216",
    "writing": "B98F62",
    "totem": "0B3B37",
}
_BEYOND = 2.4
"""Metres that the counters' plates reach beyond the rooms."""
_ROW = 9
"""Hundredths of the page's shorter side that a row of the directory takes."""
_LISTED = 48
"""More counters than this are listed by zone instead of one by one."""


def floor_plan(plan: HallPlan, language: str, size: tuple[int, int]) -> Picture:
    """The whole map, its directory beside it, or below it on an upright page; `size` pixels."""
    canvas = Canvas(size, size, PAPER, language in RIGHT_TO_LEFT)
    unit = min(size) / 100
    wide, top = canvas.width - 8 * unit, 14 * unit
    high = canvas.height - 20 * unit
    _heading(canvas, language, unit)
    rows = _listed(plan, language)
    if canvas.height > canvas.width:
        below = min(_ROW * unit * math.ceil(len(rows) / 2), 0.5 * high)
        drawing = (4 * unit, top, wide, high - below - 4 * unit)
        listing = (4 * unit, top + high - below, wide, below)
    else:
        aside = 0.3 * canvas.width
        drawing = (4 * unit, top, canvas.width - aside - 8 * unit, high)
        listing = (canvas.width - aside, top, aside - 4 * unit, high)
    with canvas.unmirrored(drawing) as frame:
        _Drawing(canvas, plan, frame).draw()
    _directory(canvas, rows, listing, unit)
    return canvas.finish()


def _heading(canvas: Canvas, language: str, unit: float) -> None:
    room = canvas.width - 8 * unit
    canvas.fill(0, 0, canvas.width, 10 * unit, PINE)
    canvas.fill(0, 10 * unit, canvas.width, 0.4 * unit, BRASS)
    first, lower = word("title", language), word("title", other(language))
    canvas.text(first, (4 * unit, 0, room, 10 * unit), 5.4 * unit, PAPER, families=SERIF)
    canvas.text(lower, (4 * unit, 0, room, 10 * unit), 3 * unit, PAPER, False, "end")


class _Drawing:
    """The hall within a frame (x, y, width, height) of a canvas, the entrance below."""

    def __init__(
        self, canvas: Canvas, plan: HallPlan, frame: tuple[float, float, float, float]
    ) -> None:
        self._canvas, self._plan = canvas, plan
        x, y, wide, high = frame
        x0, y0, x1, y1 = Block("floor", *plan.bounds).grown(_BEYOND).ends
        self._scale = min(wide / (x1 - x0), high / (y1 - y0))
        self._left = x + (wide - self._scale * (x1 - x0)) / 2 - self._scale * x0
        self._foot = y + (high + self._scale * (y1 - y0)) / 2 + self._scale * y0

    def draw(self) -> None:
        """Everything, from the floor up."""
        for room in self._plan.rooms:
            self._block(room.outline.grown(0.35), INK)
        for room in self._plan.rooms:
            self._block(room.outline, WHITE)
            for passage in room.shape.floors[1:]:
                self._block(room.block(passage), WHITE)
        for block in self._plan.blocks:
            if block.kind in _FURNITURE:
                self._block(block, _FURNITURE[block.kind], 0.12)
        self._letters()
        self._counters()
        self._desk()
        self._entrance()

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return self._left + self._scale * x, self._foot - self._scale * y

    def _block(self, block: Block, colour: str, radius: float = 0.0) -> None:
        left, top = self._at(block.x0, block.y1)
        wide, high = self._scale * (block.x1 - block.x0), self._scale * (block.y1 - block.y0)
        self._canvas.fill(left, top, wide, high, colour, radius * self._scale)

    def _letters(self) -> None:
        """The zone's letter in the middle of each of its wings."""
        zones = {one.room: one.department.zone for one in self._plan.counters}
        for index, zone in zones.items():
            room = self._plan.rooms[index]
            if zone is None or room.shape.kind != "wing":
                continue
            x, y = self._at(*room.outline.centre)
            side = 7.0 * self._scale
            self._canvas.disc(x, y, side / 2, zone.colour)
            plate = (x - side / 2, y - side / 2, side, side)
            self._canvas.text(zone.letter, plate, 0.62 * side, WHITE, align="centre")

    def _counters(self) -> None:
        side = self._scale * min(2.9, 0.9 * self._plan.pitch)
        for counter in self._plan.counters:
            x, y = self._at(*counter.bay.at(0.0, 0.55))
            plate = (x - side / 2, y - side / 2, side, side)
            self._canvas.fill(*plate, counter.department.colour, 0.16 * side)
            number = str(counter.department.number)
            self._canvas.text(number, plate, 0.62 * side, WHITE, align="centre")

    def _desk(self) -> None:
        x, y, radius = self._plan.desk
        left, top = self._at(x, y)
        self._canvas.disc(left, top, self._scale * radius, _FURNITURE["desk"])
        self._canvas.disc(left, top, 0.55 * self._scale * radius, WHITE)
        side = 0.9 * self._scale * radius
        self._canvas.icon("info", left - side / 2, top - side / 2, side, PINE)

    def _entrance(self) -> None:
        """An arrow that points into the hall."""
        pose = self._plan.entrance
        x, y = self._at(pose.x, pose.y)
        side = 1.6 * self._scale
        painter = self._canvas.painter
        painter.save()
        painter.translate(x, y)
        painter.rotate(pose.heading)
        self._canvas.icon("up", -side / 2, -side / 2, side, BRASS)
        painter.restore()


def _directory(
    canvas: Canvas,
    rows: Sequence[tuple[str, str, str, str]],
    frame: tuple[float, float, float, float],
    unit: float,
) -> None:
    """Every counter by number and name, or the zones where there are too many counters; all in one
    size of type, in two columns where the frame is wide."""
    x, y, wide, high = frame
    columns = 2 if wide > high and len(rows) > 3 else 1
    deep = math.ceil(len(rows) / columns)
    step, across = min(_ROW * unit, high / max(1, deep)), wide / columns
    side = 0.8 * step
    room = across - 1.6 * side
    sizes = [
        min(fitted_size(row[part], room, tall * side, size * side, part == 2, SANS) for row in rows)
        for part, tall, size in ((2, 0.55, 0.44), (3, 0.42, 0.3))
    ]
    for i, (plate, colour, name, note) in enumerate(rows):
        left, top = x + across * (i // deep), y + (i % deep) * step
        canvas.fill(left, top, side, side, colour, 0.16 * side)
        canvas.text(plate, (left, top, side, side), 0.62 * side, WHITE, align="centre")
        text = left + 1.35 * side
        canvas.text(name, (text, top, room, 0.55 * side), sizes[0], INK)
        canvas.text(note, (text, top + 0.55 * side, room, 0.42 * side), sizes[1], QUIET, False)


def _listed(plan: HallPlan, language: str) -> list[tuple[str, str, str, str]]:
    """Rows of (plate, colour, name, note)."""
    departments = [one.department for one in plan.counters]
    if len(departments) > _LISTED and plan.zones:
        return [
            (zone.letter, zone.colour, said(zone.name, language), counters(own, language))
            for zone, own in ((zone, _of(departments, zone.id)) for zone in plan.zones)
        ]
    return [
        (str(one.number), one.colour, said(one.name, language), second(one.name, language))
        for one in departments
    ]


def _of(departments: Sequence[Department], zone: str) -> list[Department]:
    return [one for one in departments if one.zone is not None and one.zone.id == zone]
