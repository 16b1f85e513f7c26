"""A textured surface in space, seen through a pinhole camera."""

import math
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from identity.faces.vision import opencv
from identity.pictures import Image

Grid = NDArray[np.float32]
"""Rows x columns, one number a place."""

WIDTH, HEIGHT = 640, 480
FOCAL_PX = 712.0
DISTANCE = 9.5
"""Eye distances from the lens: about 60 cm, which makes the eyes 75 pixels apart."""

_COARSE = 2
_ROUNDS = 6


@dataclass(frozen=True)
class Stance:
    """Where a surface is and how it is held: degrees (turn to the own left, bow down, tilt) and eye
    distances (x right, y down in the picture, z to the camera)."""

    turn: float = 0.0
    bow: float = 0.0
    tilt: float = 0.0
    x: float = 0.0
    y: float = 0.0
    z: float = 0.0

    def moved(self, **changes: float) -> "Stance":
        """The same with these added."""
        return replace(self, **{name: getattr(self, name) + by for name, by in changes.items()})


@dataclass
class Surface:
    """texture: BGR; mask: 0..1 where the surface is; depth: eye distances towards the camera.

    scale: texture pixels an eye distance; origin: the texture's x, y that the stance moves;
    pivot: the y and z that it turns about.
    """

    texture: Image
    mask: Grid
    depth: Grid
    scale: float
    origin: tuple[float, float]
    pivot: tuple[float, float] = (0.0, 0.0)
    _flat: bool = field(init=False)

    def __post_init__(self) -> None:
        self._flat = not self.depth.any()

    def seen(self, stance: Stance, background: Image) -> tuple[Image, Grid]:
        """The picture that a camera takes of it before a background, and where the surface is."""
        cv2 = opencv()
        view = _View(stance, self.pivot)
        columns, rows = self._sources(view)
        size = (WIDTH, HEIGHT)
        columns = cv2.resize(columns, size, interpolation=cv2.INTER_LINEAR)
        rows = cv2.resize(rows, size, interpolation=cv2.INTER_LINEAR)
        picture = cv2.remap(self.texture, columns, rows, cv2.INTER_LINEAR)
        mask: Grid = cv2.remap(self.mask, columns, rows, cv2.INTER_LINEAR)
        whole = picture * mask[..., None] + background * (1 - mask[..., None])
        return whole.astype(np.uint8), mask

    def _sources(self, view: "_View") -> tuple[Grid, Grid]:
        """For every coarse pixel the texture place that is seen there, by fixed-point rounds: first
        as if flat, then corrected by how far its depth moves it."""
        cv2 = opencv()
        y, x = np.mgrid[0:HEIGHT:_COARSE, 0:WIDTH:_COARSE].astype(np.float32) + (_COARSE - 1) / 2
        sx, sy = view.back(x, y)
        for _ in range(0 if self._flat else _ROUNDS):
            columns, rows = self._texture_place(sx, sy)
            z = cv2.remap(self.depth, columns, rows, cv2.INTER_LINEAR)
            px, py = view.forth(sx, sy, z)
            fx, fy = view.forth(sx, sy, 0.0)
            sx, sy = view.back(x - (px - fx), y - (py - fy))
        return self._texture_place(sx, sy)

    def _texture_place(self, sx: Grid, sy: Grid) -> tuple[Grid, Grid]:
        return sx * self.scale + self.origin[0], sy * self.scale + self.origin[1]


class _View:
    """Eye distances on the surface to camera pixels and, for depth 0, back."""

    def __init__(self, stance: Stance, pivot: tuple[float, float]) -> None:
        self._turn = _rotation(stance)
        about = np.array([0.0, *pivot])
        moved = np.array([stance.x, stance.y, stance.z])
        self._shift = about + moved - self._turn @ about
        lens = np.array([[FOCAL_PX, 0, WIDTH / 2], [0, FOCAL_PX, HEIGHT * 0.48], [0, 0, 1]])
        flat = np.column_stack([self._turn[:, 0], self._turn[:, 1], self._shift])
        flat[2] = np.array([0, 0, DISTANCE]) - flat[2]
        self._back = np.linalg.inv(lens @ flat)

    def forth(self, x: Grid, y: Grid, z: Grid | float) -> tuple[Grid, Grid]:
        """Where a place of the surface is seen."""
        r, t = self._turn.astype(np.float32), self._shift.astype(np.float32)
        px = r[0, 0] * x + r[0, 1] * y + r[0, 2] * z + t[0]
        py = r[1, 0] * x + r[1, 1] * y + r[1, 2] * z + t[1]
        far = DISTANCE - (r[2, 0] * x + r[2, 1] * y + r[2, 2] * z + t[2])
        return WIDTH / 2 + FOCAL_PX * px / far, HEIGHT * 0.48 + FOCAL_PX * py / far

    def back(self, x: Grid, y: Grid) -> tuple[Grid, Grid]:
        """The place of depth 0 that is seen at a pixel."""
        h = self._back.astype(np.float32)
        w = h[2, 0] * x + h[2, 1] * y + h[2, 2]
        return (h[0, 0] * x + h[0, 1] * y + h[0, 2]) / w, (h[1, 0] * x + h[1, 1] * y + h[1, 2]) / w


def _rotation(stance: Stance) -> NDArray[np.float64]:
    turn, bow, tilt = (math.radians(v) for v in (stance.turn, stance.bow, stance.tilt))
    c, s = math.cos(turn), math.sin(turn)
    about_y = np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])
    c, s = math.cos(bow), math.sin(bow)
    about_x = np.array([[1, 0, 0], [0, c, s], [0, -s, c]])
    c, s = math.cos(tilt), math.sin(tilt)
    about_z = np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])
    whole: NDArray[np.float64] = about_z @ about_x @ about_y
    return whole
