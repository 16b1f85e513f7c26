"""What a hall consists of: dataclasses in metres, x to the right, y into the hall, z up."""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from hall3d.plan.departments import Department, Zone

BayKind = Literal["counter", "window", "panel", "door", "opening"]
ShapeKind = Literal["hall", "concourse", "wing"]
THICKNESS = 0.55
"""Metres of an arcade's wall; rooms stand so far apart."""
NICHE = 2.35
"""Metres that a counter's room reaches behind the wall's face."""
PASSAGE = 1.0
"""Metres to either side of an archway's middle where a visitor's middle may be."""


@dataclass(frozen=True)
class Pose:
    """Where someone stands: metres, heading in degrees clockwise from the hall's far end."""

    x: float
    y: float
    heading: float


@dataclass(frozen=True)
class Bay:
    """One arch of an arcade, centred on the wall's face.

    `turn`: radians that turn the bay's own frame (x along the wall to a visitor's right, y into
    the wall) into the hall's; 0 for the far wall.
    """

    kind: BayKind
    x: float
    y: float
    turn: float

    def at(self, along: float, into: float) -> tuple[float, float]:
        """A point of the bay's own frame, in the hall."""
        c, s = math.cos(self.turn), math.sin(self.turn)
        return self.x + c * along - s * into, self.y + s * along + c * into


@dataclass(frozen=True)
class Counter:
    """A department's counter in its bay, which is `index` in its room's shape."""

    department: Department
    bay: Bay
    room: int
    index: int

    @property
    def stand(self) -> Pose:
        """Where a visitor stands, looking at the sign."""
        x, y = self.bay.at(0.0, -4.2)
        return Pose(x, y, -math.degrees(self.bay.turn) % 360.0)


@dataclass(frozen=True)
class Block:
    """An axis-aligned footprint that nobody walks through.

    `turn`: radians of what stands on it; 0 faces the entrance (-y), as a bay's does.
    """

    kind: str
    x0: float
    y0: float
    x1: float
    y1: float
    turn: float = 0.0

    @classmethod
    def around(
        cls, kind: str, x: float, y: float, wide: float, deep: float, turn: float = 0.0
    ) -> "Block":
        """A footprint by its centre and full size, both before it is turned by quarters."""
        if round(abs(math.sin(turn))) == 1:
            wide, deep = deep, wide
        return cls(kind, x - wide / 2, y - deep / 2, x + wide / 2, y + deep / 2, turn)

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of the footprint."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    @property
    def ends(self) -> tuple[float, float, float, float]:
        """x0, y0, x1, y1."""
        return self.x0, self.y0, self.x1, self.y1

    def at(self, along: float, into: float) -> tuple[float, float]:
        """A point of the block's own frame (as a bay's, about its centre), in the hall."""
        x, y = self.centre
        return Bay("panel", x, y, self.turn).at(along, into)

    def grown(self, by: float) -> "Block":
        """The footprint with a margin on every side."""
        return Block(self.kind, self.x0 - by, self.y0 - by, self.x1 + by, self.y1 + by, self.turn)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside, the edge left out."""
        return self.x0 < x < self.x1 and self.y0 < y < self.y1

    def overlaps(self, other: "Block", gap: float = 0.0) -> bool:
        """Whether two footprints come closer than `gap` metres on both axes."""
        return (
            self.x0 < other.x1 + gap
            and other.x0 < self.x1 + gap
            and self.y0 < other.y1 + gap
            and other.y0 < self.y1 + gap
        )


@dataclass(frozen=True)
class Card:
    """A flat picture in the hall, known to the signs by its name.

    Its middle is at (x, y, z); `turn` as a bay's; `tilt`: radians that it leans back.
    """

    name: str
    x: float
    y: float
    z: float
    turn: float
    wide: float
    high: float
    tilt: float = 0.0


@dataclass(frozen=True)
class Shape:
    """One space in its own coordinates: x from -width/2 to width/2, y from 0 to depth.

    Rooms of the same shape look the same but for what hangs in them, and are baked once.
    """

    kind: ShapeKind
    width: float
    depth: float
    height: float
    pitch: float
    bays: tuple[Bay, ...]
    blocks: tuple[Block, ...]
    lantern: Block | None = None
    desk: tuple[float, float, float] | None = None
    boards: tuple[tuple[float, float], ...] = ()

    def of_kind(self, kind: str) -> tuple[Block, ...]:
        """The blocks of one kind: column, seats, bench, plant, kiosk, children, exhibit…"""
        return tuple(block for block in self.blocks if block.kind == kind)

    @cached_property
    def floors(self) -> tuple[Block, ...]:
        """Where a visitor's middle may be before furniture is taken off: the room less a strip
        along its walls, and a passage through each archway up to the middle of the wall."""
        x, y0, y1 = self.width / 2 - 0.95, 0.7, self.depth - 0.95
        return (Block("floor", -x, y0, x, y1), *(_passage(bay) for bay in self.openings))

    @cached_property
    def openings(self) -> tuple[Bay, ...]:
        """The archways that one walks through."""
        return tuple(bay for bay in self.bays if bay.kind == "opening")


def _passage(bay: Bay) -> Block:
    """The floor through an archway, from well inside the room to the middle of the wall."""
    (ax, ay), (bx, by) = bay.at(-PASSAGE, -1.2), bay.at(PASSAGE, THICKNESS / 2)
    return Block("floor", min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


@dataclass(frozen=True)
class Room:
    """A shape that stands somewhere: its own origin at (x, y), turned by quarters (radians)."""

    shape: Shape
    x: float = 0.0
    y: float = 0.0
    turn: float = 0.0
    zone: str | None = None

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A point of the shape, in the hall."""
        return Bay("panel", self.x, self.y, self.turn).at(x, y)

    def inward(self, x: float, y: float) -> tuple[float, float]:
        """A point of the hall, in the shape's coordinates."""
        return Bay("panel", 0.0, 0.0, -self.turn).at(x - self.x, y - self.y)

    def bay(self, bay: Bay) -> Bay:
        """A bay of the shape, in the hall."""
        return Bay(bay.kind, *self.at(bay.x, bay.y), bay.turn + self.turn)

    def block(self, block: Block) -> Block:
        """A footprint of the shape, in the hall."""
        (ax, ay), (bx, by) = self.at(block.x0, block.y0), self.at(block.x1, block.y1)
        ends = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
        return Block(block.kind, *ends, block.turn + self.turn)

    @cached_property
    def outline(self) -> Block:
        """The whole floor of the room, in the hall."""
        half = self.shape.width / 2
        return self.block(Block("floor", -half, 0.0, half, self.shape.depth))


@dataclass(frozen=True)
class HallPlan:
    """The whole hall, made of rooms, in one set of coordinates."""

    rooms: tuple[Room, ...]
    counters: tuple[Counter, ...]
    blocks: tuple[Block, ...]
    cards: tuple[Card, ...]
    zones: tuple[Zone, ...]
    desk: tuple[float, float, float]
    guide: Pose
    entrance: Pose
    desk_stand: Pose

    @property
    def pitch(self) -> float:
        """Metres from one arch to the next."""
        return self.rooms[0].shape.pitch

    @cached_property
    def floors(self) -> tuple[Block, ...]:
        """Where a visitor's middle may be before furniture is taken off."""
        return tuple(room.block(floor) for room in self.rooms for floor in room.shape.floors)

    def room_at(self, x: float, y: float) -> int:
        """The index of the room one stands in; in an archway, of either."""
        for index, outline in enumerate(self._outlines):
            if outline.holds(x, y):
                return index
        return 0

    @cached_property
    def _outlines(self) -> tuple[Block, ...]:
        """Each room with half of its walls."""
        return tuple(room.outline.grown(THICKNESS / 2 + 1e-6) for room in self.rooms)

    @cached_property
    def bounds(self) -> tuple[float, float, float, float]:
        """x0, y0, x1, y1 of everything."""
        rooms = [room.outline for room in self.rooms]
        return (
            min(one.x0 for one in rooms),
            min(one.y0 for one in rooms),
            max(one.x1 for one in rooms),
            max(one.y1 for one in rooms),
        )

    def of_kind(self, kind: str) -> tuple[Block, ...]:
        """The blocks of one kind, of all rooms."""
        return tuple(block for block in self.blocks if block.kind == kind)

    def counter(self, identifier: str) -> Counter:
        """The counter of a department. Raises KeyError with its id."""
        for one in self.counters:
            if one.department.id == identifier:
                return one
        raise KeyError(identifier)

    def pose(self, place: str) -> Pose:
        """Where `entrance`, `desk` or `counter:ID` has a visitor stand. Raises KeyError."""
        kind, _, identifier = place.partition(":")
        if kind == "counter":
            return self.counter(identifier).stand
        return {"entrance": self.entrance, "desk": self.desk_stand}[place]
