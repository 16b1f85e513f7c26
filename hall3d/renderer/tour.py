"""Twelve places worth seeing on a walk through a hall, from its plan."""

import math
from collections.abc import Iterator

from hall3d.movement import Ground
from hall3d.plan import HallPlan, Pose
from hall3d.plan.model import Block

_CORNERS = ("kiosk", "exhibit", "children", "writing", "seats", "totem")


def stops(plan: HallPlan) -> list[tuple[str, Pose]]:
    """Twelve names and poses, in the order of a walk; fewer in a hall that has fewer places."""
    ground = Ground(plan)
    count = len(plan.counters)
    chosen = [plan.counters[i] for i in sorted({0, count // 3, count // 2, count - 1})]
    found = [("entrance", plan.entrance), ("approach", _between(plan.entrance, plan.desk_stand))]
    found.append(("desk", plan.desk_stand))
    for kind in _CORNERS:
        found += [(kind, pose) for pose in _before(plan, ground, kind)]
    found += [(f"counter-{one.department.number}", one.stand) for one in chosen]
    found.append(("back", _back(plan, ground)))
    return found[:12]


def _between(a: Pose, b: Pose) -> Pose:
    return Pose((a.x + b.x) / 2, (a.y + b.y) / 2, a.heading)


def _before(plan: HallPlan, ground: Ground, kind: str) -> Iterator[Pose]:
    """Where one sees the first block of a kind well, if there is one."""
    blocks = plan.of_kind(kind)
    if blocks:
        yield _facing(ground, blocks[0], plan.desk[:2])


def _facing(ground: Ground, block: Block, side: tuple[float, float]) -> Pose:
    """A free place three and a half metres from a block, on the side of a point."""
    x, y = block.centre
    away = math.dist((x, y), side) or 1.0
    wish = (x + 3.5 * (side[0] - x) / away, y + 3.5 * (side[1] - y) / away)
    spot = ground.nearest(*wish) or wish
    return Pose(*spot, math.degrees(math.atan2(x - spot[0], y - spot[1])) % 360.0)


def _back(plan: HallPlan, ground: Ground) -> Pose:
    """From the far side, looking back at the daylight and the doors."""
    last = plan.counters[len(plan.counters) // 2].stand
    spot = ground.nearest(last.x, last.y) or (last.x, last.y)
    x, y = plan.entrance.x, plan.entrance.y
    return Pose(*spot, math.degrees(math.atan2(x - spot[0], y - spot[1])) % 360.0)
