"""Shapes a hall is built of: panels, softened boxes, turned bodies."""

from collections.abc import Sequence
from itertools import pairwise, product

import numpy as np
from numpy.typing import ArrayLike

from hall3d.scene.mesh import TRIM, Array, Mesh, Paint, grid_triangles, pieces, stack, unit

Point = tuple[float, float, float]


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


def strip(
    mesh: Mesh,
    low: Point,
    high: Point,
    finish: Paint,
    step: float = 0.6,
    edges: str = "zZ",
) -> None:
    """A box set on a wall whose front is -y: from afar only that front is drawn, and near by its
    other `edges` (faces as in `box`) too."""
    box(mesh, low, high, finish, 0.0, step, "y")
    with mesh.only(TRIM):
        box(mesh, low, high, finish, 0.0, step, edges)


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
