"""Sleeves, hands, legs and shoes."""

from collections.abc import Iterator

import numpy as np

from hall3d.people.form import Level, Limb, Part, chain, mirrored, only, rings, rise, sheet
from hall3d.people.looks import Looks
from hall3d.people.skeleton import COUNT, JOINT, REST
from hall3d.scene.mesh import Array, rgb

_DOWN = (REST[JOINT["right_wrist"]] - REST[JOINT["right_shoulder"]]) / np.linalg.norm(
    REST[JOINT["right_wrist"]] - REST[JOINT["right_shoulder"]]
)
_OUT = np.array([-_DOWN[2], 0.0, _DOWN[0]])
_SHOULDER, _WRIST = REST[JOINT["right_shoulder"]], REST[JOINT["right_wrist"]]


def build_arms(looks: Looks, level: Level) -> Iterator[Part]:
    """Both sleeves and hands."""
    sides: tuple[tuple[str, Limb], ...] = (("right", "right_arm"), ("left", "left_arm"))
    for side, limb in sides:
        points = _sleeve(looks, (7, 5, 3)[level], level)
        joints = ("chest", f"{side}_shoulder", f"{side}_elbow")
        whole = points if side == "right" else mirrored(points)
        yield sheet(whole, chain(joints, 0.05), rgb(looks.cloth), limb, "cloth")
        for piece, joint_chain in _hand(looks, level):
            names = [f"{side}_{name}" for name in joint_chain]
            whole = piece if side == "right" else mirrored(piece)
            yield sheet(whole, chain(names, 0.014), _skin(looks), limb)


def _sleeve(looks: Looks, segments: int, level: Level) -> Array:
    """From inside the shoulder down to the cuff."""
    slim = (0.9 if looks.woman else 1.0) * looks.broad
    steps = np.array([-0.01, 0.03, 0.1, 0.19, 0.27, 0.34, 0.43, 0.5])
    half = np.array([0.049, 0.056, 0.056, 0.052, 0.048, 0.046, 0.04, 0.038]) * slim
    if looks.top == "coat":
        half = half + 0.006
    path = _SHOULDER + steps[:, None] * _DOWN
    path[:, 0] -= (0.012 if looks.woman else 0.002) * (1 - steps / 0.5)
    path[3:6, 1] -= np.array([0.003, 0.006, 0.004])
    path[:3, 2] -= [0.034, 0.02, 0.006]
    path[:2, 0] -= [0.01, 0.005]
    start = _SHOULDER + np.array([-0.068, 0.0, -0.02])
    path = np.concatenate([[start], path])
    half = np.concatenate([[0.036 * slim], half])
    inside = np.concatenate([path, [path[-1] - 0.012 * _DOWN]])
    half = np.concatenate([half, [half[-1] * 0.72]])
    keep = (slice(None), [0, 1, 2, 4, 6, 8, 9], [0, 2, 5, 8])[level]
    radii = np.stack([half * 1.04, half * 0.96], 1)
    return rings(inside[keep], radii[keep], segments, (0.0, 1.0, 0.0))


def _skin(looks: Looks) -> Array:
    return rgb(looks.skin)


def _hand(looks: Looks, level: Level) -> Iterator[tuple[Array, tuple[str, ...]]]:
    """A hand that hangs from the wrist with its palm to the thigh: palm, fingers, thumb."""
    size = 0.93 if looks.woman else 1.0
    along = np.array([-0.03, 0.0, 0.03, 0.062, 0.09]) * size
    wide = np.array([0.026, 0.027, 0.037, 0.042, 0.04]) * size
    thick = np.array([0.02, 0.019, 0.017, 0.015, 0.012]) * size
    if level:
        along, wide = np.append(along, [0.13, 0.172]), np.append(wide, [0.033, 0.015])
        thick = np.append(thick, [0.011, 0.006])
    path = _WRIST + along[:, None] * _DOWN
    keep = (slice(1, None), [0, 2, 4, 6], [0, 3, 6])[level]
    palm = rings(path[keep], np.stack([wide, thick], 1)[keep], (6, 4, 3)[level], (0, 1, 0))
    yield palm, ("wrist", "fingers")
    if level == 0:
        for place, length, half in (
            (0.029, 0.066, 0.0085),
            (0.0095, 0.078, 0.009),
            (-0.0105, 0.072, 0.0088),
            (-0.029, 0.056, 0.0078),
        ):
            yield _finger(place * size, length * size, half * size), ("wrist", "fingers")
        yield _thumb(size), ("wrist",)


def _finger(place: float, length: float, half: float) -> Array:
    """One finger from the knuckle, a little bent towards the palm."""
    share = np.array([-0.12, 0.6, 1.0])
    inward = -0.1 * share**2 * length - 0.02 * share * length
    start = _WRIST + 0.086 * _DOWN + np.array([0.0, place, 0.0])
    path = start + (share * length)[:, None] * _DOWN + inward[:, None] * _OUT
    path[:, 1] += place * 0.18 * share
    radii = half * np.array([1.0, 0.98, 0.45])
    return rings(path, np.stack([radii, radii], 1), 4, (0.0, 1.0, 0.0))


def _thumb(size: float) -> Array:
    place = (
        np.array(
            [(0.014, 0.012, 0.0), (0.04, 0.05, 0.008), (0.075, 0.061, 0.016), (0.093, 0.062, 0.016)]
        )
        * size
    )
    path = _WRIST + place[:, :1] * _DOWN + place[:, 1:2] * [0, 1, 0] - place[:, 2:] * _OUT
    radii = np.array([0.014, 0.0132, 0.0098, 0.004]) * size
    return rings(path, np.stack([radii, radii], 1), 4, (0.0, 1.0, 0.0))


def build_legs(looks: Looks, level: Level) -> Iterator[Part]:
    """Trousers or a skirt with legs, and shoes."""
    for side in ("right", "left"):
        flip = (lambda p: p) if side == "right" else mirrored
        names = [f"{side}_{name}" for name in ("hip", "knee", "ankle")]
        bare = looks.skirt
        colour = rgb(looks.skin) * 0.55 + rgb("6B5A50") * 0.2 if bare else rgb(looks.legs)
        points = flip(_leg(looks, level))
        yield sheet(points, chain(["pelvis", *names], 0.06), colour, "legs", "cloth")
        yield sheet(flip(_shoe(looks, level)), only(names[-1]), rgb(looks.shoes), "legs")
    if looks.skirt:
        yield sheet(
            _skirt(looks, (12, 8, 5)[level]), _skirt_weights, rgb(looks.legs), "legs", "cloth"
        )


def _leg(looks: Looks, level: Level) -> Array:
    slim = (0.94 if looks.woman else 1.0) * looks.broad
    z = np.array([0.93, 0.84, 0.68, 0.55, 0.47, 0.34, 0.16, 0.075, 0.05])
    half = np.array([0.084, 0.088, 0.08, 0.069, 0.063, 0.062, 0.055, 0.057, 0.055]) * slim
    if looks.skirt:
        half = half * np.array([0.9, 0.9, 0.8, 0.75, 0.78, 0.8, 0.62, 0.6, 0.6])
    y = np.array([0.0, 0.002, 0.008, 0.01, 0.008, -0.008, -0.014, -0.006, -0.004])
    x = np.array([0.085, 0.09, 0.089, 0.088, 0.088, 0.088, 0.088, 0.088, 0.088])
    path = np.stack([x, y, z], 1)
    keep = ([0, 1, 2, 3, 4, 5, 6, 8], [0, 2, 4, 6, 8], [0, 4, 8])[level]
    radii = np.stack([half, half * 1.1], 1)
    return rings(path[keep], radii[keep], (7, 5, 3)[level], (1.0, 0.0, 0.0), 2.2)


def _shoe(looks: Looks, level: Level) -> Array:
    """A low shoe along y: heel, instep, toe."""
    y = np.array([-0.088, -0.078, -0.02, 0.05, 0.12, 0.165, 0.182])
    top = np.array([0.035, 0.066, 0.084, 0.074, 0.052, 0.04, 0.02])
    half = np.array([0.016, 0.033, 0.037, 0.043, 0.047, 0.036, 0.012])
    keep = ([0, 1, 2, 3, 4, 5, 6], [0, 1, 3, 6], [0, 2, 6])[level]
    y, top, half = y[keep], top[keep], half[keep]
    if looks.woman:
        half = half * 0.9
    path = np.stack([np.full(len(y), 0.092), y, top / 2], 1)
    ring = rings(path, np.stack([half, top / 2], 1), (6, 5, 4)[level], (1.0, 0.0, 0.0), 2.8)
    ring[..., 2] = np.maximum(ring[..., 2], 0.0)
    return ring


def _skirt(looks: Looks, segments: int) -> Array:
    z = np.array([0.98, 0.93, 0.88, 0.8, 0.62, 0.44])
    wide = np.array([0.165, 0.18, 0.19, 0.196, 0.2, 0.2])
    deep = np.array([0.12, 0.135, 0.14, 0.14, 0.14, 0.145])
    path = np.stack([np.zeros(6), np.full(6, -0.005), z], 1)
    return rings(path, np.stack([wide, deep], 1) * looks.broad, segments, (1.0, 0.0, 0.0))


def _skirt_weights(points: Array) -> Array:
    """The pelvis above, both thighs below, shared across the middle."""
    weights = np.zeros((len(points), COUNT))
    low = rise(-points[:, 2], -0.97, -0.84)
    right = np.clip(0.5 + points[:, 0] / 0.16, 0, 1)
    weights[:, JOINT["pelvis"]] = 1 - low
    weights[:, JOINT["right_hip"]] = low * right
    weights[:, JOINT["left_hip"]] = low * (1 - right)
    return weights
