"""What a visitor would be told of who cannot see the hall: what is near, how far, on which side."""

import math
from typing import Literal

from hall3d.plan.model import HallPlan, Pose, Room

Side = Literal["ahead", "left", "right", "behind"]
_AHEAD, _BEHIND = 40.0, 140.0
"""Degrees off the gaze up to which something is ahead, and from which it is behind."""


def around(plan: HallPlan, pose: Pose) -> list[dict[str, str | float]]:
    """Everything in the visitor's room, the nearest first, and the zones beyond it.

    [{"counter": id or "place": "desk" | "entrance" | "zone:ID", "metres", "side"}]
    """
    room = _room(plan, pose)
    near = [_told(pose, *thing) for thing in (*_counters(plan, room), *_places(plan, room))]
    return sorted(near, key=lambda told: float(told["metres"]))


def side(pose: Pose, x: float, y: float) -> Side:
    """Where a point lies for somebody who stands and looks like this."""
    bearing = math.degrees(math.atan2(x - pose.x, y - pose.y))
    off = (bearing - pose.heading + 180.0) % 360.0 - 180.0
    if abs(off) <= _AHEAD:
        return "ahead"
    if abs(off) >= _BEHIND:
        return "behind"
    return "right" if off > 0 else "left"


_Thing = tuple[str, str, tuple[float, float]]


def _told(pose: Pose, kind: str, name: str, spot: tuple[float, float]) -> dict[str, str | float]:
    metres = round(math.dist((pose.x, pose.y), spot), 1)
    return {kind: name, "metres": metres, "side": side(pose, *spot)}


def _counters(plan: HallPlan, room: int) -> list[_Thing]:
    return [
        ("counter", one.department.id, (one.bay.x, one.bay.y))
        for one in plan.counters
        if one.room == room
    ]


def _places(plan: HallPlan, room: int) -> list[_Thing]:
    """The desk and the entrance, which are in the first room, and where other zones begin."""
    own = [
        ("place", "desk", plan.desk[:2]),
        ("place", "entrance", (plan.entrance.x, plan.entrance.y)),
    ]
    zones = [
        ("place", f"zone:{one.zone}", _middle(one))
        for index, one in enumerate(plan.rooms)
        if one.zone is not None and index != room
    ]
    return (own if room == 0 else []) + zones


def _room(plan: HallPlan, pose: Pose) -> int:
    """The room one stands in; in a doorway the nearest."""
    return min(range(len(plan.rooms)), key=lambda index: _outside(plan.rooms[index], pose))


def _outside(room: Room, pose: Pose) -> float:
    """Metres from a room's floor, 0 within it."""
    floor = room.outline
    dx = max(floor.x0 - pose.x, 0.0, pose.x - floor.x1)
    dy = max(floor.y0 - pose.y, 0.0, pose.y - floor.y1)
    return math.hypot(dx, dy)


def _middle(room: Room) -> tuple[float, float]:
    return room.outline.centre
