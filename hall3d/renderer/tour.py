"""Places worth seeing on a walk through a hall, each of another character, from its plan."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from hall3d.movement import Ground
from hall3d.plan import HallPlan, Pose
from hall3d.plan.model import Block
from hall3d.renderer.view import PITCH

_CORNERS = ("kiosk", "exhibit", "children")
_AWAY = (4.6, 5.6, 3.6)
"""Metres from which a corner is seen well, the best first."""
_ASIDE = 0.45
"""Radians off its front at which a corner shows best."""
_DOWN = -4.0
"""Degrees of a gaze at what stands on the floor."""
_TURNS = 24
_BESIDE = 0.42
"""Radians to either side of a gaze that are to be free."""


@dataclass(frozen=True)
class Stop:
    """A name, where one stands, and the degrees that the gaze is raised."""

    name: str
    pose: Pose
    pitch: float = PITCH


def stops(plan: HallPlan) -> list[Stop]:
    """In the order of a walk."""
    ground = Ground(plan)
    found = [
        Stop("entrance", plan.entrance),
        Stop("desk", plan.desk_stand),
        Stop("counter", _at_counter(plan), 1.0),
    ]
    if len(plan.rooms) == 1:
        found += [_arcade(plan, ground), _back(plan, ground)]
        corners: tuple[str, ...] = (*_CORNERS, "writing")
    else:
        found += [*_rooms(plan, ground), _back(plan, ground)]
        corners = _CORNERS
    for kind in corners:
        blocks = plan.of_kind(kind)
        pose = _facing(plan, ground, blocks[len(blocks) // 2]) if blocks else None
        if pose is not None:
            found.append(Stop(kind, pose, _DOWN))
    return found


def _towards(x: float, y: float, end: tuple[float, float]) -> Pose:
    """Standing at a place and looking at a point."""
    return Pose(x, y, math.degrees(math.atan2(end[0] - x, end[1] - y)) % 360.0)


def _at_counter(plan: HallPlan) -> Pose:
    """Before a counter in the middle, so that one meets its clerk's eyes."""
    bay = plan.counters[len(plan.counters) // 3].bay
    return _towards(*bay.at(0.95, -3.1), bay.at(0.5, 0.8))


def _arcade(plan: HallPlan, ground: Ground) -> Stop:
    """Along the counters of the far wall."""
    shape = plan.rooms[0].shape
    wish = (0.3 * shape.width, shape.depth - 4.4)
    spot = ground.nearest(*wish) or wish
    return Stop("arcade", _towards(*spot, (-0.3 * shape.width, shape.depth)))


def _rooms(plan: HallPlan, ground: Ground) -> Iterator[Stop]:
    """Into the concourse from its near end, and into a wing from its archway."""
    for kind, along, into in (("concourse", -1.3, 1.4), ("wing", 0.5, 2.6)):
        room = next(one for one in plan.rooms if one.shape.kind == kind)
        wish = room.at(along, into)
        spot = ground.nearest(*wish) or wish
        yield Stop(kind, _towards(*spot, room.at(0.2 * along, room.shape.depth)))


def _facing(plan: HallPlan, ground: Ground, block: Block) -> Pose | None:
    """A free place from which nothing stands before a block, as nearly at its front as can be."""
    x, y = block.centre
    others = [one.grown(0.15) for one in plan.blocks if one is not block]
    for away in _AWAY:
        found: list[tuple[float, Pose]] = []
        for i in range(_TURNS):
            aside = math.tau * i / _TURNS
            angle = block.turn - math.pi / 2 + aside
            spot = (x + away * math.cos(angle), y + away * math.sin(angle))
            if ground.free(*spot) and not _hidden(spot, (x, y), others):
                off = abs((aside + math.pi) % math.tau - math.pi)
                found.append((abs(off - _ASIDE), _towards(*spot, (x, y))))
        if found:
            return min(found, key=lambda pair: pair[0])[1]
    return None


def _hidden(eye: tuple[float, float], end: tuple[float, float], blocks: list[Block]) -> bool:
    """Whether a block stands before an end of a gaze, or not far beside it, the last metres before
    the end left out."""
    away = math.dist(eye, end)
    gaze = math.atan2(end[1] - eye[1], end[0] - eye[0])
    for aside in (-_BESIDE, 0.0, _BESIDE):
        x, y = math.cos(gaze + aside), math.sin(gaze + aside)
        for i in range(1, round((away - 1.6) / 0.2)):
            spot = (eye[0] + 0.2 * i * x, eye[1] + 0.2 * i * y)
            if any(block.holds(*spot) for block in blocks):
                return True
    return False


def _back(plan: HallPlan, ground: Ground) -> Stop:
    """From the first room's far side, over the seats to the daylight and the doors."""
    shape = plan.rooms[0].shape
    wish = (0.18 * shape.width, shape.depth - 3.2)
    spot = ground.nearest(*wish) or wish
    return Stop("seats", _towards(*spot, (-0.3 * shape.width, plan.entrance.y)))
