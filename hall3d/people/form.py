"""Parts of a figure: sheets of points with normals, colours, charts and joint weights."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from hall3d.people.skeleton import COUNT, JOINT, REST
from hall3d.scene.mesh import Array, grid_triangles, unit

Chart = Literal["plain", "face", "torso", "hair", "cloth"]
Level = Literal[0, 1, 2]
"""How finely a figure is made: near, across a room, far away."""
Limb = Literal["head", "torso", "right_arm", "left_arm", "legs"]


@dataclass(frozen=True)
class Part:
    """n points, m triangles. `colours` linear; `uvs` 0..1 within the part's own chart of the
    figure's picture; `weights` n x joints; a part is not shaded by its own `limb`."""

    points: Array
    normals: Array
    colours: Array
    uvs: Array
    weights: Array
    triangles: NDArray[np.uint32]
    chart: Chart
    limb: Limb


def smooth(x: ArrayLike, knots: ArrayLike, values: ArrayLike) -> Array:
    """A curve through knots without corners or overshoot (monotone cubic), held at its ends."""
    k, v = np.asarray(knots, float), np.asarray(values, float)
    at = np.clip(np.asarray(x, float), k[0], k[-1])
    step = np.diff(k)
    slope = np.diff(v) / step
    inner = slope[:-1] * slope[1:]
    mean = 2 * inner / np.where(inner > 0, slope[:-1] + slope[1:], 1.0)
    tangent = np.concatenate([slope[:1], np.where(inner > 0, mean, 0.0), slope[-1:]])
    i = np.clip(np.searchsorted(k, at, "right") - 1, 0, len(step) - 1)
    t = (at - k[i]) / step[i]
    low, high = v[i] + t * step[i] * tangent[i], v[i + 1] - (1 - t) * step[i] * tangent[i + 1]
    ease = t * t * (3 - 2 * t)
    return np.asarray(low * (1 - ease) + high * ease)


def rise(x: ArrayLike, start: ArrayLike, end: ArrayLike) -> Array:
    """0 before start, 1 after end, an eased ramp between."""
    low, high = np.asarray(start), np.asarray(end)
    t = np.clip((np.asarray(x) - low) / (high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t))


def bump(x: Array, z: Array, centre: tuple[float, float], spread: tuple[float, float]) -> Array:
    """A soft hill of height one."""
    return np.asarray(
        np.exp(-(((x - centre[0]) / spread[0]) ** 2) - ((z - centre[1]) / spread[1]) ** 2)
    )


def between(grid: Array, column: Array, row: Array) -> Array:
    """Values of a grid between its points, straight from one to the next; held at its edges."""
    rows, columns = grid.shape
    x, y = np.clip(column, 0, columns - 1.001), np.clip(row, 0, rows - 1.001)
    i, j = x.astype(int), y.astype(int)
    s, t, flat, at = x - i, y - j, grid.ravel(), j * columns + i
    low = flat[at] * (1 - s) + flat[at + 1] * s
    high = flat[at + columns] * (1 - s) + flat[at + columns + 1] * s
    return np.asarray(low * (1 - t) + high * t)


def rings(
    centres: ArrayLike, radii: ArrayLike, segments: int, across: ArrayLike, power: float = 2.0
) -> Array:
    """A tube as rows x (segments + 1) x 3: centres n x 3; radii n x 2, first along `across`
    (squared to the path), then along what is square to both; `power` above 2 squares rings."""
    path, half = np.asarray(centres, float), np.asarray(radii, float)
    tangent = unit(np.gradient(path, axis=0))
    wish = np.asarray(across, float)
    first = unit(wish - (tangent @ wish)[:, None] * tangent)
    second = np.cross(tangent, first)
    angle = np.linspace(0, 2 * np.pi, segments + 1)
    c, s = np.cos(angle), np.sin(angle)
    c, s = np.sign(c) * abs(c) ** (2 / power), np.sign(s) * abs(s) ** (2 / power)
    return np.asarray(
        path[:, None]
        + (half[:, :1] * c)[..., None] * first[:, None]
        + (half[:, 1:] * s)[..., None] * second[:, None]
    )


def sheet_normals(points: Array, closed: bool) -> Array:
    """Normals (rows x columns x 3) of a sheet, to the side that columns x rows points to."""
    if closed:
        wrapped = np.concatenate([points[:, -2:-1], points, points[:, 1:2]], 1)
        around = wrapped[:, 2:] - wrapped[:, :-2]
    else:
        around = np.gradient(points, axis=1)
    return unit(np.cross(around, np.gradient(points, axis=0)))


def sheet(
    points: Array,
    weights: Callable[[Array], Array],
    colour: Array,
    limb: Limb,
    chart: Chart = "plain",
    uvs: Array | None = None,
    closed: bool = True,
    outward: Array | None = None,
) -> Part:
    """A part from a rows x columns x 3 sheet. The side that faces away from `outward` (a point or
    points; the rows' middles when None) is its outside. colour: 3, or rows x columns x 3."""
    rows, columns, _ = points.shape
    normals = sheet_normals(points, closed)
    middle = points.mean(1, keepdims=True) if outward is None else np.asarray(outward)
    flipped = float((normals * (points - middle)).sum()) < 0
    triangles = grid_triangles(rows - 1, columns - 1)
    flat = points.reshape(-1, 3)
    if uvs is None:
        u, v = np.meshgrid(np.linspace(0, 1, columns), np.linspace(0, 1, rows))
        uvs = np.stack([u, v], -1)
    return Part(
        flat,
        (-normals if flipped else normals).reshape(-1, 3),
        np.broadcast_to(colour, points.shape).reshape(-1, 3),
        uvs.reshape(-1, 2),
        weights(flat),
        triangles[:, ::-1] if flipped else triangles,
        chart,
        limb,
    )


def only(name: str) -> Callable[[Array], Array]:
    """Weights that follow one joint."""

    def weigh(points: Array) -> Array:
        weights = np.zeros((len(points), COUNT))
        weights[:, JOINT[name]] = 1.0
        return weights

    return weigh


def chain(names: Sequence[str], soft: float) -> Callable[[Array], Array]:
    """Weights that pass from joint to joint of a limb, each over `soft` metres either side."""
    joints = [JOINT[name] for name in names]

    def weigh(points: Array) -> Array:
        weights = np.zeros((len(points), COUNT))
        weights[:, joints[0]] = 1.0
        for k in range(1, len(joints)):
            before, after = joints[k - 1 : k + 1]
            bone = joints[k : k + 2] if k + 1 < len(joints) else joints[k - 1 : k + 1]
            way = unit((REST[bone[1]] - REST[bone[0]])[None])[0]
            passed = rise((points - REST[after]) @ way, -soft, soft)
            weights[:, after] = weights[:, before] * passed
            weights[:, before] *= 1 - passed
        return weights

    return weigh


def mirrored(points: Array) -> Array:
    """The same on the other side."""
    return np.asarray(points * np.array([-1.0, 1.0, 1.0]))
