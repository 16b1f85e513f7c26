"""Lays out a hall: a U of arched counters round an information desk, daylight on the left.

Numbers run clockwise as one enters: up the left arcade, along the far one, down the right.
"""

from collections.abc import Sequence

from hall3d.plan.cards import cards
from hall3d.plan.departments import Department, zones_of
from hall3d.plan.furniture import front, guide_of
from hall3d.plan.large import lay_out_large
from hall3d.plan.model import Bay, Block, Counter, HallPlan, Pose, Room, Shape
from hall3d.plan.walls import CORNER, FRONT, FRONT_BAYS, HEIGHT, LEFT, PITCH, RIGHT

_LEAST_SIDE_BAYS = 2
_MOST_IN_ONE_ROOM = 16


def lay_out(departments: Sequence[Department]) -> HallPlan:
    """The hall for these departments; the same departments always make the same hall."""
    if len(departments) > _MOST_IN_ONE_ROOM:
        return lay_out_large(departments)
    far, side = _shares(len(departments))
    shape = _hall(far, side)
    room = Room(shape)
    places = [(index, bay) for index, bay in enumerate(shape.bays) if bay.kind == "counter"]
    counters = tuple(
        Counter(one, room.bay(bay), 0, index)
        for one, (index, bay) in zip(departments, places, strict=True)
    )
    desk = shape.desk or (0.0, 0.0, 0.0)
    return HallPlan(
        (room,),
        counters,
        shape.blocks,
        cards((room,), counters, zones_of(departments)),
        zones_of(departments),
        desk,
        guide_of(desk),
        entrance=Pose(0.0, 1.15, 0.0),
        desk_stand=Pose(-0.35, desk[1] - 4.1, 6.0),
    )


def _shares(count: int) -> tuple[int, int]:
    """How many counters the far arcade and each side arcade hold."""
    far = min(count, max(3, round(count * 0.4)))
    if (count - far) % 2:
        far += 1
    return far, (count - far) // 2


def _hall(far: int, side: int) -> Shape:
    """The room that one enters, with `far` counters opposite and `side` on either side."""
    width = max(far, 4) * PITCH + 2 * CORNER
    depth = (FRONT_BAYS + max(side, _LEAST_SIDE_BAYS)) * PITCH + CORNER
    desk = (0.0, FRONT_BAYS * PITCH - 0.9, 1.35)
    return Shape(
        "hall",
        width,
        depth,
        HEIGHT,
        PITCH,
        (*_counter_bays(far, side, width, depth), *_other_bays(width, side)),
        front(width, depth, desk, FRONT_BAYS * PITCH),
        Block("lantern", -width / 2 + 4.6, 4.6, width / 2 - 4.6, depth - 4.6),
        desk,
        tuple((side * 3.0, desk[1] + 2.7) for side in (-1, 1)),
    )


def _counter_bays(far: int, side: int, width: float, depth: float) -> tuple[Bay, ...]:
    start = FRONT_BAYS * PITCH
    ys = [start + (i + 0.5) * PITCH for i in range(side)]
    up = [Bay("counter", -width / 2, y, LEFT) for y in ys]
    across = [Bay("counter", (i - (far - 1) / 2) * PITCH, depth, 0.0) for i in range(far)]
    down = [Bay("counter", width / 2, y, RIGHT) for y in reversed(ys)]
    return (*up, *across, *down)


def _other_bays(width: float, side: int) -> tuple[Bay, ...]:
    """Tall windows on the left, oak panels on the right, doors in front."""
    bays: list[Bay] = []
    spare = range(FRONT_BAYS + side, FRONT_BAYS + max(side, _LEAST_SIDE_BAYS))
    for i in [*range(FRONT_BAYS), *spare]:
        y = (i + 0.5) * PITCH
        bays.append(Bay("window", -width / 2, y, LEFT))
        bays.append(Bay("panel", width / 2, y, RIGHT))
    bays += [Bay("door", side_ * PITCH, 0.0, FRONT) for side_ in (1, 0, -1)]
    return tuple(bays)
