"""The head as one smooth surface: skull, jaw, brow, eye sockets, nose, lips; its sheet and ears.

Heights inside this module count from the chin; a head is 0.227 m high.
"""

from collections.abc import Iterator

import numpy as np

from hall3d.people.form import Level, Part, bump, chain, only, rings, rise, sheet, smooth
from hall3d.people.looks import Looks
from hall3d.people.skeleton import JOINT, REST
from hall3d.scene.mesh import Array, rgb

CHIN: Array = np.array([0.0, -0.004, 1.473])
CROWN = 17.0
"""Rows of the head run from 0, where it meets the neck, to this one on top."""
EYE = (0.0315, 0.1125)
_FRONT = (
    # forward, up; from the throat over the chin to the crown
    (0.03, -0.022), (0.05, -0.008), (0.072, -0.001), (0.0855, 0.012), (0.0835, 0.029),
    (0.087, 0.041), (0.088, 0.0485), (0.0885, 0.056), (0.0875, 0.066), (0.088, 0.078),
    (0.0885, 0.095), (0.087, 0.112), (0.0915, 0.13), (0.0935, 0.15), (0.0885, 0.176),
    (0.073, 0.2), (0.043, 0.219), (-0.004, 0.227),
)  # fmt: skip
_SIDE = (
    # half width, up
    (0.044, 0.008), (0.0475, 0.02), (0.0505, 0.03), (0.053, 0.039), (0.055, 0.047),
    (0.0572, 0.054), (0.059, 0.0585), (0.0612, 0.0635), (0.064, 0.071), (0.067, 0.08),
    (0.071, 0.095), (0.0725, 0.112), (0.0745, 0.132), (0.076, 0.152), (0.0755, 0.174),
    (0.068, 0.198), (0.046, 0.217), (0.0, 0.227),
)  # fmt: skip
_BACK = (
    # backward, up
    (0.058, -0.02), (0.059, -0.004), (0.06, 0.008), (0.061, 0.02), (0.063, 0.032),
    (0.067, 0.045), (0.071, 0.052), (0.076, 0.059), (0.083, 0.07), (0.09, 0.083),
    (0.097, 0.099), (0.1005, 0.116), (0.102, 0.136), (0.1005, 0.155), (0.094, 0.177),
    (0.078, 0.2), (0.047, 0.219), (0.004, 0.227),
)  # fmt: skip
_ROWS = np.arange(CROWN + 1)


def _evened(profile: tuple[tuple[float, float], ...]) -> tuple[Array, Array, Array]:
    """Rows, reach and height of a profile, so dense and even that light on it shows no bands."""
    rows = np.linspace(-1, CROWN + 1, 20 * 19 + 1)
    weights = np.exp(-((np.arange(-24, 25) / 11.0) ** 2))
    weights /= weights.sum()
    found = []
    for k in (0, 1):
        drawn = smooth(rows, _ROWS, [one[k] for one in profile])
        slope = np.diff(np.array([one[k] for one in profile]))
        drawn = drawn + np.minimum(rows, 0) * slope[0] + np.maximum(rows - CROWN, 0) * slope[-1]
        found.append(np.convolve(drawn, weights, "same")[20:-20])
    return rows[20:-20], found[0], found[1]


_EVENED = tuple(_evened(profile) for profile in (_FRONT, _SIDE, _BACK))
# more of the face's picture for eyes and mouth
_V_ROWS, _V = (
    (0.0, 3.0, 4.2, 8.6, 10.0, 12.3, 14.2, 17.0),
    (0.0, 0.12, 0.17, 0.4, 0.49, 0.76, 0.88, 1.0),
)
_U_ANGLES, _U = (0.0, 50.0, 75.0, 120.0), (0.0, 0.37, 0.45, 0.5)
FACE_EDGE = 2.05
"""Radians from the middle to which the face's picture reaches."""


def surface(angle: Array, row: Array, looks: Looks) -> Array:
    """Points on the head about the chin: angle 0 in front, growing to the person's right."""
    angle, row = np.broadcast_arrays(angle, row)
    bare = skull(angle, row, looks)
    x, z = bare[..., 0], bare[..., 2]
    bare[..., 1] += features(x, z, looks) * rise(np.cos(angle), 0.0, 0.45)
    return bare


def skull(angle: Array, row: Array, looks: Looks) -> Array:
    """The head without features."""
    front, side, back = (
        (np.interp(row, rows, reach), np.interp(row, rows, height))
        for rows, reach, height in _EVENED
    )
    c, s = np.cos(angle), np.sin(angle)
    # a pointed chin, a broader mouth, a round skull
    power = smooth(row, (0, 3, 6, 10, 14, 17), (1.0, 1.05, 0.98, 0.9, 0.88, 1.0))
    ahead = np.abs(c) ** power
    far = np.where(c > 0, front[0], back[0])
    level = np.where(c > 0, front[1], back[1])
    share = np.abs(c) ** 1.5
    jaw = 1.0 + (-0.035 if looks.woman else 0.05) * (1 - rise(row, 5.0, 11.0))
    young = 1.0 + (0.05 * bump(row * 0, row, (0, 8.5), (1, 3.0)) if looks.age < 12 else 0.0)
    narrow = smooth(row, (0, 4, 8, 12), (1.22, 1.14, 1.02, 0.95))
    x = side[0] * np.sign(s) * np.abs(s) ** narrow * jaw * young
    y = far * np.sign(c) * ahead + 0.004
    return np.stack([x, y, level * share + side[1] * (1 - share)], -1)


def features(x: Array, z: Array, looks: Looks) -> Array:
    """How far the face stands out from the skull (metres) at x, z."""
    a = np.abs(x)
    child = looks.age < 12
    brow = 0.0012 if looks.woman or child else 0.0032
    total = -0.0105 * bump(a, z, (0.0305, 0.1125), (0.0165, 0.0115))
    total = total + 0.0068 * bump(a, z, (EYE[0], 0.1118), (0.0135, 0.0078))
    total += brow * bump(a, z, (0.027, 0.1305), (0.021, 0.0065))
    total += 0.0042 * bump(a, z, (0.043, 0.092), (0.016, 0.0125))
    total -= 0.0028 * bump(a, z, (0.046, 0.062), (0.012, 0.016)) * (0.4 if child else 1.0)
    total += _nose(a, z, 0.72 if child else 0.88 if looks.woman else 1.0) + _mouth(a, z, looks)
    total += (0.0025 if looks.woman else 0.0042) * bump(x, z, (0, 0.014), (0.015, 0.0105))
    age = np.clip((looks.age - 35) / 40, 0, 1)
    fold = bump(a - 0.024 - 0.5 * (0.066 - z), z, (0, 0.063), (0.0028, 0.013))
    bag = bump(a, z, (0.031, 0.0995), (0.013, 0.0028))
    total -= (0.0007 + 0.0022 * age) * fold + 0.0014 * age * bag
    return np.asarray(total)


def _nose(a: Array, z: Array, small: float) -> Array:
    ridge = smooth(
        z,
        (0.06, 0.0655, 0.069, 0.0755, 0.082, 0.095, 0.107, 0.118, 0.128),
        (0.0, 0.003, 0.0165, 0.0255, 0.0235, 0.0165, 0.011, 0.0065, 0.0),
    )
    half = smooth(z, (0.064, 0.074, 0.084, 0.1, 0.118), (0.0115, 0.0108, 0.0088, 0.0082, 0.0085))
    wings = 0.0095 * bump(a, z, (0.0138, 0.0722), (0.0058, 0.0058))
    return np.asarray(small * (ridge * np.exp(-((a / half) ** 2)) + wings))


def _mouth(a: Array, z: Array, looks: Looks) -> Array:
    full = 1.25 if looks.woman else 1.0
    lift = 0.0022 * (a / 0.024) ** 2
    upper = bump(a, z - lift, (0.0, 0.0535), (0.019, 0.0038))
    lower = bump(a, z - lift, (0.0, 0.0425), (0.0165, 0.0044))
    parting = bump(a, z - lift, (0.0, 0.0483), (0.023, 0.0014))
    corner = bump(a, z, (0.0265, 0.0505), (0.0045, 0.0045))
    groove = bump(a, z, (0.0, 0.032), (0.015, 0.0045))
    return np.asarray(
        full * (0.0042 * upper + 0.0048 * lower)
        - 0.0028 * parting
        - 0.002 * corner
        - 0.0014 * groove
    )


def head_scale(looks: Looks) -> float:
    """A child's head is larger for its body."""
    return 1.24 if looks.age < 12 else 1.0


def placed(points: Array, looks: Looks) -> Array:
    """From the chin's frame into the rest pose."""
    pivot = REST[JOINT["head"]]
    return np.asarray(pivot + (points + CHIN - pivot) * head_scale(looks))


def chart_of(angle: Array, row: Array) -> Array:
    """The place (u, v) on the face's picture."""
    u = 0.5 + np.sign(angle) * smooth(np.degrees(np.abs(angle)), _U_ANGLES, _U)
    return np.stack(np.broadcast_arrays(u, smooth(row, _V_ROWS, _V)), -1)


def chart_angles(size: int) -> tuple[Array, Array]:
    """Angle (1 x size) and row (size x 1) behind the texels of a face's picture, lowest first."""
    middle = (np.arange(size) + 0.5) / size
    dense = np.linspace(0, FACE_EDGE, 400)
    u = smooth(np.degrees(dense), _U_ANGLES, _U)
    angle = np.sign(middle - 0.5) * np.interp(np.abs(middle - 0.5), u, dense)
    rows = np.linspace(0, CROWN, 800)
    return angle[None], np.interp(middle, smooth(rows, _V_ROWS, _V), rows)[:, None]


_ANGLES = (
    (0, 6.5, 13.5, 22, 33, 49, 72, 96, 117),
    (0, 9, 20, 40, 75, 117),
    (0, 30, 117),
)
_LEVELS = (
    (0, 1.4, 2.6, 3.6, 4.6, 5.6, 6.5, 7.4, 8.1, 8.6, 9.2, 10.2, 11.2, 12.2, 13.4, 15.4),
    (0, 2, 4, 6, 8, 8.8, 11, 12.4, 15.4),
    (0, 3, 8.6, 15.4),
)


def build_head(looks: Looks, level: Level) -> Iterator[Part]:
    """Face, neck and ears; the back of the head is under the hair."""
    half = np.radians(_ANGLES[level])
    angle = np.concatenate([-half[:0:-1], half])[None]
    row = np.array(_LEVELS[level], float)[:, None]
    points = placed(surface(angle, row, looks), looks)
    inside = placed(np.array([0.0, 0.0, 0.1]), looks)
    yield sheet(
        points, only("head"), np.ones(3), "head", "face", chart_of(angle, row), False, inside
    )
    yield _neck(looks, (9, 6, 4)[level])
    if level == 0 and looks.style != "scarf":
        for side in (-1.0, 1.0):
            yield _ear(looks, side)


def _neck(looks: Looks, segments: int) -> Part:
    half = np.array([0.062, 0.055, 0.052, 0.051, 0.05]) * (0.9 if looks.woman else 1.05)
    z = np.array([1.395, 1.43, 1.46, 1.49, 1.535])
    y = np.array([-0.026, -0.027, -0.026, -0.024, -0.026])
    path = np.stack([np.zeros(5), y, z], 1)
    points = rings(path, np.stack([half, half * 1.04], 1), segments, (1.0, 0.0, 0.0))
    return sheet(points, chain(("chest", "neck", "head"), 0.045), rgb(looks.skin), "torso")


def _ear(looks: Looks, side: float) -> Part:
    """A shell that leans back and stands off a little."""
    turn = np.linspace(0.35 * np.pi, 1.9 * np.pi, 7)
    rim = np.stack([0.0 * turn, -0.0155 * np.sin(turn) - 0.006, 0.0275 * np.cos(turn)], 1)
    rim[:, 1] -= 0.22 * rim[:, 2] * -1.0
    rows = []
    for share, stands in ((1.0, 0.0), (1.02, 0.0065), (0.62, 0.0055), (0.08, 0.004)):
        ring = rim * share
        ring[:, 0] = stands + 0.006 * np.clip(-ring[:, 1] / 0.02, 0, 1)
        rows.append(ring)
    points = np.stack(rows) + np.array([0.069, -0.002, 0.099])
    points[..., 0] *= side
    points = placed(points, looks)
    tint = np.array([1.0, 0.86, 0.82]) * rgb(looks.skin)
    depth = np.array([0.75, 1.0, 0.85, 0.5])[:, None, None]
    out = placed(np.array([side * 0.03, 0.0, 0.095]), looks)
    return sheet(points, only("head"), tint * depth, "head", closed=False, outward=out)
