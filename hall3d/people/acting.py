"""Behaviour into poses: the guide's walk and gestures, a clerk's glance, breathing."""

import math
from functools import cache

import numpy as np

from hall3d.people import stances
from hall3d.people.clerks import Clerk
from hall3d.people.guide import Guide
from hall3d.people.skeleton import JOINT
from hall3d.people.wardrobe import COSTUMES
from hall3d.scene.mesh import Array

_STEPS = 24
_WALK: Array = np.stack([stances.walking(k / _STEPS) for k in range(_STEPS + 1)])
_WAITING, _SHOWING = stances.hands_together(), stances.showing()
_SHOWING_LEFT = stances.other_way_round(_SHOWING)
_BREATH = 4.2
"""Seconds from one breath to the next."""


def guide_pose(guide: Guide, clock: float, breath: float) -> Array:
    """What the guide looks like now; clock: seconds, breath: 0..1, how deep it goes."""
    place = guide.phase * _STEPS
    step = min(int(place), _STEPS - 1)
    walk = stances.blended(_WALK[step], _WALK[step + 1], place - step)
    shown = _SHOWING_LEFT if guide.left_handed else _SHOWING
    still = stances.blended(_WAITING, shown, guide.showing)
    pose = stances.blended(still, walk, guide.brisk)
    _breathe(pose, clock, breath)
    _look(pose, guide.glance, 0.0, 0.25)
    return pose


def clerk_pose(clerk: Clerk, clock: float, breath: float) -> Array:
    """What a clerk looks like now."""
    pose = _base(clerk.place.figure).copy()
    _breathe(pose, clock + clerk.place.x, breath)
    pose[JOINT["spine"], 2] -= math.radians(clerk.body_turn)
    _look(pose, clerk.head_turn, clerk.down + clerk.nodding, 0.0)
    return pose


@cache
def _base(name: str) -> Array:
    return COSTUMES[name].stance()


def _breathe(pose: Array, clock: float, breath: float) -> None:
    deep = breath * math.sin(2 * math.pi * clock / _BREATH)
    pose[JOINT["chest"], 0] += math.radians(0.7 * deep)
    pose[JOINT["neck"], 0] -= math.radians(0.6 * deep)
    for side in ("right", "left"):
        pose[JOINT[f"{side}_shoulder"], 0] -= math.radians(0.6 * deep)


def _look(pose: Array, turn: float, down: float, trunk: float) -> None:
    """Turn the face to the right and lower it (degrees), the trunk taking a share of the turn."""
    right, low = math.radians(turn), math.radians(down)
    pose[JOINT["chest"], 2] -= trunk * right
    pose[JOINT["neck"], 2] -= 0.4 * (1 - trunk) * right
    pose[JOINT["head"], 2] -= 0.6 * (1 - trunk) * right
    pose[JOINT["neck"], 0] -= 0.35 * low
    pose[JOINT["head"], 0] -= 0.65 * low
