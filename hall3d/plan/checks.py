"""What must be true of every hall: nothing overlaps, all stands on a floor, signs can be seen."""

import math
from collections.abc import Iterator
from itertools import combinations

from hall3d.plan.model import Block, Card, HallPlan, Pose, Room, Shape

WHEELCHAIR = 0.9
"""Metres of clear width that a wheelchair needs."""
_EYE = 1.3
"""Metres; the eyes of somebody who sits see less over things than those of who stands."""
_TALL = {"column": 6.0, "plant": 2.0, "totem": 2.2, "exhibit": 2.1, "kiosk": 1.5, "planter": 1.2}
"""How high a kind reaches, metres; other kinds are lower than anybody's eyes."""


def faults(plan: HallPlan) -> list[str]:
    """Every fault found, each as a sentence; an empty list for a good hall."""
    shapes = dict.fromkeys(room.shape for room in plan.rooms)
    return [
        *(fault for shape in shapes for fault in _in_shape(shape)),
        *_rooms_apart(plan.rooms),
        *_before_counters(plan),
        *_hidden(plan),
    ]


def _in_shape(shape: Shape) -> Iterator[str]:
    for a, b in combinations(shape.blocks, 2):
        if a.overlaps(b):
            yield f"{a.kind} at {a.centre} overlaps {b.kind} at {b.centre}"
    floor = Block("floor", -shape.width / 2, 0.0, shape.width / 2, shape.depth)
    for block in shape.blocks:
        if _off(block, floor):
            yield f"{block.kind} at {block.centre} is off the floor"
    for a_, b_ in combinations(shape.bays, 2):
        apart = abs(a_.x - b_.x) + abs(a_.y - b_.y)
        if a_.turn == b_.turn and apart < shape.pitch - 1e-6:
            yield f"arches at ({a_.x}, {a_.y}) and ({b_.x}, {b_.y}) overlap"


def _off(block: Block, floor: Block) -> bool:
    return block.x0 < floor.x0 or block.y0 < floor.y0 or block.x1 > floor.x1 or block.y1 > floor.y1


def _rooms_apart(rooms: tuple[Room, ...]) -> Iterator[str]:
    for a, b in combinations(rooms, 2):
        if a.outline.overlaps(b.outline):
            yield f"the {a.shape.kind} at ({a.x}, {a.y}) runs into that at ({b.x}, {b.y})"


def _before_counters(plan: HallPlan) -> Iterator[str]:
    for counter in plan.counters:
        stand = counter.stand
        room = Block.around("room", stand.x, stand.y, WHEELCHAIR, WHEELCHAIR)
        for block in plan.blocks:
            if block.overlaps(room):
                yield f"{block.kind} stands in front of counter {counter.department.id}"


def _hidden(plan: HallPlan) -> Iterator[str]:
    """Signs that cannot be seen from where one stands to read them."""
    cards = {card.name: card for card in reversed(plan.cards)}
    for counter in plan.counters:
        yield from _between(plan, counter.stand, cards[f"sign:{counter.department.id}"])
    for name in ("title", "totem:0"):
        yield from _between(plan, plan.entrance, cards[name])


def _between(plan: HallPlan, eye: Pose, card: Card) -> Iterator[str]:
    """What stands in the line from an eye to the middle of a card, and reaches up to it."""
    length = math.dist((eye.x, eye.y), (card.x, card.y))
    steps = max(1, round(length / 0.2))
    for block in plan.blocks:
        tall = _TALL.get(block.kind, 0.0)
        for i in range(1, steps):
            share = i / steps
            height = _EYE + (card.z - _EYE) * share
            x, y = eye.x + (card.x - eye.x) * share, eye.y + (card.y - eye.y) * share
            near = math.dist((x, y), (card.x, card.y)) < 0.5
            if height < tall and not near and block.holds(x, y):
                yield f"{block.kind} at {block.centre} hides {card.name}"
                break
