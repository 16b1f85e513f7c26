"""Takes out of baked sheets the vertices that show nothing: light is sampled densely, and what then
turns out to be even is drawn with few triangles.

Rows that their neighbours tell are left out; of each row left, the vertices that theirs tell. Long
sheets are cut first, so that no triangle reaches far beyond where its part lies.
"""

from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from hall3d.scene.mesh import Array, Arrays

_COLOUR, _PLACE, _TEXTURE = 0.02, 0.002, 0.02
"""How far a vertex may lie from its neighbours' straight line: display value, metres, metres."""
_LONGEST = 6.5
"""Metres of a part of a sheet."""
_WHOLE = ("triangles", "grids", "windows")
_POSITION = slice(3, 6)


def thinned(mesh: Arrays, colours: Array, coarse: float = 1.0) -> tuple[Arrays, Array, Array]:
    """The mesh and its display colours (n x 3) without needless vertices, and for each triangle
    (m x 2) the middle of what it is a part of, which is the same however coarse.

    coarse: how many times farther off than usual a vertex may lie.
    """
    own = np.concatenate([colours / _COLOUR, mesh.positions / _PLACE, mesh.uvs / _TEXTURE], 1)
    own /= coarse
    kept = np.ones(len(mesh.triangles), bool)
    added, middles = [np.empty((0, 3), np.uint32)], [np.empty((0, 2))]
    for first, up, across, triangle in mesh.grids.tolist():
        kept[triangle : triangle + 2 * (up - 1) * (across - 1)] = False
        flipped = bool(mesh.triangles[triangle, 0] != first)
        for numbers in _parts(first + np.arange(up * across).reshape(up, across), mesh.positions):
            fewer = _fewest(own[numbers], numbers, flipped)
            added.append(fewer)
            middle = mesh.positions[numbers].reshape(-1, 3).mean(0)[:2]
            middles.append(np.broadcast_to(middle, (len(fewer), 2)))
    rest = mesh.triangles[kept]
    triangles = np.concatenate([rest, *added])
    centres = np.concatenate([mesh.positions[rest].mean(1)[:, :2], *middles])
    return *_without_unused(mesh, triangles, colours), centres


def _parts(numbers: NDArray[np.int64], positions: Array) -> Iterator[NDArray[np.int64]]:
    """A sheet's vertices (rows, columns), cut into parts at most _LONGEST long each way."""
    up = np.linalg.norm(np.diff(positions[numbers[:, 0]], axis=0), axis=1)
    across = np.linalg.norm(np.diff(positions[numbers[0]], axis=0), axis=1)
    for low, high in pairwise(_cuts(up)):
        for left, right in pairwise(_cuts(across)):
            yield numbers[low : high + 1, left : right + 1]


def _cuts(steps: Array) -> list[int]:
    """The vertices at which a line of so long steps is cut, its ends among them."""
    along = np.concatenate([[0.0], np.cumsum(steps)])
    count = max(1, int(np.ceil(along[-1] / _LONGEST)))
    ideal = np.linspace(0, along[-1], count + 1)[1:-1]
    return sorted({0, *np.searchsorted(along, ideal).tolist(), len(steps)})


def _fewest(sheet: Array, numbers: NDArray[np.int64], flipped: bool) -> NDArray[np.uint32]:
    """The shorter of the triangle lists made by rows and by columns."""
    by_rows = _strips(sheet, numbers, flipped)
    if min(numbers.shape) < 3:
        return by_rows
    by_columns = _strips(sheet.swapaxes(0, 1), numbers.T, not flipped)
    return min(by_rows, by_columns, key=len)


def _strips(sheet: Array, numbers: NDArray[np.int64], flipped: bool) -> NDArray[np.uint32]:
    """Triangles between the rows that are needed, each with only the vertices it needs itself."""
    rows = _needed(sheet)
    lines = [_needed(sheet[row][:, None]) for row in rows]
    triangles = []
    for (low, below), (high, above) in pairwise(zip(rows, lines, strict=True)):
        triangles += _zipped(numbers[low], below, numbers[high], above)
    made = np.array(triangles, np.uint32).reshape(-1, 3)
    return made[:, ::-1] if flipped else made


def _zipped(
    low: NDArray[np.int64],
    below: NDArray[np.int64],
    high: NDArray[np.int64],
    above: NDArray[np.int64],
) -> list[tuple[int, int, int]]:
    """Triangles between two rows of which other vertices are kept."""
    found, i, j = [], 0, 0
    a, b = low[below].tolist(), high[above].tolist()
    x, y = below.tolist(), above.tolist()
    while i < len(a) - 1 or j < len(b) - 1:
        if j == len(b) - 1 or (i < len(a) - 1 and x[i + 1] <= y[j + 1]):
            found.append((a[i], a[i + 1], b[j]))
            i += 1
        else:
            found.append((a[i], b[j + 1], b[j]))
            j += 1
    return found


def _needed(sheet: Array) -> NDArray[np.int64]:
    """The rows of a (rows, columns, values) sheet that the others do not tell, within 1."""
    last = len(sheet) - 1
    if last < 2:
        return np.arange(last + 1)
    steps = np.linalg.norm(np.diff(sheet[..., _POSITION], axis=0), axis=-1).mean(1)
    along = np.concatenate([[0.0], np.cumsum(steps + 1e-9)])
    needed, open_ = {0, last}, [(0, last)]
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


def _without_unused(
    mesh: Arrays, triangles: NDArray[np.uint32], colours: Array
) -> tuple[Arrays, Array]:
    used, renumbered = np.unique(triangles, return_inverse=True)
    names = [one.name for one in fields(Arrays) if one.name not in _WHOLE]
    smaller = {name: getattr(mesh, name)[used] for name in names}
    made = replace(
        mesh,
        **smaller,
        triangles=renumbered.reshape(-1, 3).astype(np.uint32),
        grids=np.empty((0, 4), np.int64),
    )
    return made, colours[used]
