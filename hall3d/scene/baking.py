"""Bakes: a shape's mesh, the light on it, and both packed and cut into pieces for drawing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from hall3d.plan import Shape
from hall3d.scene import light, sunlight, tone
from hall3d.scene.bake import CELL, VERTEX_BYTES, BakedShape
from hall3d.scene.mesh import FAR, MATERIALS, NEAR, Array, Arrays
from hall3d.scene.model import build_model
from hall3d.scene.palette import theme as palette_of
from hall3d.scene.textures import METRES, Picture, mean_shade
from hall3d.scene.thinning import thinned
from hall3d.scene.voxels import Voxels

_BRIGHTEST = 248
"""The rasteriser's interpolation overshoots a little; past 255 a colour would wrap round."""
_AS_THEY_ARE = ("sky", "sunlight")
"""What no light of the hall falls on."""
_FLAT_AFAR = ("wood", "stone", "textile")
"""What shows no grain from afar; without a texture each cell is drawn in one go."""
_COARSE = 3.5
"""How much less exact what stands far away is than what stands near."""


def bake_shape(
    shape: Shape, theme: str, textures: Callable[[], Mapping[str, Picture]]
) -> BakedShape:
    """A shape as baked in a theme; `textures` gives its materials' pictures and is asked late, when
    another process may have made them. Raises UnknownTheme."""
    palette = palette_of(theme)
    mesh = build_model(shape, palette)
    voxels = Voxels(mesh)
    sunny = len(mesh.windows) and palette.sun.light.any()
    on_floor = sunlight.picture(mesh, voxels) if sunny else None
    arriving = light.irradiance(mesh, voxels, palette.sun.light) * palette.exposure
    parts, pictures = [], textures()
    for seen, coarse in ((_from_near(mesh), 1.0), (_from_afar(mesh), _COARSE)):
        made, colours, middles = thinned(seen, _displayed(seen, arriving, pictures), coarse)
        parts.append(_cut(made, _packed(made, colours), middles, shape))
    return replace(_joined(parts), sunlight=on_floor)


def _from_near(mesh: Arrays) -> Arrays:
    """All of a mesh, whatever its level."""
    return replace(mesh, level=np.zeros_like(mesh.level))


def _from_afar(mesh: Arrays) -> Arrays:
    """What stands for a mesh far away and in the floor: few textures, and nothing that is only for
    who is near."""
    flat = np.isin(mesh.material, [MATERIALS.index(name) for name in _FLAT_AFAR])
    shown = mesh.level[mesh.triangles[:, 0]] & NEAR == 0
    grids = mesh.grids[shown[mesh.grids[:, 3]]]
    grids[:, 3] = np.cumsum(shown)[grids[:, 3]] - 1
    return replace(
        mesh,
        material=np.where(flat, MATERIALS.index("plain"), mesh.material).astype(np.uint8),
        uvs=np.where(flat[:, None], 0.0, mesh.uvs),
        level=mesh.level | np.uint8(FAR),
        triangles=mesh.triangles[shown],
        grids=grids,
    )


def _owners(mesh: Arrays, shape: Shape) -> NDArray[np.int64]:
    """For each triangle that takes a department's colour, the counter's bay it is nearest to."""
    owners = np.full(len(mesh.triangles), -1, np.int64)
    bays = [(i, bay) for i, bay in enumerate(shape.bays) if bay.kind == "counter"]
    own = mesh.material[mesh.triangles[:, 0]] == MATERIALS.index("accent")
    if bays and own.any():
        centres = mesh.positions[mesh.triangles[own]].mean(1)[:, None, :2]
        away = np.linalg.norm(centres - np.array([(b.x, b.y) for _, b in bays]), axis=2)
        owners[own] = np.array([i for i, _ in bays])[away.argmin(1)]
    return owners


def _displayed(mesh: Arrays, arriving: Array, textures: Mapping[str, Picture]) -> Array:
    """Vertex colours: lit surfaces toned, lamps as they are, textures' own shade taken off."""
    colours = tone.shown(arriving * mesh.colours)
    lamps = mesh.glow > 0
    colours[lamps] = tone.encoded(mesh.colours[lamps])
    for name, picture in textures.items():
        colours[mesh.material == MATERIALS.index(name)] /= mean_shade(picture)
    for name in _AS_THEY_ARE:
        colours[mesh.material == MATERIALS.index(name)] = 1.0
    # what is too bright keeps its hue
    return np.asarray(np.maximum(colours, 0) / np.maximum(colours.max(1, keepdims=True), 1))


def _packed(mesh: Arrays, colours: Array) -> NDArray[np.uint8]:
    uvs = mesh.uvs.copy()
    for name, metres in METRES.items():
        uvs[mesh.material == MATERIALS.index(name)] /= metres
    packed = np.empty((len(uvs), VERTEX_BYTES), np.uint8)
    packed[:, :12] = np.ascontiguousarray(mesh.positions, np.float32).view(np.uint8)
    packed[:, 12:15] = (colours * _BRIGHTEST + 0.5).astype(np.uint8)
    packed[:, 15] = 255
    packed[:, 16:] = np.ascontiguousarray(uvs, np.float32).view(np.uint8)
    return packed


def _cut(mesh: Arrays, packed: NDArray[np.uint8], middles: Array, shape: Shape) -> BakedShape:
    """Sort triangles into pieces by material, owner, cell of the floor in which the `middles` of
    their parts lie and, far away, by level."""
    owners = _owners(mesh, shape)
    cells = np.floor(middles / CELL)
    first = mesh.triangles[:, 0]
    keys = np.column_stack([mesh.material[first], owners, cells, mesh.level[first]])
    kinds, group = np.unique(keys, axis=0, return_inverse=True)
    vertices, triangles, pieces = [], [], []
    vertex_end = triangle_end = 0
    for index, kind in enumerate(kinds):
        own = mesh.triangles[group.ravel() == index]
        used, renumbered = np.unique(own, return_inverse=True)
        vertices.append(packed[used])
        triangles.append(renumbered.reshape(-1, 3).astype(np.uint32))
        span = (vertex_end, vertex_end + len(used), triangle_end, triangle_end + len(own))
        pieces.append((int(kind[0]), *span, *(int(value) for value in kind[1:])))
        vertex_end, triangle_end = span[1], span[3]
    return BakedShape(
        np.concatenate(vertices), np.concatenate(triangles), np.array(pieces, np.int64)
    )


def _joined(parts: Sequence[BakedShape]) -> BakedShape:
    """Several shapes' pieces in one."""
    ends = np.cumsum([(0, 0), *((len(one.vertices), len(one.triangles)) for one in parts)], 0)
    pieces = [one.pieces.copy() for one in parts]
    for rows, (vertex, triangle) in zip(pieces, ends, strict=False):
        rows[:, 1:3] += vertex
        rows[:, 3:5] += triangle
    return BakedShape(
        np.concatenate([one.vertices for one in parts]),
        np.concatenate([one.triangles for one in parts]),
        np.concatenate(pieces),
    )
