"""Twelve places worth seeing on a walk through a hall, from its plan."""

import math

from hall3d.movement import Ground
from hall3d.plan import HallPlan, Pose
from hall3d.plan.model import Block

_CORNERS = ("kiosk", "exhibit", "children", "writing", "seats")
_COUNT = 12
_AWAY = (3.4, 4.4)
"""Metres from which a corner is seen well."""
_TURNS = 16


def stops(plan: HallPlan) -> list[tuple[str, Pose]]:
    """Twelve names and poses, in the order of a walk; fewer in a hall that has fewer places."""
    ground = Ground(plan)
    count = len(plan.counters)
    found = [("entrance", plan.entrance), ("approach", _between(plan.entrance, plan.desk_stand))]
    found.append(("desk", plan.desk_stand))
    for kind in _CORNERS:
        blocks = plan.of_kind(kind)
        pose = _facing(plan, ground, blocks[len(blocks) // 2]) if blocks else None
        found += [(kind, pose)] if pose is not None else []
    for i in sorted({0, count // 2, count - 1}):
        found.append((f"counter-{plan.counters[i].department.number}", plan.counters[i].stand))
    return [*found[: _COUNT - 1], ("back", _back(plan, ground))]


def _between(a: Pose, b: Pose) -> Pose:
    return Pose((a.x + b.x) / 2, (a.y + b.y) / 2, a.heading)


def _facing(plan: HallPlan, ground: Ground, block: Block) -> Pose | None:
    """A free place from which nothing stands before a block, as nearly at its front as can be."""
    x, y = block.centre
    others = [one.grown(0.15) for one in plan.blocks if one is not block]
    found: list[tuple[float, Pose]] = []
    for away in _AWAY:
        for i in range(_TURNS):
            aside = math.tau * i / _TURNS
            angle = block.turn - math.pi / 2 + aside
            spot = (x + away * math.cos(angle), y + away * math.sin(angle))
            if ground.free(*spot) and not _hidden(spot, (x, y), others):
                heading = math.degrees(math.atan2(x - spot[0], y - spot[1])) % 360.0
                off = abs((aside + math.pi) % math.tau - math.pi)
                # a little from the side shows a thing better than straight from its front
                found.append((abs(off - 0.4), Pose(*spot, heading)))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _hidden(eye: tuple[float, float], end: tuple[float, float], blocks: list[Block]) -> bool:
    """Whether a block stands between two points, the last metre before the end left out."""
    away = math.dist(eye, end)
    for i in range(1, round(away / 0.2)):
        share = 0.2 * i / away
        x, y = eye[0] + share * (end[0] - eye[0]), eye[1] + share * (end[1] - eye[1])
        if math.dist((x, y), end) > 1.6 and any(block.holds(x, y) for block in blocks):
            return True
    return False


def _back(plan: HallPlan, ground: Ground) -> Pose:
    """From the first room's far side, looking back at the daylight and the doors."""
    shape = plan.rooms[0].shape
    spot = ground.nearest(0.18 * shape.width, shape.depth - 3.2) or (0.0, shape.depth - 3.2)
    x, y = -0.3 * shape.width, plan.entrance.y
    return Pose(*spot, math.degrees(math.atan2(x - spot[0], y - spot[1])) % 360.0)
