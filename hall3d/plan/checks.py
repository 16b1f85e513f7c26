"""What must be true of every hall: nothing overlaps, all stands on the floor, signs are free."""

from itertools import combinations

from hall3d.plan.model import Block, HallPlan

WHEELCHAIR = 0.9
"""Metres of clear width that a wheelchair needs."""


def faults(plan: HallPlan) -> list[str]:
    """Every fault found, each as a sentence; an empty list for a good hall."""
    found = [
        f"{a.kind} at {a.centre} overlaps {b.kind} at {b.centre}"
        for a, b in combinations(plan.blocks, 2)
        if a.overlaps(b)
    ]
    floors = [room.outline for room in plan.rooms]
    found += [
        f"{b.kind} at {b.centre} is off the floor"
        for b in plan.blocks
        if all(_off(b, floor) for floor in floors)
    ]
    for counter in plan.counters:
        stand = counter.stand
        room = Block.around("room", stand.x, stand.y, WHEELCHAIR, WHEELCHAIR)
        found += [
            f"{block.kind} stands in front of counter {counter.department.id}"
            for block in plan.blocks
            if block.overlaps(room)
        ]
    return found + _crowded_bays(plan)


def _off(block: Block, floor: Block) -> bool:
    return block.x0 < floor.x0 or block.y0 < floor.y0 or block.x1 > floor.x1 or block.y1 > floor.y1


def _crowded_bays(plan: HallPlan) -> list[str]:
    """Arches of one wall that are closer than their pitch."""
    return [
        f"arches at ({a.x}, {a.y}) and ({b.x}, {b.y}) overlap"
        for room in plan.rooms
        for a, b in combinations(room.shape.bays, 2)
        if a.turn == b.turn and abs(a.x - b.x) + abs(a.y - b.y) < plan.pitch - 1e-6
    ]
