"""The way on the floor: a line of brass and a ring where it ends."""

import math
from collections.abc import Sequence

import numpy as np
from panda3d.core import NodePath

from hall3d.scene.geometry import geometry, packed
from hall3d.scene.mesh import Array, grid_triangles, unit

_HALF, _LIFT = 0.055, 0.015
_RING = (0.24, 0.32)
_BRASS = (199, 148, 52)


def ribbon(way: Sequence[tuple[float, float]]) -> NodePath:
    """A flat line along a way (metres), cut finely enough to pass near the eye."""
    points = _even(np.asarray(way, float))
    flat = np.pad(np.gradient(points, axis=0), ((0, 0), (0, 1)))
    side = unit(flat)[:, [1, 0]] * [1.0, -1.0] * _HALF
    return _sheet("route", points + side, points - side)


def ring(centre: tuple[float, float]) -> NodePath:
    """A flat ring round a point of the floor."""
    angles = np.linspace(0, 2 * math.pi, 33)
    spokes = np.stack([np.cos(angles), np.sin(angles)], 1)
    inner, outer = _RING
    return _sheet("goal", np.asarray(centre) + inner * spokes, np.asarray(centre) + outer * spokes)


def _even(points: Array, step: float = 0.4) -> Array:
    gone = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
    count = max(2, int(gone[-1] / step) + 2)
    at = np.linspace(0, gone[-1], count)
    return np.stack([np.interp(at, gone, points[:, k]) for k in (0, 1)], 1)


def _sheet(name: str, right: Array, left: Array) -> NodePath:
    rows = np.concatenate([right, left])
    positions = np.pad(rows, ((0, 0), (0, 1)), constant_values=_LIFT).astype(np.float32)
    vertices = packed(positions, np.zeros((len(rows), 2), np.float32))
    vertices[:, 12:15] = _BRASS
    node = geometry(name, vertices, grid_triangles(1, len(right) - 1))
    node.set_two_sided(True)
    return node
