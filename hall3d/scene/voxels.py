"""A hall cut into voxels, and rays that march through it by the million."""

import numpy as np
from numpy.typing import NDArray

from hall3d.scene.mesh import MATERIALS, Array, Arrays

CELL = 0.11
"""Metres; smaller cells sharpen contact shadows and cost memory to the third power."""
_AIRY = [MATERIALS.index(name) for name in ("glass", "sunlight")]
_LEAVES = MATERIALS.index("leaves")
_SHADY = 5
"""One in so many of the cells that leaves pass through lets no light by."""
_OWN = 0.16
"""Metres; what a ray meets sooner is the corner it starts in."""
_EDGE = 0.01
"""Cells; so far from the border of the voxels a ray ends: rounding takes none beyond it."""
_STEPS = 4
"""How many steps rays take before those that have ended are left out; at least as many as lead out
of their own corner."""
_REACH = 24
"""The farthest distance, in cells, that is told from farther ones."""
_STRIDES = (np.arange(_REACH + 1) - 0.45).clip(0).astype(np.float32)
"""How far a ray goes on from a cell whose nearest surface is so many cells away."""


class Voxels:
    """Which cells hold a surface, how far the nearest is, and which triangle it belongs to."""

    def __init__(self, mesh: Arrays) -> None:
        low = mesh.positions.min(0) - 3 * CELL
        high = mesh.positions.max(0) + 3 * CELL
        self.low = low.astype(np.float32)
        self.shape = np.ceil((high - low) / CELL).astype(np.int64) + 1
        self.owner = np.full(int(self.shape.prod()), -1, np.int32)
        self._fill(mesh)
        self.distance = self._distances()

    def _fill(self, mesh: Arrays) -> None:
        """Mark every cell that a triangle passes through, by sampling it densely."""
        solid = np.nonzero(~np.isin(mesh.material[mesh.triangles[:, 0]], _AIRY))[0]
        corners = mesh.positions[mesh.triangles].astype(np.float32)
        longest = np.linalg.norm(corners - np.roll(corners, 1, 1), axis=2).max(1)
        cuts = np.maximum(1, np.ceil(longest / (0.75 * CELL))).astype(int)
        for count in np.unique(cuts):
            which = solid[cuts[solid] == count]
            i, j = np.meshgrid(np.arange(count + 1), np.arange(count + 1))
            keep = (i + j) <= count
            a, b = (i[keep] / count).astype(np.float32), (j[keep] / count).astype(np.float32)
            weights = np.stack([1 - a - b, a, b], 1)
            for part in np.array_split(which, max(1, len(which) * len(weights) // 1_000_000)):
                points = np.einsum("wk,tkc->twc", weights, corners[part])
                cells, owners = self.index(points.reshape(-1, 3)), np.repeat(part, len(weights))
                kept = (mesh.material[mesh.triangles[owners, 0]] != _LEAVES) | (
                    cells * 2654435761 % 4294967296 % _SHADY == 0
                )
                self.owner[cells[kept]] = owners[kept]

    def _distances(self) -> NDArray[np.uint8]:
        """Cells to the nearest surface, the larger of the three axes counting."""
        solid = (self.owner >= 0).reshape(self.shape)
        distance = np.zeros(solid.shape, np.uint8)
        for _ in range(_REACH):
            distance += ~solid
            solid = _grown(solid)
        return distance.ravel()

    def index(self, points: NDArray[np.float32]) -> NDArray[np.int64]:
        """The cell of each point; points outside are taken to the border."""
        cells = ((points - self.low) * np.float32(1 / CELL)).astype(np.int64)
        np.clip(cells, 0, self.shape - 1, out=cells)
        _, deep, high = self.shape
        return np.asarray((cells[:, 0] * deep + cells[:, 1]) * high + cells[:, 2])

    def march(
        self, origins: NDArray[np.float32], directions: NDArray[np.float32], reach: Array
    ) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """The triangle each ray meets within `reach` metres, or -1, and how far it went.

        directions: unit, n x 3.
        """
        met, far = np.full(len(origins), -1, np.int32), reach.astype(np.float32)
        # in cells along each ray's steepest axis, the one that counts for `distance`
        steepest = np.abs(directions).max(1)
        start, way = (origins - self.low).T / np.float32(CELL), directions.T / steepest
        scale = steepest / np.float32(CELL)
        entry, leave = self._span(start, way)
        limit = np.minimum(leave, far * scale)
        alive = np.nonzero(entry < limit)[0]
        rays = np.stack([*start, *way, entry, limit])[:, alive]
        own = _OWN * scale[alive]
        while len(alive):
            nearest = self._advance(rays, own)
            travelled, limit = rays[6:]
            hit = np.nonzero((nearest == 0) & (travelled < limit))[0]
            met[alive[hit]] = self.owner[self._cells(rays[:, hit])]
            far[alive[hit]] = travelled[hit] / scale[alive[hit]]
            going = np.nonzero((nearest > 0) & (travelled < limit))[0]
            alive, rays, own = alive.take(going), rays.take(going, 1), None
        return met, far

    def _advance(
        self, rays: NDArray[np.float32], own: NDArray[np.float32] | None
    ) -> NDArray[np.uint8]:
        """Take rays a few steps on; one that meets something stays there. Returns how near the
        nearest surface was in each one's last step. own: how far each ray meets nothing yet, at its
        first steps."""
        travelled, limit = rays[6:]
        for _ in range(_STEPS):
            nearest = self.distance.take(self._cells(rays), mode="clip")
            stride = _STRIDES.take(nearest, mode="clip")
            if own is not None:
                np.maximum(stride, _STRIDES[1] * (travelled <= own), out=stride)
            travelled += stride
            np.minimum(travelled, limit, out=travelled)
        return nearest

    def _cells(self, rays: NDArray[np.float32]) -> NDArray[np.int32]:
        """The cell that each ray has come to."""
        x, y, z, along, aside, up, travelled, _ = rays
        _, deep, high = self.shape.tolist()
        cells: NDArray[np.int32] = (x + along * travelled).astype(np.int32)
        cells *= deep
        cells += (y + aside * travelled).astype(np.int32)
        cells *= high
        cells += (z + up * travelled).astype(np.int32)
        return cells

    def _span(
        self, start: NDArray[np.float32], way: NDArray[np.float32]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """How far along its way, in cells, each ray (3 x n) enters the voxels and leaves them."""
        steep = np.where(np.abs(way) < 1e-6, np.float32(1e-6), way)
        low, high = ((side - start) / steep for side in (_EDGE, self.shape[:, None] - _EDGE))
        entry = np.minimum(low, high).max(0).clip(0)
        return entry.astype(np.float32), np.maximum(low, high).min(0).astype(np.float32)


def _grown(solid: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """A set of cells and all their 26 neighbours."""
    for axis in range(3):
        wider = solid.copy()
        before = [slice(None)] * 3
        after = [slice(None)] * 3
        before[axis], after[axis] = slice(1, None), slice(None, -1)
        wider[tuple(before)] |= solid[tuple(after)]
        wider[tuple(after)] |= solid[tuple(before)]
        solid = wider
    return solid
