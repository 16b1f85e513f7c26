"""Lays out a hall: a U of arched counters round an information desk, daylight on the left.

Numbers run clockwise as one enters: up the left arcade, along the far one, down the right.
"""

import math
from collections.abc import Sequence

from hall3d.plan.departments import Department
from hall3d.plan.model import Bay, Block, Counter, HallPlan, Pose

PITCH = 3.7
"""Metres from one arch to the next."""
_CORNER = 2.3
_FRONT_BAYS = 2
_LEAST_SIDE_BAYS = 2
_HEIGHT = 5.7
_LEFT, _RIGHT, _FRONT = math.pi / 2, -math.pi / 2, math.pi


def lay_out(departments: Sequence[Department]) -> HallPlan:
    """The hall for 1 to 60 departments; the same departments always make the same hall."""
    far, side = _shares(len(departments))
    width = max(far, 4) * PITCH + 2 * _CORNER
    depth = (_FRONT_BAYS + max(side, _LEAST_SIDE_BAYS)) * PITCH + _CORNER
    counter_bays = _counter_bays(far, side, width, depth)
    counters = tuple(Counter(one, bay) for one, bay in zip(departments, counter_bays, strict=True))
    desk = (0.0, _FRONT_BAYS * PITCH + 1.9, 1.35)
    guide = Pose(1.0, desk[1] - 2.15, 188.0)
    return HallPlan(
        width,
        depth,
        _HEIGHT,
        PITCH,
        counters,
        (*counter_bays, *_other_bays(width, side)),
        _furniture(width, depth, desk, guide),
        Block("lantern", -width / 2 + 4.6, 4.6, width / 2 - 4.6, depth - 4.6),
        desk,
        guide,
        boards=tuple((side * 3.0, desk[1] + 2.7) for side in (-1, 1)),
        entrance=Pose(0.0, 1.15, 0.0),
        desk_stand=Pose(-0.35, desk[1] - 4.1, 6.0),
    )


def _shares(count: int) -> tuple[int, int]:
    """How many counters the far arcade and each side arcade hold."""
    far = min(count, max(3, round(count * 0.4)))
    if (count - far) % 2:
        far += 1
    return far, (count - far) // 2


def _counter_bays(far: int, side: int, width: float, depth: float) -> tuple[Bay, ...]:
    start = _FRONT_BAYS * PITCH
    ys = [start + (i + 0.5) * PITCH for i in range(side)]
    up = [Bay("counter", -width / 2, y, _LEFT) for y in ys]
    across = [Bay("counter", (i - (far - 1) / 2) * PITCH, depth, 0.0) for i in range(far)]
    down = [Bay("counter", width / 2, y, _RIGHT) for y in reversed(ys)]
    return (*up, *across, *down)


def _other_bays(width: float, side: int) -> tuple[Bay, ...]:
    """Tall windows on the left, oak panels on the right, doors in front."""
    bays: list[Bay] = []
    spare = range(_FRONT_BAYS + side, _FRONT_BAYS + max(side, _LEAST_SIDE_BAYS))
    for i in [*range(_FRONT_BAYS), *spare]:
        y = (i + 0.5) * PITCH
        bays.append(Bay("window", -width / 2, y, _LEFT))
        bays.append(Bay("panel", width / 2, y, _RIGHT))
    bays += [Bay("door", side_ * PITCH, 0.0, _FRONT) for side_ in (1, 0, -1)]
    return tuple(bays)


def _furniture(
    width: float, depth: float, desk: tuple[float, float, float], guide: Pose
) -> tuple[Block, ...]:
    x, y, radius = desk
    return (
        Block.around("desk", x, y, 2 * radius + 0.2, 2 * radius + 0.2),
        Block.around("guide", guide.x, guide.y, 0.5, 0.5),
        *_columns(width, depth),
        *_seats(width, depth, y),
        *_greenery(width, depth),
    )


def _columns(width: float, depth: float) -> list[Block]:
    """Pairs of columns along both sides of the lantern, every two bays."""
    x = width / 2 - 3.9
    rows = int(depth // (2 * PITCH)) + 1
    spots = [(side * x, (1 + 2 * row) * PITCH + 0.9) for row in range(rows) for side in (-1, 1)]
    return [Block.around("column", a, b, 0.74, 0.74) for a, b in spots if b < depth - 3.6]


def _seats(width: float, depth: float, desk_y: float) -> list[Block]:
    """Rows of four seats behind the desk, on both sides of the middle aisle."""
    reach = width / 2 - 3.9 - 0.9
    across = max(1, min(3, int((reach - 1.5) // 3.1)))
    rows = max(0, min(6, int((depth - 5.2 - desk_y - 3.4) // 1.65) + 1))
    return [
        Block.around("seats", side * (2.94 + i * 3.1), desk_y + 3.4 + row * 1.65, 2.48, 0.72)
        for row in range(rows)
        for i in range(across)
        for side in (-1, 1)
    ]


def _greenery(width: float, depth: float) -> list[Block]:
    """Planters at the approach, palms in the corners, a bench below each front arch."""
    blocks = []
    for side in (-1, 1):
        blocks.append(Block.around("planter", side * 3.3, 6.0, 1.9, 0.62))
        blocks.append(Block.around("plant", side * (width / 2 - 0.75), depth - 0.75, 0.6, 0.6))
        edge = side * (width / 2 - 0.6)
        blocks.append(Block.around("plant", edge, _FRONT_BAYS * PITCH, 0.6, 0.6))
        for i in range(_FRONT_BAYS):
            y = (i + 0.5) * PITCH
            blocks.append(Block.around("bench", side * (width / 2 - 0.42), y, 0.5, 2.1))
    return blocks
