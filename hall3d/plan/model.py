"""What a hall consists of: dataclasses in metres, x to the right, y into the hall, z up."""

import math
from dataclasses import dataclass
from typing import Literal

from hall3d.plan.departments import Department

BayKind = Literal["counter", "window", "panel", "door"]
THICKNESS = 0.55
"""Metres of an arcade's wall."""


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
    """A department's counter in its bay."""

    department: Department
    bay: Bay

    @property
    def stand(self) -> Pose:
        """Where a visitor stands, looking at the sign."""
        x, y = self.bay.at(0.0, -4.2)
        return Pose(x, y, -math.degrees(self.bay.turn) % 360.0)


@dataclass(frozen=True)
class Block:
    """An axis-aligned footprint that nobody walks through."""

    kind: str
    x0: float
    y0: float
    x1: float
    y1: float

    @classmethod
    def around(cls, kind: str, x: float, y: float, wide: float, deep: float) -> "Block":
        """A footprint by its centre and full size."""
        return cls(kind, x - wide / 2, y - deep / 2, x + wide / 2, y + deep / 2)

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of the footprint."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def grown(self, by: float) -> "Block":
        """The footprint with a margin on every side."""
        return Block(self.kind, self.x0 - by, self.y0 - by, self.x1 + by, self.y1 + by)

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
class HallPlan:
    """The whole hall. The floor is x from -width/2 to width/2, y from 0 to depth."""

    width: float
    depth: float
    height: float
    pitch: float
    counters: tuple[Counter, ...]
    bays: tuple[Bay, ...]
    blocks: tuple[Block, ...]
    lantern: Block
    desk: tuple[float, float, float]
    guide: Pose
    boards: tuple[tuple[float, float], ...]
    entrance: Pose
    desk_stand: Pose

    def of_kind(self, kind: str) -> tuple[Block, ...]:
        """The blocks of one kind: column, seats, bench, plant, planter, desk, guide."""
        return tuple(block for block in self.blocks if block.kind == kind)

    @property
    def walkable(self) -> Block:
        """The floor a visitor's middle may be on, before furniture is taken off."""
        x, y0, y1 = self.width / 2 - 0.95, 0.7, self.depth - 0.95
        return Block("floor", -x, y0, x, y1)

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
