"""The light that people are seen in: a soft key from above and in front, the bright room, and the
shade that a body throws on itself, reckoned from spheres along its bones."""

from collections.abc import Sequence

import numpy as np

from hall3d.people.form import Limb, rise
from hall3d.people.skeleton import JOINT, REST
from hall3d.scene import tone
from hall3d.scene.mesh import Array, unit

_KEY: Array = unit(np.array([[-0.34, 0.62, 0.8]]))[0]
_KEY_LIGHT: Array = np.array([0.36, 0.35, 0.335])
_SKY: Array = np.array([0.33, 0.335, 0.34])
_FLOOR: Array = np.array([0.2, 0.185, 0.165])
_EXPOSURE = 2.35
"""As the hall's by day, so that people stand in the same light."""
_BODY: tuple[tuple[Limb, str, str, float, int], ...] = (
    # limb, from joint, to joint, radius, how many spheres
    ("torso", "pelvis", "chest", 0.125, 4),
    ("torso", "chest", "neck", 0.12, 3),
    ("right_arm", "right_shoulder", "right_elbow", 0.05, 4),
    ("right_arm", "right_elbow", "right_wrist", 0.042, 4),
    ("right_arm", "right_wrist", "right_fingers", 0.04, 2),
    ("left_arm", "left_shoulder", "left_elbow", 0.05, 4),
    ("left_arm", "left_elbow", "left_wrist", 0.042, 4),
    ("left_arm", "left_wrist", "left_fingers", 0.04, 2),
    ("legs", "right_hip", "right_knee", 0.085, 5),
    ("legs", "right_knee", "right_ankle", 0.06, 5),
    ("legs", "left_hip", "left_knee", 0.085, 5),
    ("legs", "left_knee", "left_ankle", 0.06, 5),
)

_AT_ONCE = 500
"""Points that are shaded at a time: what is reckoned of them stays in the processor's cache."""


class Shade:
    """What a body in a pose hides from its own parts. `joints`: skinning matrices."""

    def __init__(self, joints: Array) -> None:
        limbs: list[Limb] = []
        spheres: list[Array] = []
        for limb, start, end, radius, count in _BODY:
            a, b = _moved(joints, start), _moved(joints, end)
            for share in (np.arange(count) + 0.5) / count:
                limbs.append(limb)
                spheres.append(np.append(a + (b - a) * share, radius))
        head = joints[JOINT["head"]]
        for centre, radius in (((0, 0.0, 1.6), 0.095), ((0, 0.03, 1.53), 0.06)):
            limbs.append("head")
            spheres.append(np.append(head[:, :3] @ np.array(centre) + head[:, 3], radius))
        self._limbs = np.array(limbs)
        self._spheres = np.array(spheres)

    def on(self, points: Array, normals: Array, limb: Limb) -> tuple[Array, Array]:
        """How open points (n x 3) of a limb are to the room, and to the key light; 0..1 each."""
        # a leg shades the other one, so legs are told apart by which side they are on
        others = (self._limbs != limb) | (limb == "legs")
        centres, radius = self._spheres[others, :3], self._spheres[others, 3]
        room, key = np.ones(len(points)), np.ones(len(points))
        for part in np.array_split(np.arange(len(points)), 1 + len(points) // _AT_ONCE):
            way = centres - points[part, None]
            far = np.maximum(np.linalg.norm(way, axis=2), 1e-6)
            clear = rise(far, 1.05 * radius, 1.6 * radius)
            facing = np.einsum("psc,pc->ps", way, normals[part]) / far
            size = np.minimum((radius / far) ** 2, 1.0)
            aligned = rise(way @ _KEY / far, 1 - 1.6 * size - 0.02, 1 - 0.15 * size)
            room[part] = np.prod(1 - 0.55 * np.clip(facing + 0.25, 0, 1) * size * clear, 1)
            key[part] = np.prod(1 - 0.6 * aligned * clear * np.minimum(1.0, 6 * size), 1)
        return room, key


def _moved(joints: Array, name: str) -> Array:
    own = joints[JOINT[name]]
    return np.asarray(own[:, :3] @ REST[JOINT[name]] + own[:, 3])


def lit(
    normals: Array, room: Array, key: Array, wrap: Sequence[float] = (0.18, 0.18, 0.18)
) -> Array:
    """Light (n x 3) on surfaces; `wrap`: how far each colour of light creeps round, as in skin."""
    soft = np.asarray(wrap)
    direct = np.clip(((normals @ _KEY)[..., None] + soft) / (1 + soft), 0, 1)
    up = 0.5 + 0.5 * normals[..., 2:]
    low = _FLOOR * (1 - up) * (0.35 + 0.65 * room[..., None])
    return np.asarray(
        direct * _KEY_LIGHT * key[..., None] * (0.4 + 0.6 * room[..., None])
        + up * _SKY * room[..., None]
        + low
    )


def sheen(normals: Array) -> Array:
    """The soft gleam of skin towards whoever stands in front, 0..1."""
    half = unit((_KEY + np.array([0.0, 1.0, 0.0]))[None])[0]
    return np.asarray(np.clip(normals @ half, 0, 1) ** 14)


def shown(light: Array, colours: Array) -> Array:
    """What a screen shows of linear colours in a light."""
    return tone.shown(_EXPOSURE * light * colours)
