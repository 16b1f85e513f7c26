"""Lays out a hall of many counters: a lobby, a concourse, and a wing for each part of a zone."""

import math
from collections.abc import Iterator, Sequence

from hall3d.plan.cards import cards
from hall3d.plan.departments import Department, zones_of
from hall3d.plan.furniture import front, guide_of, wing
from hall3d.plan.model import (
    NICHE,
    THICKNESS,
    Bay,
    BayKind,
    Block,
    Counter,
    HallPlan,
    Pose,
    Room,
    Shape,
)
from hall3d.plan.walls import CORNER, FRONT, FRONT_BAYS, HEIGHT, LEFT, PITCH, RIGHT

_FAR = 4
_SIDES = (4, 6, 8, 10)
"""Counters along each side of a wing; with those at its far end 12, 16, 20 or 24."""
_FULL = 2 * _SIDES[-1] + _FAR
_WING_WIDTH = _FAR * PITCH + 2 * CORNER
_ARCHES = (-PITCH, 0.0, PITCH)
_PORCH = 1.2
"""Metres of a wing before its first counters."""


def lay_out_large(departments: Sequence[Department]) -> HallPlan:
    """A lobby with the desk, and wings left and right of the concourse, in the zones' order."""
    parts = list(_parts(departments))
    rooms = _rooms([len(part) for part in parts])
    wings = [index for index, room in enumerate(rooms) if room.shape.kind == "wing"]
    counters = tuple(
        counter
        for index, part in zip(wings, parts, strict=True)
        for counter in _counters(rooms[index], index, part)
    )
    desk = rooms[0].shape.desk or (0.0, 0.0, 0.0)
    zones = zones_of(departments)
    return HallPlan(
        rooms,
        counters,
        tuple(room.block(block) for room in rooms for block in room.shape.blocks),
        cards(rooms, counters, zones),
        zones,
        desk,
        guide_of(desk),
        entrance=Pose(0.0, 1.15, 0.0),
        desk_stand=Pose(-0.35, desk[1] - 4.1, 6.0),
    )


def _parts(departments: Sequence[Department]) -> Iterator[list[Department]]:
    """Departments wing by wing: those of one zone together, in as few even wings as hold them."""
    by_zone: dict[str | None, list[Department]] = {}
    for one in departments:
        by_zone.setdefault(None if one.zone is None else one.zone.id, []).append(one)
    for own in by_zone.values():
        count = math.ceil(len(own) / _FULL)
        for i in range(count):
            yield own[len(own) * i // count : len(own) * (i + 1) // count]


def _rooms(sizes: Sequence[int]) -> tuple[Room, ...]:
    """The lobby, then for each pair of wings a stretch of concourse and the two."""
    rooms = [Room(_lobby())]
    y = rooms[0].shape.depth + THICKNESS
    for first in range(0, len(sizes), 2):
        pair = sizes[first : first + 2]
        stretch = _stretch(both=len(pair) == 2, last=first + 2 >= len(sizes))
        rooms.append(Room(stretch, 0.0, y))
        middle, off = y + stretch.depth / 2, stretch.width / 2 + THICKNESS
        for side, size in zip((-1, 1), pair, strict=False):
            rooms.append(Room(_wing(size), side * off, middle, -side * math.pi / 2))
        y += stretch.depth + THICKNESS
    return tuple(rooms)


def _counters(room: Room, index: int, departments: Sequence[Department]) -> Iterator[Counter]:
    """Counters in their bays."""
    places = [(i, bay) for i, bay in enumerate(room.shape.bays) if bay.kind == "counter"]
    for one, (i, bay) in zip(departments, places, strict=True):
        yield Counter(one, room.bay(bay), index, i)


def _lobby() -> Shape:
    bays = FRONT_BAYS + 2
    width, depth = 5 * PITCH + 2 * CORNER, bays * PITCH + CORNER
    desk = (0.0, FRONT_BAYS * PITCH - 0.9, 1.35)
    ys = [(i + 0.5) * PITCH for i in range(bays)]
    return Shape(
        "hall",
        width,
        depth,
        HEIGHT,
        PITCH,
        (
            *(Bay("window", -width / 2, y, LEFT) for y in ys),
            *(Bay("panel", x, depth, 0.0) for x in (-2 * PITCH, 2 * PITCH)),
            *(Bay("opening", x, depth, 0.0) for x in _ARCHES),
            *(Bay("panel", width / 2, y, RIGHT) for y in ys),
            *(Bay("door", x, 0.0, FRONT) for x in reversed(_ARCHES)),
        ),
        front(width, depth, desk, FRONT_BAYS * PITCH),
        Block("lantern", -width / 2 + 4.6, 4.6, width / 2 - 4.6, depth - 4.6),
        desk,
        tuple((side * 3.0, desk[1] + 2.7) for side in (-1, 1)),
    )


def _stretch(both: bool, last: bool) -> Shape:
    """Concourse between two wings; windows where there is no wing and at its end."""
    width, depth = 3 * PITCH, _WING_WIDTH + 2 * NICHE
    middle = depth / 2
    right: BayKind = "opening" if both else "window"
    far: BayKind = "window" if last else "opening"
    bays: list[Bay] = []
    for y in (middle + arch for arch in _ARCHES):
        bays.append(Bay("opening", -width / 2, y, LEFT))
        bays.append(Bay(right, width / 2, y, RIGHT))
    for y in (middle - 2 * PITCH, middle + 2 * PITCH):
        bays += [Bay("panel", -width / 2, y, LEFT), Bay("panel", width / 2, y, RIGHT)]
    bays += [Bay(far, x, depth, 0.0) for x in _ARCHES]
    bays += [Bay("opening", x, 0.0, FRONT) for x in reversed(_ARCHES)]
    edge = width / 2 - 0.6
    plants = [
        Block.around("plant", side * edge, middle + end * 1.5 * PITCH, 0.6, 0.6)
        for side in (-1, 1)
        for end in (-1, 1)
    ]
    return Shape(
        "concourse",
        width,
        depth,
        HEIGHT,
        PITCH,
        tuple(bays),
        (*plants, Block.around("totem", PITCH / 2, 1.3, 0.7, 0.22)),
        Block("lantern", -2.6, 2.2, 2.6, depth - 2.2),
    )


def _wing(counters: int) -> Shape:
    """A wing of so many counters; arches that are left over hold a notice, and a bench."""
    side = next(one for one in _SIDES if 2 * one + _FAR >= counters)
    width, depth = _WING_WIDTH, _PORCH + side * PITCH + CORNER
    ys = [_PORCH + (i + 0.5) * PITCH for i in range(side)]
    spare = ys[: 2 * side + _FAR - counters]
    return Shape(
        "wing",
        width,
        depth,
        HEIGHT,
        PITCH,
        (
            *(Bay("counter", -width / 2, y, LEFT) for y in ys),
            *(Bay("counter", (i - (_FAR - 1) / 2) * PITCH, depth, 0.0) for i in range(_FAR)),
            *(Bay("counter", width / 2, y, RIGHT) for y in reversed(ys[len(spare) :])),
            *(Bay("panel", width / 2, y, RIGHT) for y in spare),
            *(Bay("opening", x, 0.0, FRONT) for x in reversed(_ARCHES)),
        ),
        wing(width, depth, spare),
        Block("lantern", -width / 2 + 4.6, 3.2, width / 2 - 4.6, depth - 4.6),
        None,
        ((0.0, 5.2),),
    )
