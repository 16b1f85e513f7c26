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
_REACH = 24
"""The farthest distance, in cells, that is told from farther ones."""


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
        distances = reach.astype(np.float32)
        met = np.full(len(origins), -1, np.int32)
        alive = np.arange(len(origins))
        steepest = np.abs(directions).max(1)
        travelled = np.zeros(len(origins), np.float32)
        at, heading, limit = origins, directions, reach.astype(np.float32)
        while len(alive):
            cells = self.index(at + heading * travelled[:, None])
            free = self.distance[cells]
            hit = (free == 0) & (travelled > _OWN)
            met[alive[hit]] = self.owner[cells[hit]]
            distances[alive[hit]] = travelled[hit]
            stride = (np.maximum(free, 1) - np.float32(0.45)) * np.float32(CELL) / steepest
            travelled = travelled + stride
            going = ~hit & (travelled < limit)
            alive, at, heading = alive[going], at[going], heading[going]
            steepest, travelled, limit = steepest[going], travelled[going], limit[going]
        return met, distances


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
