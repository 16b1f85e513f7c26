"""The picture of a face: skin, brows, eyes, lips and their light, painted over the head's chart."""

import numpy as np

from hall3d.people import studio
from hall3d.people.form import between, bump, rise, sheet_normals
from hall3d.people.head import EYE, chart_angles, features, surface
from hall3d.people.looks import Looks
from hall3d.scene.mesh import Array, rgb

_SKIN_WRAP = (0.5, 0.32, 0.26)
_IRIS = ("3B2416", "2E1C12", "4A3320", "5B4A33", "43606B")
_ABOUT = 11
_RING = (
    *((_ABOUT, 0), (-_ABOUT, 0), (0, _ABOUT), (0, -_ABOUT)),
    *((8, 8), (-8, -8), (8, -8), (-8, 8)),
)
"""Millimetres: how far about a place others are looked at, and which."""


def face_picture(looks: Looks, size: int) -> Array:
    """size x size x 3 display values 0..1, lowest row first."""
    angle, row = chart_angles(size)
    points = surface(angle, row, looks)
    x, z = points[..., 0], points[..., 2]
    normals = sheet_normals(points, closed=False)
    normals = np.where(
        (normals * (points - [0, 0, 0.1])).sum(-1, keepdims=True) < 0, -normals, normals
    )
    front = rise(np.cos(angle), -0.1, 0.3) * np.ones_like(x)
    room, key = _hollows(angle, row, x, z, looks)
    light = studio.lit(normals, room, key, _SKIN_WRAP)
    picture = studio.shown(light, _skin(x, z, front, looks))
    picture += 0.075 * (studio.sheen(normals) * key * room)[..., None]
    _eyes(picture, x, z, front, looks)
    return np.asarray(picture)


def _hollows(angle: Array, row: Array, x: Array, z: Array, looks: Looks) -> tuple[Array, Array]:
    """How open the face is to the room and the key light: sockets, nose, lips and jaw shade."""
    cavity = np.clip(_lying_in(x, z, looks), 0, 0.01) / 0.01
    room = 1 - 0.6 * cavity
    a = np.abs(x)
    below_nose = bump(a, z, (0.0, 0.0635), (0.011, 0.0042))
    below_lip = bump(a, z, (0.0, 0.0345), (0.015, 0.004))
    socket = bump(a, z, (0.026, 0.1185), (0.014, 0.0055))
    under_jaw = 1 - rise(row + 0 * angle, 0.0, 3.4)
    room *= (1 - 0.28 * below_nose) * (1 - 0.25 * below_lip) * (1 - 0.22 * socket)
    room *= 1 - 0.55 * under_jaw
    key = (1 - 0.4 * below_nose) * (1 - 0.35 * socket) * (1 - 0.8 * under_jaw) * (1 - 0.35 * cavity)
    near_ear = rise(np.abs(angle) + 0 * row, 1.2, 1.6)
    return room * (1 - 0.2 * near_ear), key


def _lying_in(x: Array, z: Array, looks: Looks) -> Array:
    """How much farther in (metres) a place lies than those about it; found by the millimetre, as it
    changes slowly, and on one side: a face is the same on both."""
    across, up = np.arange(-_ABOUT, 111) / 1000, np.arange(-40, 251) / 1000
    deep = features(across[None], up[:, None], looks)
    inner = slice(_ABOUT, -_ABOUT)
    found = -deep[inner, inner]
    for dx, dz in _RING:
        rows = slice(_ABOUT + dz, len(up) - _ABOUT + dz)
        found = found + deep[rows, _ABOUT + dx : len(across) - _ABOUT + dx] / len(_RING)
    return between(found, np.abs(x) * 1000, (z - up[_ABOUT]) * 1000)


def _skin(x: Array, z: Array, front: Array, looks: Looks) -> Array:
    """Linear colours of bare skin with lips and brows."""
    a = np.abs(x)
    base = rgb(looks.skin)
    skin = np.broadcast_to(base, (*x.shape, 3)).copy()
    warmth = (
        0.55 * bump(a, z, (0.044, 0.083), (0.02, 0.016))
        + 0.4 * bump(a, z, (0, 0.074), (0.014, 0.012))
        + 0.25 * bump(a, z, (0, 0.014), (0.014, 0.01))
    ) * front
    skin *= 1 - warmth[..., None] * np.array([0.02, 0.2, 0.2])
    tired = bump(a, z, (0.03, 0.1005), (0.013, 0.0045)) * (0.1 + 0.12 * (looks.age > 50))
    skin *= 1 - tired[..., None] * np.array([0.7, 1.0, 0.8])
    if not looks.woman and looks.age > 16:
        beard = rise(-z, -0.062, -0.045) + bump(a, z, (0, 0.0615), (0.024, 0.0045))
        beard = (
            np.clip(beard, 0, 1)
            * rise(z, 0.0, 0.012)
            * (1 - bump(a, z, (0, 0.048), (0.024, 0.009)))
        )
        skin *= 1 - 0.17 * beard[..., None] * np.array([1.0, 0.85, 0.7])
    if looks.age > 50:
        lines = np.cos((z - 0.158) * 2 * np.pi / 0.0125) ** 8 * bump(
            a, z, (0, 0.162), (0.04, 0.016)
        )
        crow = bump(a, z, (0.053, 0.112), (0.006, 0.009)) * np.cos((z - 0.112) * 900 + a * 200) ** 4
        skin *= 1 - (0.12 * lines + 0.14 * crow)[..., None]
    return _lips(_brows(skin, x, z, front, looks), x, z, front, looks)


def _mix(under: Array, over: Array, share: Array) -> Array:
    return np.asarray(under + (over - under) * share[..., None])


def _brows(skin: Array, x: Array, z: Array, front: Array, looks: Looks) -> Array:
    a = np.abs(x)
    t = np.clip((a - 0.011) / 0.037, 0, 1)
    middle = 0.1296 + 0.0038 * np.sin(np.pi * 0.72 * t) * (1.1 if looks.woman else 0.75)
    thick = (0.0034 if looks.woman else 0.0044) * (1 - 0.72 * t**1.5)
    if looks.age < 12:
        thick = thick * 0.75
    inside = rise(a, 0.0095, 0.0135) * (1 - rise(a, 0.044, 0.049))
    share = (1 - rise(np.abs(z - middle), 0.45 * thick, 1.1 * thick)) * inside * front
    strand = 0.82 + 0.18 * np.sin(a * 2600 + z * 1500)
    colour = 0.75 * rgb(looks.hair) + 0.1 * rgb(looks.skin)
    if looks.style == "scarf":
        colour = rgb("2A1C15")
    return _mix(skin, colour, 0.92 * share * strand)


def _lips(skin: Array, x: Array, z: Array, front: Array, looks: Looks) -> Array:
    a = np.abs(x)
    half = 0.0255
    t = np.clip(a / half, 0, 1)
    lift = 0.0034 * t**2
    parting = 0.0484 + lift
    bow = 0.0058 * (1 - t**1.7) - 0.0011 * np.exp(-((a / 0.0045) ** 2))
    under = 0.0078 * (1 - t**2.2)
    upper = rise(z, parting - 0.0004, parting + 0.0004) * (
        1 - rise(z, parting + bow - 0.001, parting + bow + 0.0008)
    )
    lower = rise(z, parting - under - 0.0012, parting - under + 0.0006) * (
        1 - rise(z, parting - 0.0004, parting + 0.0004)
    )
    inside = (a < half) * front
    red = np.array([0.8, 0.4, 0.41]) if looks.woman else np.array([0.84, 0.64, 0.62])
    base = rgb(looks.skin)
    skin = _mix(skin, base * red * 0.82, 0.85 * upper * inside)
    skin = _mix(skin, base * red, 0.8 * lower * inside)
    line = (
        np.exp(-(((z - parting) / 0.0009) ** 2))
        * (1 - rise(a, half - 0.003, half + 0.0015))
        * front
    )
    return _mix(skin, base * np.array([0.3, 0.13, 0.12]), 0.85 * line)


def _eyes(picture: Array, x: Array, z: Array, front: Array, looks: Looks) -> None:
    """Eyes, lids, lashes and nostrils, painted as they are seen: they hardly take shade."""
    child = looks.age < 12
    half, top, low = (0.0162, 0.0071, 0.0045) if looks.woman or child else (0.0152, 0.0062, 0.0042)
    old = np.clip((looks.age - 45) / 40, 0, 1)
    top = top * (1 - 0.2 * old)
    dx = (np.abs(x) - EYE[0]) / half
    dz = z - EYE[1] - 0.0012 * dx
    round_ = np.clip(1 - dx**2, 0, 1)
    upper, lower = top * round_**0.62, -low * round_**0.8
    inside = (
        (np.abs(dx) < 1)
        * rise(dz, lower - 0.0003, lower + 0.0005)
        * (1 - rise(dz, upper - 0.0005, upper + 0.0003))
    )
    inside = inside * front
    white = np.array([0.9, 0.875, 0.84]) * (0.62 + 0.38 * rise(upper - dz, 0.0, 0.0045))[..., None]
    _lay(picture, white * (1 - 0.18 * np.clip(np.abs(dx), 0, 1)[..., None] ** 2), inside)
    away = np.hypot(np.abs(x) - EYE[0], dz - 0.0008)
    iris = (1 - rise(away, 0.0058, 0.0068)) * inside
    shade = studio.shown(
        np.full(3, 0.55), rgb(_IRIS[looks.age % 5 if sum(rgb(looks.skin)) > 1.25 else 0])
    )
    _lay(picture, shade * (1.25 - 0.5 * rise(dz, -0.004, 0.005))[..., None], iris)
    _lay(picture, shade * 0.45, iris * rise(away, 0.0045, 0.0062))
    _lay(picture, np.full(3, 0.05), (1 - rise(away, 0.0024, 0.0031)) * inside)
    spark = np.hypot(x - np.sign(x) * EYE[0] + 0.0022, dz - 0.0032)
    _lay(picture, np.full(3, 0.97), (1 - rise(spark, 0.0009, 0.0018)) * inside)
    near = np.abs(dx) < 1.12
    lash = np.exp(-(((dz - upper) / (0.0013 if looks.woman else 0.001)) ** 2)) * near * front
    dark = np.array([0.12, 0.085, 0.075])
    _lay(picture, dark, lash * (0.92 if looks.woman else 0.8) * (1 - rise(np.abs(dx), 0.95, 1.12)))
    _lay(picture, dark, 0.4 * np.exp(-(((dz - lower) / 0.0007) ** 2)) * (np.abs(dx) < 1) * front)
    crease = np.exp(-(((dz - upper - 0.0038 - 0.0006 * dx) / 0.001) ** 2)) * (np.abs(dx) < 0.95)
    picture *= 1 - (0.22 * crease * front)[..., None] * np.array([0.8, 1.0, 1.0])
    nostril = bump(np.abs(x), z, (0.0074, 0.0674), (0.0033, 0.0018)) * front
    _lay(picture, picture * np.array([0.34, 0.22, 0.2]), np.clip(1.2 * nostril, 0, 0.9))


def _lay(picture: Array, colour: Array, share: Array) -> None:
    picture += (colour - picture) * np.asarray(share)[..., None]
