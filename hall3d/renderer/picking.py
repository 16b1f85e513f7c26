"""What a tap means: a counter, the information desk, or a point of the floor."""

import math
from dataclasses import dataclass

from hall3d.plan.model import Counter, HallPlan
from hall3d.renderer.view import Ray, Vector

_COUNTER_LOW, _COUNTER_HIGH = (-1.5, -0.5, 0.0), (1.5, 2.4, 4.5)
_DESK_HEIGHT = 1.9
"""Metres; a colleague stands in the desk and is part of it."""


@dataclass(frozen=True)
class Pick:
    """What a tap met: `counter` is an id, `place` a place, else `point` on the floor."""

    counter: str | None = None
    place: str | None = None
    point: tuple[float, float] | None = None


def pick(plan: HallPlan, ray: Ray) -> Pick | None:
    """The first thing a ray meets that a tap can mean; None for walls and ceiling."""
    met: list[tuple[float, Pick]] = []
    for counter in plan.counters:
        far = _box_distance(_in_bay(counter, ray), _COUNTER_LOW, _COUNTER_HIGH)
        if far is not None:
            met.append((far, Pick(counter=counter.department.id)))
    for block in plan.of_kind("desk"):
        low, high = (block.x0, block.y0, 0.0), (block.x1, block.y1, _DESK_HEIGHT)
        far = _box_distance(ray, low, high)
        if far is not None:
            met.append((far, Pick(place="desk")))
    down = ray.direction[2]
    if down < -1e-6:
        far = -ray.origin[2] / down
        x, y = (ray.origin[i] + far * ray.direction[i] for i in (0, 1))
        if any(room.outline.holds(x, y) for room in plan.rooms):
            met.append((far, Pick(point=(x, y))))
    return min(met, key=lambda pair: pair[0])[1] if met else None


def _in_bay(counter: Counter, ray: Ray) -> Ray:
    """A ray in the counter's own frame."""
    bay = counter.bay
    c, s = math.cos(bay.turn), math.sin(bay.turn)
    dx, dy = ray.origin[0] - bay.x, ray.origin[1] - bay.y
    x, y, z = ray.direction
    origin = (c * dx + s * dy, -s * dx + c * dy, ray.origin[2])
    return Ray(origin, (c * x + s * y, -s * x + c * y, z))


def _box_distance(ray: Ray, low: Vector, high: Vector) -> float | None:
    """How far along the ray a box begins; None when it is missed or begins behind the eye."""
    enter, leave = 0.0, math.inf
    for axis in range(3):
        start, way = ray.origin[axis], ray.direction[axis]
        if abs(way) < 1e-9:
            if not low[axis] <= start <= high[axis]:
                return None
            continue
        first, second = (low[axis] - start) / way, (high[axis] - start) / way
        enter, leave = max(enter, min(first, second)), min(leave, max(first, second))
    return enter if enter < leave and enter > 0 else None
