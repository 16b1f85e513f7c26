"""The trunk under its clothes: one smooth surface over angle and height, and its sheet."""

import numpy as np

from hall3d.people.form import Level, Part, bump, rise, sheet, smooth
from hall3d.people.looks import Looks
from hall3d.people.skeleton import COUNT, JOINT
from hall3d.scene.mesh import Array

FOOT, TOP = 0.78, 1.478
_Z = (0.78, 0.86, 0.94, 1.01, 1.08, 1.15, 1.23, 1.31, 1.37, 1.405, 1.43, 1.452, 1.478)
_MAN = (0.19, 0.187, 0.178, 0.166, 0.162, 0.167, 0.177, 0.186, 0.186, 0.172, 0.142, 0.1, 0.07)
_WOMAN = (0.197, 0.194, 0.18, 0.156, 0.143, 0.147, 0.157, 0.165, 0.164, 0.152, 0.126, 0.09, 0.062)
_FRONT = (0.136, 0.132, 0.122, 0.111, 0.107, 0.111, 0.118, 0.116, 0.102, 0.087, 0.072, 0.058, 0.048)
_BACK = (0.14, 0.14, 0.128, 0.105, 0.094, 0.099, 0.11, 0.118, 0.114, 0.104, 0.095, 0.088, 0.082)
_AXIS = -0.012
_SQUARE = 0.76
_SIDE = 0.12
"""Where the side of the trunk is across its picture: most of it is for the front."""


def surface(angle: Array, z: Array, looks: Looks) -> Array:
    """Points of the clothed trunk: angle 0 in front, growing to the person's right; z metres."""
    wide = smooth(z, _Z, _WOMAN if looks.woman else _MAN) * looks.broad
    hem = {"coat": 0.02, "jumper": 0.0, "shirt": -0.004, "blazer": 0.0}[looks.top]
    flare = hem * (1 - rise(z, 0.8, 1.1))
    front = smooth(z, _Z, _FRONT) * (0.55 + 0.45 * looks.broad)
    back = smooth(z, _Z, _BACK) * (0.55 + 0.45 * looks.broad)
    c, s = np.cos(angle), np.sin(angle)
    power = _SQUARE
    x = (wide + flare) * np.sign(s) * np.abs(s) ** power
    deep = np.where(c > 0, front, back) + flare
    y = _AXIS + deep * np.sign(c) * np.abs(c) ** power
    ahead = np.clip(c, 0, 1)
    if looks.woman:
        breast = bump(np.abs(x), z, (0.075, 1.235), (0.052, 0.062))
        y = y + (0.036 * breast + 0.01 * bump(x, z, (0, 1.235), (0.05, 0.06))) * ahead
    belly = 0.012 + 0.03 * np.clip((looks.age - 35) / 40, 0, 1) * (looks.broad > 0.9)
    y = y + belly * bump(x, z, (0, 1.02), (0.12, 0.1)) * ahead
    blade = bump(np.abs(x), z, (0.085, 1.3), (0.05, 0.08))
    y = (
        y
        - 0.008 * blade * np.clip(-c, 0, 1)
        + 0.006 * bump(x, z, (0, 1.3), (0.025, 0.14)) * (c < 0)
    )
    # the neck's opening is lower in front
    low = (0.026 + 0.026 * c) * rise(z, 1.36, TOP)
    return np.stack([x, y, z - low], -1)


def folds(angle: Array, z: Array, looks: Looks) -> Array:
    """How far the cloth stands off (metres): soft folds at the waist and from the armpits."""
    around = np.abs((angle + np.pi) % (2 * np.pi) - np.pi)
    waist = bump(z * 0, z, (0, 1.06), (1, 0.07)) * np.sin(70 * (z - 1.06) + 3.2 * np.sin(angle))
    armpit = bump(around, z, (1.25, 1.29), (0.32, 0.1)) * np.sin(34 * around + 46 * (z - 1.3))
    skirts = (1 - rise(z, 0.84, 1.02)) * np.sin(7 * angle + 1.0) * 0.6
    depth = 0.0035 if looks.top in ("jumper", "coat") else 0.0024
    return np.asarray(depth * (0.8 * waist + armpit + skirts))


_ROWS = (
    (FOOT, 0.88, 0.99, 1.09, 1.19, 1.28, 1.35, 1.38, 1.4, 1.42, 1.44, 1.458, TOP),
    (FOOT, 0.92, 1.06, 1.22, 1.36, 1.425, TOP),
    (FOOT, 1.06, 1.36, TOP),
)
_COLUMNS = (
    (0.5, 0.446, 0.404, 0.38, 0.33, 0.24, 0.12, 0.0),
    (0.5, 0.42, 0.38, 0.26, 0.0),
    (0.5, 0.38, 0.0),
)
"""Where the sheet's columns are, from the back to the front, off the middle of the picture."""


def build_torso(looks: Looks, level: Level) -> Part:
    """The trunk as a sheet on its chart: u is the angle from the back, v the height."""
    z = np.array(_ROWS[level])[:, None]
    half = 0.5 - np.array(_COLUMNS[level])
    u = np.concatenate([half, 1 - half[-2::-1]])
    angle = angle_at(u)[None]
    points = surface(angle, z, looks)
    u, v = np.broadcast_arrays(u[None], (z - FOOT) / (TOP - FOOT))
    return sheet(points, torso_weights, np.ones(3), "torso", "torso", np.stack([u, v], -1))


def chart_angles(size: int) -> Array:
    """The angles behind the texels of a row of the trunk's picture."""
    return angle_at((np.arange(size) + 0.5) / size)


def angle_at(u: Array) -> Array:
    """The angle at a place across the trunk's picture."""
    half = np.abs(u - 0.5)
    front = half <= 0.5 - _SIDE
    across = np.where(front, half / (0.5 - _SIDE), (0.5 - half) / _SIDE)
    turn = np.arcsin(np.clip(across, 0, 1) ** (1 / _SQUARE))
    return np.asarray(np.sign(u - 0.5) * np.where(front, turn, np.pi - turn))


def torso_weights(points: Array) -> Array:
    """Pelvis, spine and chest by height; a little of the upper arms and of the thighs."""
    x, z = points[:, 0], points[:, 2]
    weights = np.zeros((len(points), COUNT))
    spine, chest = rise(z, 0.97, 1.1), rise(z, 1.1, 1.27)
    weights[:, JOINT["chest"]] = chest
    weights[:, JOINT["spine"]] = spine * (1 - chest)
    weights[:, JOINT["pelvis"]] = 1 - spine
    for side, sign in (("right", 1.0), ("left", -1.0)):
        arm = 0.4 * rise(sign * x, 0.1, 0.19) * rise(z, 1.2, 1.32)
        thigh = 0.85 * rise(sign * x, -0.05, 0.08) * (1 - rise(z, 0.8, 0.95))
        for share, joint in ((arm, f"{side}_shoulder"), (thigh, f"{side}_hip")):
            weights *= (1 - share)[:, None]
            weights[:, JOINT[joint]] += share
    return weights
