"""What the window is told of a hall: enough to draw a map and to list every place."""

import math
from typing import Any

from hall3d.plan import HallPlan


def described(plan: HallPlan) -> dict[str, Any]:
    """The `plan` of a `ready` event; metres, x to the right and y into the hall."""
    return {
        "bounds": list(plan.bounds),
        "outline": [list(room.outline.ends) for room in plan.rooms],
        "blocks": [
            {"kind": b.kind, "x0": b.x0, "y0": b.y0, "x1": b.x1, "y1": b.y1}
            for b in plan.blocks
            if b.kind != "guide"
        ],
        "counters": [
            {
                "id": one.department.id,
                "number": one.department.number,
                "x": one.bay.x,
                "y": one.bay.y,
                "turn": round(math.degrees(one.bay.turn), 3),
                "zone": None if one.department.zone is None else one.department.zone.id,
            }
            for one in plan.counters
        ],
        "zones": [_zone(plan, index) for index in range(len(plan.zones))],
        "places": [
            {"id": "entrance", "x": plan.entrance.x, "y": plan.entrance.y},
            {"id": "desk", "x": plan.desk[0], "y": plan.desk[1]},
        ],
    }


def _zone(plan: HallPlan, index: int) -> dict[str, Any]:
    """A zone at the middle of its counters."""
    zone = plan.zones[index]
    own = [one.bay.at(0.0, -2.5) for one in plan.counters if one.department.zone == zone]
    x, y = (sum(values) / len(own) for values in zip(*own, strict=True))
    told = {"id": zone.id, "letter": zone.letter, "colour": zone.colour, "name": zone.name}
    return {**told, "x": round(x, 2), "y": round(y, 2)}
