"""Shapes a hall is built of: panels, softened boxes, turned and lofted bodies, arched walls."""

from collections.abc import Sequence
from itertools import pairwise, product

import numpy as np
from numpy.typing import ArrayLike

from hall3d.scene.mesh import Array, Mesh, Paint, grid_triangles, pieces, stack, unit

Point = tuple[float, float, float]
_LAP = 0.006
"""Metres by which sheets of one wall overlap, so that no light shows between their edges."""


def panel(
    mesh: Mesh, origin: Point, along: Point, up: Point, finish: Paint, step: float = 0.5
) -> None:
    """A flat rectangle, seen from the side that along x up points to."""
    o, u, w = (np.asarray(v, float) for v in (origin, along, up))
    wide, high = float(np.linalg.norm(u)), float(np.linalg.norm(w))
    a, b = pieces(wide, step), pieces(high, step)
    s, t = np.meshgrid(np.linspace(0, 1, a + 1), np.linspace(0, 1, b + 1))
    points = o + s.ravel()[:, None] * u + t.ravel()[:, None] * w
    uvs = stack(s * wide, t * high)
    mesh.add(points, unit(np.cross(u, w)), grid_triangles(b, a), finish, uvs, sheet=(b, a))


def box(
    mesh: Mesh,
    low: Point,
    high: Point,
    finish: Paint,
    bevel: float = 0.0,
    step: float = 0.6,
    faces: str = "xXyYzZ",
) -> None:
    """A box; `faces` names the sides kept (lower case: the low side). `bevel` (metres) rounds
    its edges: a strip between two faces takes a normal from each, so that it shades round."""
    lo, hi = np.asarray(low, float), np.asarray(high, float)
    bevel = min(bevel, float((hi - lo).min()) * 0.45)
    inset = _insets(faces, bevel)
    for axis in range(3):
        for outer in (0, 1):
            if ("XYZ" if outer else "xyz")[axis] in faces:
                _box_face(mesh, lo, hi, (axis, outer), inset, step, finish)
    if bevel > 0:
        _box_edges(mesh, lo, hi, inset, bevel, step, finish, faces)
        _box_corners(mesh, lo, hi, bevel, finish, faces)


def _insets(faces: str, bevel: float) -> tuple[Array, Array]:
    """How far a box's faces stay from each low and high side: none where that side is left out,
    so that boxes set end to end join."""
    low = np.array([bevel if name in faces else 0.0 for name in "xyz"])
    high = np.array([bevel if name in faces else 0.0 for name in "XYZ"])
    return low, high


def _box_face(
    mesh: Mesh,
    lo: Array,
    hi: Array,
    side: tuple[int, int],
    inset: tuple[Array, Array],
    step: float,
    finish: Paint,
) -> None:
    axis, outer = side
    u, w = [(1, 2), (0, 2), (0, 1)][axis]
    us, ws = (
        np.linspace(lo[i] + inset[0][i], hi[i] - inset[1][i], pieces(hi[i] - lo[i], step) + 1)
        for i in (u, w)
    )
    s, t = np.meshgrid(us, ws)
    points = np.empty((*s.shape, 3))
    points[..., u], points[..., w] = s, t
    points[..., axis] = hi[axis] if outer else lo[axis]
    normals = np.zeros_like(points)
    normals[..., axis] = 1.0 if outer else -1.0
    add_grid(mesh, points, finish, normals, _grained(s, t, finish))


def _grained(s: Array, t: Array, finish: Paint) -> Array:
    """Texture coordinates of a face; wood's grain runs along the longer side."""
    if finish.material == "wood" and np.ptp(s) > np.ptp(t):
        return stack(t, s)
    return stack(s, t)


def _box_edges(
    mesh: Mesh,
    lo: Array,
    hi: Array,
    inset: tuple[Array, Array],
    bevel: float,
    step: float,
    finish: Paint,
    faces: str,
) -> None:
    for axis in range(3):
        others = [i for i in range(3) if i != axis]
        n = pieces(float(hi[axis] - lo[axis]), step)
        run = np.linspace(lo[axis] + inset[0][axis], hi[axis] - inset[1][axis], n + 1)
        for sides in ((0, 0), (0, 1), (1, 0), (1, 1)):
            ends = list(zip(others, sides, strict=True))
            if not all(("XYZ" if s else "xyz")[i] in faces for i, s in ends):
                continue
            points, normals = np.empty((2, n + 1, 3)), np.zeros((2, n + 1, 3))
            points[:, :, axis] = run
            for row in (0, 1):
                for k, (i, s) in enumerate(ends):
                    outer = hi[i] if s else lo[i]
                    points[row, :, i] = outer if k == row else outer + (-bevel if s else bevel)
                normals[row, :, others[row]] = 1.0 if sides[row] else -1.0
            along = np.repeat(run[None], 2, 0)
            add_grid(mesh, points, finish, normals, stack(points[..., others[0]], along))


def _box_corners(mesh: Mesh, lo: Array, hi: Array, bevel: float, finish: Paint, faces: str) -> None:
    """The small triangle where three rounded edges meet."""
    for corner in product((0, 1), repeat=3):
        if not all(("XYZ" if s else "xyz")[i] in faces for i, s in enumerate(corner)):
            continue
        outer = np.where(corner, hi, lo)
        inward = np.where(corner, -bevel, bevel)
        points = outer + inward * (1 - np.eye(3))
        normals = np.eye(3) * np.where(corner, 1.0, -1.0)
        order = [0, 1, 2] if sum(corner) % 2 else [0, 2, 1]
        mesh.add(points, normals, [order], finish)


def add_grid(
    mesh: Mesh,
    points: Array,
    finish: Paint,
    normals: Array,
    uvs: ArrayLike | None = None,
    colours: ArrayLike | None = None,
) -> None:
    """A (rows, columns, 3) sheet of points, turned so that it is seen along its normals."""
    rows, columns = points.shape[0] - 1, points.shape[1] - 1
    flat, facing = points.reshape(-1, 3), normals.reshape(-1, 3)
    corners = grid_triangles(rows, columns)
    a, b, c = (flat[corners[:, i]] for i in range(3))
    agree = (np.cross(b - a, c - a) * facing[corners[:, 0]]).sum()
    order = corners if agree > 0 else corners[:, ::-1]
    mesh.add(flat, facing, order, finish, uvs, colours, (rows, columns))


def turned(
    mesh: Mesh,
    centre: tuple[float, float],
    profile: Sequence[tuple[float, float]],
    finish: Paint,
    segments: int = 24,
    arc: tuple[float, float] = (0.0, 2 * np.pi),
) -> None:
    """A body turned about the vertical through `centre`; profile: (radius, z) from bottom up.

    Corners sharper than 35 degrees stay sharp; the profile runs with the outside on its right.
    """
    for run, normals in _smooth_runs(np.asarray(profile, float)):
        angles = np.linspace(*arc, segments + 1)
        c, s = np.cos(angles), np.sin(angles)
        points = np.stack(
            [
                centre[0] + run[:, :1] * c,
                centre[1] + run[:, :1] * s,
                np.repeat(run[:, 1:], segments + 1, 1),
            ],
            -1,
        )
        facing = np.stack(
            [normals[:, :1] * c, normals[:, :1] * s, np.repeat(normals[:, 1:], segments + 1, 1)],
            -1,
        )
        level = np.ptp(run[:, 1]) < 0.03
        along = np.repeat(np.abs(run[:, 1:] - run[0, 1]), segments + 1, 1)
        around = np.repeat((angles * run[:, 0].max())[None], len(run), 0)
        uvs = stack(points[..., 0], points[..., 1]) if level else stack(around, along)
        add_grid(mesh, points, finish, facing, uvs)


def _smooth_runs(profile: Array) -> list[tuple[Array, Array]]:
    """Cuts a profile where it turns sharply; each run with a normal (radial, z) a point."""
    edges = np.diff(profile, axis=0)
    normals = np.stack([edges[:, 1], -edges[:, 0]], 1)
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-9)
    turns = (normals[1:] * normals[:-1]).sum(1)
    cuts = [0, *(np.nonzero(turns < np.cos(np.radians(35)))[0] + 1), len(profile) - 1]
    runs = []
    for start, end in pairwise(cuts):
        inner = normals[start:end]
        average = np.concatenate([inner[:1], inner[1:] + inner[:-1], inner[-1:]])
        average /= np.maximum(np.linalg.norm(average, axis=1, keepdims=True), 1e-9)
        runs.append((profile[start : end + 1], average))
    return runs


def loft(
    mesh: Mesh,
    centres: ArrayLike,
    radii: ArrayLike,
    finish: Paint,
    segments: int = 14,
    power: float = 2.0,
    colours: ArrayLike | None = None,
) -> None:
    """A body through rings: centres n x 3, radii n x 2 (half width, half depth).

    Rings lie level unless the path runs level itself. `power` above 2 squares the rings.
    """
    path, half = np.asarray(centres, float), np.asarray(radii, float)
    angles = np.linspace(0, 2 * np.pi, segments + 1)
    c, s = np.cos(angles), np.sin(angles)
    ring = np.stack([np.sign(c) * abs(c) ** (2 / power), np.sign(s) * abs(s) ** (2 / power)], 1)
    tangent = unit(np.gradient(path, axis=0))
    side = np.where(np.abs(tangent[:, 2:]) < 0.35, [[0.0, 0.0, 1.0]], [[1.0, 0.0, 0.0]])
    level = np.abs(tangent[:, 2:]) >= 0.35
    first = unit(side - (side * tangent).sum(1, keepdims=True) * tangent * (~level))
    second = np.where(level, [[0.0, 1.0, 0.0]], unit(np.cross(tangent, first)))
    points = (
        path[:, None]
        + half[:, None, :1] * ring[None, :, :1] * first[:, None]
        + half[:, None, 1:] * ring[None, :, 1:] * second[:, None]
    )
    add_grid(mesh, points, finish, _sheet_normals(points, path), None, colours)


def _sheet_normals(points: Array, path: Array) -> Array:
    """Normals of a closed tube of points, pointing away from its path."""
    down = np.gradient(points, axis=0)
    closed = np.concatenate([points[:, -2:-1], points, points[:, 1:2]], 1)
    around = closed[:, 2:] - closed[:, :-2]
    normals = np.cross(around, down)
    outward = points - path[:, None]
    flat = np.linalg.norm(normals, axis=-1, keepdims=True) < 1e-9
    normals = unit(np.where(flat, outward, normals))
    sign = np.sign((normals * outward).sum(-1, keepdims=True).mean(1, keepdims=True))
    return np.asarray(normals * np.where(sign == 0, 1.0, sign))


def arch_curve(half: float, spring: float, pieces_: int = 18) -> Array:
    """Points (x, z) of a round arch from its left springing to its right one."""
    angles = np.linspace(np.pi, 0, pieces_ + 1)
    return np.stack([half * np.cos(angles), spring + half * np.sin(angles)], 1)


def half_disc(
    mesh: Mesh, half: float, spring: float, y: float, finish: Paint, rings: int = 3
) -> None:
    """An upright half-disc seen from -y, as in the head of an arch."""
    scale = np.linspace(0, 1, rings + 1)[:, None]
    curve = arch_curve(half, spring)
    x, z = scale * curve[:, 0], spring + scale * (curve[:, 1] - spring)
    points = np.stack([x, np.full_like(x, y), z], -1)
    add_grid(mesh, points, finish, np.broadcast_to([0.0, -1.0, 0.0], points.shape), stack(x, z))


def arch_band(
    mesh: Mesh,
    half: float,
    spring: float,
    wide: float,
    y: tuple[float, float],
    finish: Paint,
    pieces_: int = 18,
    sides: str = "face outer inner",
) -> None:
    """A moulding round the head of an arch: its face at y[0], standing out from y[1]; `sides`
    names what is kept of it."""
    inner, outer = arch_curve(half, spring, pieces_), arch_curve(half + wide, spring, pieces_)
    front, back = y
    if "face" in sides:
        _ribbon(mesh, inner, front, outer, front, finish, face=True)
    if "outer" in sides:
        _ribbon(mesh, outer, front, outer, back, finish, face=False)
    if "inner" in sides:
        _ribbon(mesh, inner, front, inner, back, finish, face=False, inward=True)


def arch_reveal(
    mesh: Mesh, half: float, spring: float, deep: float, finish: Paint, foot: float = 0.0
) -> None:
    """The inside of an arched opening through a wall of thickness `deep`."""
    curve = arch_curve(half, spring)
    _ribbon(mesh, curve, 0.0, curve, deep, finish, face=False, inward=True)
    panel(mesh, (-half, 0, foot), (0, deep, 0), (0, 0, spring - foot), finish)
    panel(mesh, (half, deep, foot), (0, -deep, 0), (0, 0, spring - foot), finish)


def _ribbon(
    mesh: Mesh,
    a: Array,
    a_y: float,
    b: Array,
    b_y: float,
    finish: Paint,
    face: bool,
    inward: bool = False,
) -> None:
    points = np.empty((2, len(a), 3))
    for row, (curve, y) in enumerate(((a, a_y), (b, b_y))):
        points[row, :, 0], points[row, :, 1], points[row, :, 2] = curve[:, 0], y, curve[:, 1]
    normals = np.zeros_like(points)
    if face:
        normals[..., 1] = -1.0
    else:
        centre = np.array([0.0, a[:, 1].min()])
        spoke = unit(np.pad(a - centre, ((0, 0), (0, 1))))[:, :2] * (-1.0 if inward else 1.0)
        normals[..., 0], normals[..., 2] = spoke[:, 0], spoke[:, 1]
    run = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(a, axis=0), axis=1))])
    add_grid(mesh, points, finish, normals, stack([run, run], [[0.0], [abs(b_y - a_y) + 0.1]]))


def arched_wall(
    mesh: Mesh, half: float, spring: float, wide: float, high: float, finish: Paint
) -> None:
    """One bay of wall, `wide` metres centred on an arched opening, seen from -y."""
    top = high - 0.001
    side = wide / 2 - half + _LAP
    for low in (-wide / 2 - _LAP, half):
        panel(mesh, (low, 0, 0), (side, 0, 0), (0, 0, top), finish, 0.5)
    curve = arch_curve(half, spring, 18)
    curve[[0, -1], 0] += (-_LAP, _LAP)
    share = np.linspace(0, 1, 4)[:, None]
    z = curve[:, 1] * (1 - share) + top * share
    x = np.broadcast_to(curve[:, 0], z.shape)
    points = np.stack([x, np.zeros_like(x), z], -1)
    add_grid(mesh, points, finish, np.broadcast_to([0.0, -1.0, 0.0], points.shape), stack(x, z))
