"""People of the house: a guide and clerks, standing calmly with their hands together."""

from dataclasses import dataclass

import numpy as np

from hall3d.plan.furniture import guide_of
from hall3d.plan.model import Shape
from hall3d.scene.mesh import Frame, Mesh, Paint, paint
from hall3d.scene.shapes import add_grid, box, loft

_SKINS = ("E2B799", "D9A884", "EBC4A6", "CE9B78")
_HAIR = ("1D1815", "241C18", "2B221C", "191513")
_SHIRT = paint("F3F1EA")
_JACKET = "12403D"
_TROUSERS = paint("1E2A2B")
_SHOE = paint("191613")
_BADGE = paint("C79A45")


@dataclass(frozen=True)
class Looks:
    """How one person looks; `tall` is their height over 1.70 m."""

    skin: Paint
    hair: Paint
    bun: bool
    tall: float
    scarf: Paint
    whole: bool = True


def build_people(mesh: Mesh, shape: Shape) -> None:
    """The guide before the desk, a colleague inside it, and clerks at most counters."""
    if shape.desk is not None:
        guide = guide_of(shape.desk)
        turn = -np.radians(guide.heading - 180.0)
        mesh.frame = Frame(guide.x, guide.y, 0.0, float(turn))
        _person(mesh, _looks(1, paint("B8862B"), bun=True))
        x, y, _ = shape.desk
        mesh.frame = Frame(x - 0.1, y - 0.1, 0.0, 0.12)
        _person(mesh, _looks(0, paint("B8862B"), bun=False, whole=False))
    mesh.detail = True
    counters = [bay for bay in shape.bays if bay.kind == "counter"]
    for index, bay in enumerate(counters):
        if index % 4 == 3:
            continue
        spot = bay.at(0.3 if index % 2 else 0.15, 0.95)
        mesh.frame = Frame(*spot, 0.0, bay.turn + (0.1 if index % 2 else -0.08))
        _person(mesh, _looks(index + 2, paint("B8862B"), bun=index % 2 == 0, whole=False))
    mesh.frame, mesh.detail = Frame(), False


def _looks(index: int, scarf: Paint, bun: bool, whole: bool = True) -> Looks:
    tall = (1.0, 0.975, 1.035, 0.96, 1.02)[index % 5]
    return Looks(paint(_SKINS[index % 4]), paint(_HAIR[index % 4]), bun, tall, scarf, whole)


def _person(mesh: Mesh, looks: Looks) -> None:
    """Somebody facing -y in the mesh's frame."""
    k = looks.tall
    slim = 0.93 if looks.bun else 1.0
    jacket = paint(_JACKET)
    if looks.whole:
        _legs(mesh, k)
    _torso(mesh, k, slim, jacket)
    for side in (-1, 1):
        _arm(mesh, side, k, slim, jacket, looks.skin)
    _shirt(mesh, k, slim, looks)
    _head(mesh, k, looks)


def _legs(mesh: Mesh, k: float) -> None:
    for side in (-1, 1):
        x = side * 0.088
        z = np.array([0.05, 0.1, 0.3, 0.48, 0.7, 0.9]) * k
        centres = np.stack([np.full(6, x), np.array([0.012, 0.01, 0.015, 0.0, 0.0, 0.0]), z], 1)
        radii = [
            (0.062, 0.07),
            (0.06, 0.068),
            (0.066, 0.074),
            (0.068, 0.074),
            (0.082, 0.092),
            (0.092, 0.105),
        ]
        loft(mesh, centres, radii, _TROUSERS, 12)
        shoe = [(x, -0.05, z) for z in (0.0, 0.03, 0.06, 0.075)]
        loft(mesh, shoe, [(0.046, 0.125), (0.048, 0.13), (0.042, 0.1), (0.01, 0.03)], _SHOE, 12)


_TORSO_Z = np.array([0.78, 0.8, 0.9, 1.02, 1.14, 1.26, 1.34, 1.395, 1.43, 1.455, 1.475])
_TORSO_WIDE = np.array([0.17, 0.178, 0.178, 0.158, 0.165, 0.182, 0.19, 0.183, 0.155, 0.1, 0.06])
_TORSO_DEEP = np.array([0.11, 0.116, 0.12, 0.108, 0.112, 0.12, 0.116, 0.104, 0.084, 0.066, 0.055])


def _torso(mesh: Mesh, k: float, slim: float, jacket: Paint) -> None:
    centres = np.stack([np.zeros(11), np.zeros(11), _TORSO_Z * k], 1)
    radii = np.stack([_TORSO_WIDE * slim, _TORSO_DEEP * slim], 1)
    loft(mesh, centres, radii, jacket, 16, 2.5)


def _front(z: float, slim: float, out: float) -> float:
    """How far forward the chest is at a height (metres of a person of 1.70 m)."""
    return -float(np.interp(z, _TORSO_Z, _TORSO_DEEP)) * slim - out


def _arm(mesh: Mesh, side: int, k: float, slim: float, jacket: Paint, skin: Paint) -> None:
    path = np.array(
        [
            (0.14, 0.005, 1.425),
            (0.172, 0.005, 1.39),
            (0.192, 0.012, 1.3),
            (0.205, 0.022, 1.18),
            (0.204, 0.012, 1.09),
            (0.175, -0.06, 1.015),
            (0.11, -0.135, 0.985),
            (0.065, -0.165, 0.97),
        ]
    ) * [side * slim, 1.0, k]
    radii = [
        (0.02, 0.02),
        (0.05, 0.052),
        (0.053, 0.055),
        (0.047, 0.05),
        (0.046, 0.048),
        (0.043, 0.043),
        (0.036, 0.036),
        (0.033, 0.033),
    ]
    loft(mesh, path, radii, jacket, 9)
    hand = np.array(
        [
            (0.075, -0.16, 0.972),
            (0.05, -0.172, 0.965),
            (0.02, -0.18, 0.955),
            (-0.012, -0.18, 0.945),
            (-0.022, -0.178, 0.943),
        ]
    )
    loft(
        mesh,
        hand * [side, 1.0, k],
        [(0.026, 0.022), (0.03, 0.024), (0.034, 0.022), (0.024, 0.016), (0.004, 0.004)],
        skin,
        7,
    )


def _shirt(mesh: Mesh, k: float, slim: float, looks: Looks) -> None:
    """Shirt front in the jacket's opening, scarf or tie in the counter's colour, name badge."""
    rows = [(1.19, 0.004), (1.26, 0.018), (1.34, 0.036), (1.4, 0.047), (1.45, 0.05)]
    _patch(mesh, rows, k, slim, 0.003, _SHIRT)
    tie = [(1.2, 0.003), (1.24, 0.02), (1.34, 0.016), (1.41, 0.011), (1.445, 0.017)]
    if looks.bun:
        tie = [(1.335, 0.004), (1.37, 0.028), (1.41, 0.042), (1.45, 0.047)]
    _patch(mesh, tie, k, slim, 0.008, looks.scarf)
    y = _front(1.29, slim, 0.0)
    box(mesh, (0.07, y - 0.002, 1.275 * k), (0.128, y + 0.012, 1.295 * k), _BADGE, 0.002)


def _patch(
    mesh: Mesh, rows: list[tuple[float, float]], k: float, slim: float, out: float, finish: Paint
) -> None:
    """A strip laid on the chest: rows of (height, half width)."""
    points = np.empty((len(rows), 3, 3))
    for i, (z, half) in enumerate(rows):
        y = _front(z, slim, out)
        points[i] = [(-half, y + 0.004, z * k), (0.0, y, z * k), (half, y + 0.004, z * k)]
    add_grid(mesh, points, finish, np.broadcast_to([0.0, -0.97, 0.24], points.shape))


_HEAD_Z = np.array([1.492, 1.5, 1.518, 1.545, 1.575, 1.61, 1.645, 1.68, 1.708, 1.728, 1.737])
_HEAD_WIDE = np.array([0.012, 0.027, 0.04, 0.053, 0.062, 0.069, 0.072, 0.071, 0.062, 0.045, 0.02])
_HEAD_DEEP = np.array([0.008, 0.028, 0.05, 0.068, 0.08, 0.088, 0.092, 0.089, 0.074, 0.046, 0.01])
_HEAD_Y = np.array([-0.052, -0.05, -0.036, -0.022, -0.012, -0.006, 0.0, 0.004, 0.006, 0.006, 0.006])


def _head(mesh: Mesh, k: float, looks: Looks) -> None:
    lift = 1.7 * (k - 1.0)
    neck = [(0.0, 0.012, z + lift) for z in (1.43, 1.47, 1.52, 1.56)]
    loft(mesh, neck, [(0.058, 0.056), (0.048, 0.05), (0.046, 0.05), (0.046, 0.05)], looks.skin, 14)
    centres = np.stack([np.zeros(11), _HEAD_Y, _HEAD_Z + lift], 1)
    loft(mesh, centres, np.stack([_HEAD_WIDE, _HEAD_DEEP], 1), looks.skin, 18)
    _face(mesh, lift, looks)
    _hair(mesh, lift, looks)


def _face(mesh: Mesh, lift: float, looks: Looks) -> None:
    skin = looks.skin
    nose = [
        (0.0, -0.088, 1.632),
        (0.0, -0.097, 1.61),
        (0.0, -0.104, 1.592),
        (0.0, -0.098, 1.582),
        (0.0, -0.088, 1.578),
    ]
    radii = [(0.006, 0.006), (0.009, 0.009), (0.013, 0.012), (0.012, 0.01), (0.003, 0.003)]
    loft(mesh, np.add(nose, (0, 0, lift)), radii, skin, 10)
    lip = Paint(skin.colour * np.array([0.66, 0.42, 0.4]))
    _oval(mesh, 0.0, 1.5525 + lift, 0.0195, 0.0034, -0.0935, lip, 0.0, 0.0042)
    for side in (-1, 1):
        x = side * 0.029
        _oval(mesh, x, 1.6245 + lift, 0.0128, 0.0068, -0.0865, paint("EDE8E2"), side * 0.25)
        _oval(mesh, x, 1.6245 + lift, 0.0062, 0.0066, -0.0885, paint("1A1412"), side * 0.25)
        _oval(mesh, x, 1.6322 + lift, 0.0136, 0.0011, -0.089, looks.hair, side * 0.25)
        _oval(
            mesh,
            side * 0.031,
            1.6495 + lift,
            0.0165,
            0.0018,
            -0.0905,
            _brow(looks),
            side * 0.3,
            -0.0018,
        )
        ear = [(side * 0.072, 0.008, z + lift) for z in (1.58, 1.59, 1.61, 1.628, 1.635)]
        loft(
            mesh,
            ear,
            [(0.003, 0.004), (0.008, 0.012), (0.009, 0.017), (0.008, 0.015), (0.002, 0.004)],
            skin,
            8,
        )


def _brow(looks: Looks) -> Paint:
    return Paint(0.55 * looks.hair.colour + 0.18 * looks.skin.colour)


def _oval(
    mesh: Mesh,
    x: float,
    z: float,
    wide: float,
    high: float,
    y: float,
    finish: Paint,
    yaw: float = 0.0,
    smile: float = 0.0,
) -> None:
    """A flat oval just before the face, turned with its curve; a smile lifts its ends."""
    angles = np.linspace(0, 2 * np.pi, 11)[:-1]
    dx, dz = wide * np.cos(angles), high * np.sin(angles)
    points = np.stack(
        [x + dx, y + np.abs(yaw) * 0.012 + dx * yaw, z + dz + smile * (dx / wide) ** 2], 1
    )
    points = np.concatenate([[[x, y + np.abs(yaw) * 0.012, z]], points])
    ring = np.arange(10)
    triangles = np.stack([np.zeros(10, int), ring + 1, (ring + 1) % 10 + 1], 1)
    mesh.add(points, (0.0, -1.0, 0.0), triangles, finish)


def _hair(mesh: Mesh, lift: float, looks: Looks) -> None:
    """A cap over the skull down to the hairline; a bun for some."""
    angles = np.linspace(0, 2 * np.pi, 19)
    front = 0.5 - 0.5 * np.sin(angles)
    line = np.interp(front, [0.0, 0.35, 0.62, 0.8, 1.0], [1.535, 1.555, 1.6, 1.672, 1.69])
    share = np.linspace(0, 1, 7)[:, None] ** 1.4
    z = 1.7475 - share * (1.7475 - line[None])
    swell = 0.011 * np.clip((z - line[None]) / 0.03, 0.25, 1.0)
    wide = np.interp(np.minimum(z, 1.737), _HEAD_Z, _HEAD_WIDE) + swell
    deep = np.interp(np.minimum(z, 1.737), _HEAD_Z, _HEAD_DEEP) + swell
    lower = (z < 1.6) & (np.sin(angles)[None] > 0)
    wide, deep = (
        np.where(lower, np.maximum(wide, 0.068), wide),
        np.where(lower, np.maximum(deep, 0.078), deep),
    )
    wide[0], deep[0] = 0.002, 0.002
    points = np.stack([wide * np.cos(angles), 0.005 + deep * np.sin(angles), z + lift], -1)
    outward = points - np.array([0.0, 0.0, 1.62 + lift])
    normals = outward / np.linalg.norm(outward, axis=-1, keepdims=True)
    add_grid(mesh, points, looks.hair, normals)
    if looks.bun:
        zs = np.array([-0.04, -0.034, -0.015, 0.0, 0.015, 0.034, 0.04])
        r = 0.043 * np.sqrt(np.clip(1 - (zs / 0.041) ** 2, 0.01, 1))
        bun = np.stack([np.zeros(7), np.full(7, 0.112), 1.655 + lift + zs], 1)
        loft(mesh, bun, np.stack([r, r * 0.8], 1), looks.hair, 14)
