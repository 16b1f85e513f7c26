"""What the place is called where somebody stands."""

import math

from hall3d.plan import HallPlan, Pose

_COUNTER_REACH = 2.6
_DESK_REACH = 3.0
_ENTRANCE_REACH = 2.6
_FRONT = -0.54  # where a counter's top ends, from the face of its wall


def place_at(plan: HallPlan, pose: Pose) -> str:
    """`counter:ID` within 2.6 m of a counter's front, `entrance`, `desk`, else `hall`."""
    fronts = {one.department.id: one.bay.at(0.0, _FRONT) for one in plan.counters}
    near = min(fronts, key=lambda ident: math.dist(fronts[ident], (pose.x, pose.y)))
    if math.dist(fronts[near], (pose.x, pose.y)) <= _COUNTER_REACH:
        return f"counter:{near}"
    x, y, radius = plan.desk
    if math.dist((x, y), (pose.x, pose.y)) <= radius + _DESK_REACH:
        return "desk"
    entrance = plan.entrance
    if math.dist((entrance.x, entrance.y), (pose.x, pose.y)) <= _ENTRANCE_REACH:
        return "entrance"
    return "hall"
