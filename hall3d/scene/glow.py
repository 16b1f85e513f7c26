"""What marks a counter as the person's own: a warm frame round its sign, a ring on the floor."""

import math

import numpy as np
from panda3d.core import NodePath

from hall3d.plan.cards import SIGN
from hall3d.plan.model import Counter
from hall3d.scene.geometry import geometry, packed
from hall3d.scene.route import ring

_Z = 2.695
_WIDE = (0.03, 0.11)
"""Metres: the frame begins and ends so far outside the sign."""
_WARM = (255, 196, 64)


def halo(counter: Counter) -> NodePath:
    """Both marks of one counter."""
    both = NodePath("halo")
    frame = _frame()
    x, y = counter.bay.at(0.0, -0.03)
    frame.set_pos_hpr(x, y, _Z, math.degrees(counter.bay.turn), 0, 0)
    frame.reparent_to(both)
    mark = ring(counter.bay.at(0.0, -1.6))
    mark.reparent_to(both)
    return both


def _frame() -> NodePath:
    """Four bars round a sign, seen from -y."""
    rings = [
        [(sx * (SIGN[0] / 2 + off), 0.0, sz * (SIGN[1] / 2 + off)) for sx, sz in _CORNERS]
        for off in _WIDE
    ]
    points = np.array(rings, np.float32).reshape(-1, 3)
    side = np.arange(4)
    after = (side + 1) % 4
    triangles = np.concatenate(
        [np.stack([side, 4 + side, 4 + after], 1), np.stack([side, 4 + after, after], 1)]
    )
    vertices = packed(points, np.zeros((8, 2), np.float32))
    vertices[:, 12:15] = _WARM
    return geometry("frame", vertices, triangles.astype(np.uint32))


_CORNERS = ((-1, -1), (1, -1), (1, 1), (-1, 1))
