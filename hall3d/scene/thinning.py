"""Takes out of baked sheets the rows and columns that show nothing: light is sampled densely, and
what then turns out to be even is drawn with few triangles."""

from dataclasses import fields, replace

import numpy as np
from numpy.typing import NDArray

from hall3d.scene.mesh import Array, Arrays, grid_triangles

_COLOUR, _PLACE, _TEXTURE = 0.013, 0.002, 0.02
"""How far a vertex may lie from its neighbours' straight line: display value, metres, metres."""
_POSITION = slice(3, 6)


def thinned(mesh: Arrays, colours: Array) -> tuple[Arrays, Array]:
    """The mesh and its display colours (n x 3) without needless vertices."""
    own = np.concatenate([colours / _COLOUR, mesh.positions / _PLACE, mesh.uvs / _TEXTURE], 1)
    kept = np.ones(len(mesh.triangles), bool)
    added = []
    for first, up, across, triangle in mesh.grids.tolist():
        sheet = own[first : first + up * across].reshape(up, across, -1)
        rows, columns = _needed(sheet), _needed(sheet.swapaxes(0, 1))
        if len(rows) == up and len(columns) == across:
            continue
        count = 2 * (up - 1) * (across - 1)
        flipped = mesh.triangles[triangle, 1] == first + across + 1
        kept[triangle : triangle + count] = False
        added.append(_retiled(first + rows[:, None] * across + columns[None], bool(flipped)))
    triangles = np.concatenate([mesh.triangles[kept], *added])
    return _without_unused(mesh, triangles, colours)


def _needed(sheet: Array) -> NDArray[np.int64]:
    """The rows of a (rows, columns, values) sheet that the others do not tell, within 1."""
    steps = np.linalg.norm(np.diff(sheet[..., _POSITION], axis=0), axis=-1).mean(1)
    along = np.concatenate([[0.0], np.cumsum(steps + 1e-9)])
    needed, open_ = {0, len(sheet) - 1}, [(0, len(sheet) - 1)]
    while open_:
        low, high = open_.pop()
        if high - low < 2:
            continue
        share = (along[low + 1 : high] - along[low]) / (along[high] - along[low])
        told = sheet[low] + share[:, None, None] * (sheet[high] - sheet[low])
        error = np.abs(sheet[low + 1 : high] - told).max((1, 2))
        worst = int(error.argmax())
        if error[worst] > 1:
            middle = low + 1 + worst
            needed.add(middle)
            open_ += [(low, middle), (middle, high)]
    return np.array(sorted(needed))


def _retiled(vertices: NDArray[np.int64], flipped: bool) -> NDArray[np.uint32]:
    """Triangles over a (rows, columns) raster of vertex numbers."""
    corners = grid_triangles(vertices.shape[0] - 1, vertices.shape[1] - 1)
    corners = corners[:, ::-1] if flipped else corners
    return np.asarray(vertices.ravel()[corners], np.uint32)


def _without_unused(
    mesh: Arrays, triangles: NDArray[np.uint32], colours: Array
) -> tuple[Arrays, Array]:
    used, renumbered = np.unique(triangles, return_inverse=True)
    names = [one.name for one in fields(Arrays) if one.name not in ("triangles", "grids")]
    smaller = {name: getattr(mesh, name)[used] for name in names}
    made = replace(
        mesh,
        **smaller,
        triangles=renumbered.reshape(-1, 3).astype(np.uint32),
        grids=np.empty((0, 4), np.int64),
    )
    return made, colours[used]
