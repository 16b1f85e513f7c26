"""Flat pictures in the hall, and the lettered band that bends round the desk."""

import math
from collections.abc import Sequence

import numpy as np
from panda3d.core import NodePath

from hall3d.plan.model import Card
from hall3d.scene.furniture import DESK_BAND
from hall3d.scene.geometry import geometry, packed
from hall3d.scene.mesh import grid_triangles

_BAND_HALF_ANGLE = 1.28


def placed(card: Card) -> NodePath:
    """An upright sheet where a card hangs, seen from its front."""
    wide, high = card.wide / 2, card.high / 2
    node = sheet(
        card.name, [(-wide, 0, -high), (wide, 0, -high), (wide, 0, high), (-wide, 0, high)]
    )
    tilt = -math.degrees(card.tilt)
    node.set_pos_hpr(card.x, card.y, card.z, math.degrees(card.turn), tilt, 0)
    return node


def sheet(name: str, corners: Sequence[tuple[float, float, float]]) -> NodePath:
    """A textured quadrilateral: corners counter-clockwise from the picture's lower left."""
    uvs = np.array([(0, 0), (1, 0), (1, 1), (0, 1)], np.float32)
    triangles = np.array([[0, 1, 2], [0, 2, 3]], np.uint32)
    return geometry(name, packed(np.array(corners, np.float32), uvs), triangles)


def band(x: float, y: float, radius: float) -> NodePath:
    """The sheet round the front of the information desk."""
    angles = np.linspace(-_BAND_HALF_ANGLE, _BAND_HALF_ANGLE, 25)
    foot, top = DESK_BAND
    around = radius + 0.036
    rows = [
        np.stack([x + around * np.sin(angles), y - around * np.cos(angles), np.full(25, z)], 1)
        for z in (foot, top)
    ]
    share = np.linspace(0, 1, 25)
    uvs = [np.stack([share, np.full(25, v)], 1) for v in (0.0, 1.0)]
    bent = packed(np.concatenate(rows).astype(np.float32), np.concatenate(uvs).astype(np.float32))
    return geometry("band", bent, grid_triangles(1, 24))
