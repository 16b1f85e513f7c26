"""A growing triangle mesh: positions, normals, colours and materials as numpy arrays."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]
Material = Literal[
    "plain",
    "wood",
    "stone",
    "floor",
    "sky",
    "slats",
    "textile",
    "leaves",
    "glass",
    "accent",
    "sunlight",
]
MATERIALS: tuple[Material, ...] = get_args(Material)
"""`leaves` are cut out by their texture's alpha and
seen from both sides; `glass` is see-through; `sunlight` lies on the floor; `accent` takes a
department's colour when placed."""

NEAR, UNMIRRORED, LARGE, TRIM, FAR = 1, 2, 4, 8, 16
"""Levels of what only who is near sees, of what the floor does not mirror, of what shows from the
far end of a concourse, of edges that never do, however long, and of what stands for all of it far
away; they add up."""
_SMALL, _LARGE = 0.6, 1.8
"""Metres; patches below the first are NEAR by themselves, from the second on LARGE."""


def rgb(code: str) -> Array:
    """An RRGGBB colour as linear light, 0..1."""
    display = np.array([int(code[i : i + 2], 16) / 255 for i in (0, 2, 4)])
    return np.asarray(
        np.where(display <= 0.04045, display / 12.92, ((display + 0.055) / 1.055) ** 2.4)
    )


@dataclass(frozen=True)
class Paint:
    """How a surface answers light: linear `colour`, `glow` (its own radiance), `material`."""

    colour: Array
    material: Material = "plain"
    glow: float = 0.0


def paint(code: str, material: Material = "plain", glow: float = 0.0) -> Paint:
    """A paint by its RRGGBB code."""
    return Paint(rgb(code), material, glow)


@dataclass(frozen=True)
class Frame:
    """Where a part stands: its own x, y, z leant back by `lean` metres a metre of height, turned by
    `turn` radians about z, then moved."""

    x: float = 0.0
    y: float = 0.0
    z: float = 0.0
    turn: float = 0.0
    lean: float = 0.0

    def matrix(self) -> Array:
        """The 3 x 3 turn and lean, for row vectors."""
        c, s = np.cos(self.turn), np.sin(self.turn)
        return np.array([[c, s, 0.0], [-s, c, 0.0], [-s * self.lean, c * self.lean, 1.0]])

    def facing(self) -> Array:
        """The 3 x 3 matrix that takes normals along, for row vectors; their length changes."""
        return np.asarray(np.linalg.inv(self.matrix()).T)

    def at(
        self, x: float, y: float, z: float = 0.0, turn: float = 0.0, lean: float = 0.0
    ) -> "Frame":
        """A frame that stands in this one."""
        moved = np.array([x, y, z]) @ self.matrix() + [self.x, self.y, self.z]
        x, y, z = (float(value) for value in moved)
        return Frame(x, y, z, self.turn + turn, lean)


@dataclass(frozen=True)
class Arrays:
    """A finished mesh: n vertices, m triangles, `material` an index into MATERIALS,
    `level` a sum of NEAR, UNMIRRORED, LARGE and FAR.

    grids: g x 4, the sheets among them: first vertex, vertices up, vertices across, first triangle.
    windows: w x 3, x, y and turn of each that lets the sun in.
    """

    positions: Array
    normals: Array
    colours: Array
    uvs: Array
    glow: Array
    material: NDArray[np.uint8]
    level: NDArray[np.uint8]
    triangles: NDArray[np.uint32]
    grids: NDArray[np.int64]
    windows: Array


@dataclass
class Mesh:
    """Collects patches; `frame` places whatever is added next, `level` says whether it is drawn far
    away, and in the floor."""

    frame: Frame = field(default_factory=Frame)
    level: int = 0
    _parts: list[tuple[NDArray[Any], ...]] = field(default_factory=list)
    _count: int = 0
    _triangles: int = 0
    windows: list[tuple[float, float, float]] = field(default_factory=list)

    def add(
        self,
        positions: ArrayLike,
        normals: ArrayLike,
        triangles: ArrayLike,
        finish: Paint,
        uvs: ArrayLike | None = None,
        colours: ArrayLike | None = None,
        sheet: tuple[int, int] | None = None,
    ) -> None:
        """Add a patch. positions, normals: n x 3; triangles: m x 3 into this patch, seen
        counter-clockwise; uvs: n x 2 (metres); colours: n x 3 linear, instead of the paint's.
        sheet: its rows and columns of cells when it is a whole `grid_triangles` grid."""
        turned = self.frame.matrix()
        points = np.asarray(positions, float).reshape(-1, 3)
        count = len(points)
        corners = np.asarray(triangles, np.uint32).reshape(-1, 3)
        facing = np.broadcast_to(np.asarray(normals, float), (count, 3))
        shade = finish.colour if colours is None else np.asarray(colours, float)
        self._parts.append(
            (
                points @ turned + np.array([self.frame.x, self.frame.y, self.frame.z]),
                unit(facing @ self.frame.facing()),
                np.broadcast_to(shade, (count, 3)).astype(float),
                self._textured(finish, np.zeros((count, 2)) if uvs is None else uvs),
                np.full(count, finish.glow),
                np.full(count, MATERIALS.index(finish.material), np.uint8),
                np.full(count, _level(self.level, points, finish.material), np.uint8),
                corners + np.uint32(self._count),
                self._sheet_row(sheet),
            )
        )
        self._count += count
        self._triangles += len(corners)

    @contextmanager
    def only(self, level: int) -> Iterator[None]:
        """What is added meanwhile is NEAR (left out far away), UNMIRRORED, TRIM, or their sum."""
        before = self.level
        self.level = before | level
        yield
        self.level = before

    def add_window(self) -> None:
        """Note that the frame is that of a window which lets the sun in."""
        self.windows.append((self.frame.x, self.frame.y, self.frame.turn))

    def _textured(self, finish: Paint, uvs: ArrayLike) -> Array:
        """Texture coordinates n x 2; veneer is cut from another log for each thing made of it."""
        own = np.asarray(uvs, float).reshape(-1, 2)
        if finish.material != "wood":
            return own
        log = round(self.frame.x + 1.7 * self.frame.y, 2)
        return np.asarray(own + np.array([2.7, 5.3]) * log)

    def _sheet_row(self, sheet: tuple[int, int] | None) -> NDArray[np.int64]:
        if sheet is None:
            return np.empty((0, 4), np.int64)
        return np.array([[self._count, sheet[0] + 1, sheet[1] + 1, self._triangles]], np.int64)

    def arrays(self) -> Arrays:
        """Everything added so far as one mesh."""
        joined = [np.concatenate(columns) for columns in zip(*self._parts, strict=True)]
        joined.append(np.array(self.windows, float).reshape(-1, 3))
        return Arrays(*joined)


def _level(told: int, points: Array, material: Material) -> int:
    """What was told of a patch, and what its size says; sprays of leaves are small, plants are
    not."""
    longest = float(np.ptp(points, axis=0).max()) if len(points) else 0.0
    if longest < _SMALL and material != "leaves":
        return told & ~TRIM | NEAR
    return told & ~TRIM | (LARGE if longest >= _LARGE and not told & TRIM else 0)


def grid_triangles(rows: int, columns: int) -> NDArray[np.uint32]:
    """Triangles of a (rows+1) x (columns+1) vertex grid stored row by row, rows upward."""
    start = (np.arange(rows)[:, None] * (columns + 1) + np.arange(columns)[None]).ravel()
    a, b, c, d = start, start + 1, start + columns + 2, start + columns + 1
    both = np.stack([np.stack([a, b, c], 1), np.stack([a, c, d], 1)], 1)
    return both.reshape(-1, 3).astype(np.uint32)


def pieces(length: float, step: float) -> int:
    """How many equal pieces of at most `step` a length is cut into."""
    return max(1, int(np.ceil(length / step - 1e-6)))


def unit(vectors: Array) -> Array:
    """Vectors scaled to length one; zero vectors point up."""
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    up = np.zeros_like(vectors)
    up[..., 2] = 1.0
    return np.where(length > 1e-9, vectors / np.maximum(length, 1e-9), up)


def stack(*columns: ArrayLike) -> Array:
    """Coordinates broadcast together and put side by side as n x k."""
    wide: Sequence[Array] = np.broadcast_arrays(*[np.asarray(column, float) for column in columns])
    return np.stack([one.ravel() for one in wide], 1)
