"""Round arches: their mouldings, reveals and heads, and the wall around them."""

import numpy as np

from hall3d.scene.mesh import TRIM, Array, Mesh, Paint, stack, unit
from hall3d.scene.shapes import add_grid, panel

_LAP = 0.006
"""Metres by which sheets of one wall overlap, so that no light shows between their edges."""


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
    with mesh.only(TRIM):
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
