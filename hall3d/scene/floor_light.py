"""How bright the hall is at a place: read off the baked floor, for who moves about on it."""

import math
from collections.abc import Mapping

import numpy as np

from hall3d.plan.model import Bay, HallPlan, Shape
from hall3d.scene.bake import BakedShape
from hall3d.scene.mesh import FAR, MATERIALS, Array

Light = tuple[float, float, float]
_USUAL: Array = np.array([232.0, 217.0, 193.0])
"""What the open floor shows by day."""
_AROUND = 2.0
"""Metres of floor that light one: a chair's shade beside one does not make one dark."""
_CELL = 1.0
_LEAST, _MOST = 0.55, 1.06


class FloorLight:
    """The light of all rooms of a hall."""

    def __init__(self, plan: HallPlan, shapes: Mapping[Shape, BakedShape]) -> None:
        self._plan = plan
        self._shapes = shapes
        self._floors: dict[Shape, tuple[Array, Array]] = {}
        self._cells: dict[tuple[Shape, int, int], Array] = {}

    def at(self, x: float, y: float) -> Light:
        """The share of the usual red, green and blue at a place; 1.0 on an open floor by day."""
        room = self._plan.rooms[self._plan.room_at(x, y)]
        own_x, own_y = Bay("panel", 0.0, 0.0, -room.turn).at(x - room.x, y - room.y)
        column, row = math.floor(own_x / _CELL), math.floor(own_y / _CELL)
        across, up = own_x / _CELL - column, own_y / _CELL - row
        corners = [
            self._cell(room.shape, column + i, row + j) * abs(1 - i - across) * abs(1 - j - up)
            for i in (0, 1)
            for j in (0, 1)
        ]
        red, green, blue = np.sum(corners, 0).tolist()
        return red, green, blue

    def _cell(self, shape: Shape, column: int, row: int) -> Array:
        key = (shape, column, row)
        if key not in self._cells:
            if shape not in self._floors:
                self._floors[shape] = _floor(self._shapes[shape])
            places, colours = self._floors[shape]
            if not len(places):
                return np.ones(3)
            away = np.hypot(*(places - [column * _CELL, row * _CELL]).T)
            near = away <= max(_AROUND, float(away.min()) + 0.5)
            shown = np.percentile(colours[near], 70, axis=0)
            self._cells[key] = np.clip(0.3 + 0.7 * shown / _USUAL, _LEAST, _MOST)
        return self._cells[key]


def _floor(baked: BakedShape) -> tuple[Array, Array]:
    """Places (n x 2) and colours (n x 3, bytes) of the floor's vertices."""
    floor = MATERIALS.index("floor")
    rows = [
        np.arange(row[1], row[2])
        for row in baked.pieces.tolist()
        if row[0] == floor and not row[8] & FAR
    ]
    vertices = baked.vertices[np.concatenate([np.arange(0), *rows])]
    places = vertices[:, :12].copy().view(np.float32)[:, :2]
    return places.astype(float), vertices[:, 12:15].astype(float)
