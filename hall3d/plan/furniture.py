"""What stands on the floor of the entrance hall, and where."""

import math
from collections.abc import Sequence

from hall3d.plan.model import Block, Pose

_TO_LEFT, _TO_RIGHT = -math.pi / 2, math.pi / 2
"""Turns of what faces the left wall, and of what faces the right one."""
_SEAT_ROW = 1.65


def front(
    width: float, depth: float, desk: tuple[float, float, float], front_end: float
) -> tuple[Block, ...]:
    """Everything on the floor; `front_end` is where the side arcades' counters begin."""
    x, y, radius = desk
    guide = guide_of(desk)
    return (
        Block.around("desk", x, y, 2 * radius + 0.2, 2 * radius + 0.2),
        Block.around("guide", guide.x, guide.y, 0.5, 0.5),
        *_columns(width, depth),
        *_seats(width, depth, y),
        *_window_side(width, front_end),
        *_panel_side(width, front_end),
        *_greenery(width, depth, front_end),
        Block.around("totem", 1.84, 5.6, 0.7, 0.22),
    )


def wing(width: float, depth: float, spare: Sequence[float] = ()) -> tuple[Block, ...]:
    """In a wing: columns, seats on both sides of the middle aisle, a writing table, palms; and on
    the right a bench at each of the places (y) that are `spare`."""
    seats = [
        Block.around("seats", side * 2.94, y, 2.48, 0.72)
        for y in _spaced(6.6, depth - 5.6, 2.6)
        for side in (-1, 1)
    ]
    edge = width / 2 - 0.75
    palms = [Block.around("plant", side * edge, depth - 0.75, 0.6, 0.6) for side in (-1, 1)]
    columns = [
        Block.around("column", side * (width / 2 - 3.9), y, 0.74, 0.74)
        for y in _spaced(4.6, depth - 3.6, 7.4)
        for side in (-1, 1)
    ]
    tables = [Block.around("writing", side * 2.94, 4.0, 1.6, 0.6) for side in (-1, 1)]
    benches = [bench(width / 2, y, _TO_LEFT) for y in spare]
    return (*columns, *seats, *palms, *tables, *benches)


def guide_of(desk: tuple[float, float, float]) -> Pose:
    """Where the guide waits: before the desk, a step to the right, looking at who comes in."""
    return Pose(1.0, desk[1] - 2.15, 188.0)


def _columns(width: float, depth: float) -> list[Block]:
    """Pairs of columns along both sides of the lantern."""
    x, apart = width / 2 - 3.9, 7.4
    rows = int(depth // apart) + 1
    spots = [(side * x, 4.6 + apart * row) for row in range(rows) for side in (-1, 1)]
    return [Block.around("column", a, b, 0.74, 0.74) for a, b in spots if b < depth - 3.6]


def _seats(width: float, depth: float, desk_y: float) -> list[Block]:
    """Rows of four seats behind the desk, on both sides of the middle aisle."""
    reach = width / 2 - 3.9 - 0.9
    across = max(1, min(3, int((reach - 1.5) // 3.1)))
    rows = max(0, min(6, int((depth - 5.2 - desk_y - 3.4) // _SEAT_ROW) + 1))
    return [
        Block.around("seats", side * (2.94 + i * 3.1), desk_y + 3.4 + row * _SEAT_ROW, 2.48, 0.72)
        for row in range(rows)
        for i in range(across)
        for side in (-1, 1)
    ]


def bench(wall: float, y: float, turn: float) -> Block:
    """A bench along a side wall at x = `wall`, which faces into the room."""
    aside = 0.42 if turn > 0 else -0.42
    return Block.around("bench", wall + aside, y, 2.1, 0.5, turn)


def _window_side(width: float, front_end: float) -> list[Block]:
    """In the daylight: a children's corner, then writing tables and benches."""
    edge = -width / 2
    return [
        Block.around("children", edge + 2.35, 2.5, 3.0, 2.6),
        *(bench(edge, y, _TO_RIGHT) for y in (5.55, 9.25) if y < front_end),
        Block.around("writing", edge + 2.5, 7.3, 1.6, 0.6, _TO_RIGHT),
        Block.around("writing", edge + 2.5, 9.9, 1.6, 0.6, _TO_RIGHT),
    ]


def _panel_side(width: float, front_end: float) -> list[Block]:
    """Before the oak panels: terminals to serve oneself, then the exhibition."""
    edge = width / 2
    # Nearer to each other than a visitor is wide: a slit between them would lead nowhere.
    kiosks = [Block.around("kiosk", edge - 0.75, y, 0.6, 0.5, _TO_LEFT) for y in (2.45, 3.7, 4.95)]
    walls = [
        Block.around("exhibit", edge - 2.6, y, 2.4, 0.35, _TO_LEFT)
        for y in (7.1, 10.0)
        if y + 1.2 < front_end + 0.2
    ]
    return [*kiosks, *walls]


def _greenery(width: float, depth: float, front_end: float) -> list[Block]:
    """Planters at the approach, palms in the corners and where the arcades begin."""
    blocks = []
    for side in (-1, 1):
        blocks.append(Block.around("planter", side * 3.6, 6.6, 1.9, 0.62))
        blocks.append(Block.around("plant", side * (width / 2 - 0.75), depth - 0.75, 0.6, 0.6))
        edge = side * (width / 2 - 0.6)
        blocks.append(Block.around("plant", edge, front_end, 0.6, 0.6))
    return blocks


def _spaced(start: float, end: float, step: float) -> list[float]:
    """Evenly spaced from start, none beyond end."""
    return [start + i * step for i in range(max(0, int((end - start) // step) + 1))]
