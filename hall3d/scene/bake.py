"""Bakes a room's shape: meshes and light into ready-made vertex buffers, kept by content hash."""

import hashlib
import logging
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from foundation.paths import asset, cache_dir
from hall3d.plan import Shape
from hall3d.scene import light, sunlight, tone
from hall3d.scene.mesh import MATERIALS, Array, Arrays
from hall3d.scene.model import build_model
from hall3d.scene.palette import DAY, Palette
from hall3d.scene.palette import theme as palette_of
from hall3d.scene.textures import METRES, Picture, mean_shade, texture
from hall3d.scene.thinning import thinned
from hall3d.scene.voxels import Voxels

VERTEX_BYTES = 24
"""x, y, z (float), red, green, blue, alpha (bytes), u, v (float)."""
_BRIGHTEST = 248
"""The rasteriser's interpolation overshoots a little; past 255 a colour would wrap round."""
CELL = 6.5
"""Metres; the world is cut into cells of this size so that what is out of view costs nothing."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class BakedShape:
    """A shape's static world: `pieces` rows are (material, first vertex, end, first triangle, end,
    bay, cell x, cell y, level); triangles count from their piece's first vertex, `bay` is the
    counter's bay whose colour a piece takes, -1 for all others, and `level` is a mesh's."""

    vertices: NDArray[np.uint8]
    triangles: NDArray[np.uint32]
    pieces: NDArray[np.int64]
    textures: dict[str, Picture]


def bake(shape: Shape, folder: Path | None = None, theme: str = DAY) -> BakedShape:
    """A baked shape, from the cache or made now (seconds) and kept there.

    folder: where baked shapes are kept; the cache folder's `hall` when None.
    Raises UnknownTheme.
    """
    palette = palette_of(theme)
    path = (folder or baked_folder()) / f"hall-{_key(shape, theme)}.npz"
    if path.exists():
        try:
            return _load(path)
        except (OSError, ValueError, KeyError, BadZipFile) as broken:
            _log.warning("the baked hall %s is unreadable and is made again: %s", path.name, broken)
    baked = _bake(shape, palette)
    store(
        path,
        {
            "vertices": baked.vertices,
            "triangles": baked.triangles,
            "pieces": baked.pieces,
            **{f"texture:{name}": picture for name, picture in baked.textures.items()},
        },
    )
    return baked


def baked_folder() -> Path:
    """Where baked halls are kept."""
    folder = cache_dir() / "hall"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def store(
    path: Path,
    arrays: Mapping[str, NDArray[np.uint8] | NDArray[np.uint32] | NDArray[np.int64]],
    packed: bool = False,
) -> None:
    """Write arrays beside their final place first: a reader never meets half a file.

    packed: smaller, and slower to read.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    with os.fdopen(descriptor, "wb") as part:
        (np.savez_compressed if packed else np.savez)(part, **arrays)  # type: ignore[arg-type]
    os.replace(name, path)


def source_digest() -> str:
    """A hash of the programs that make the picture: a changed program bakes anew."""
    digest = hashlib.sha256()
    room = Path(__file__).resolve().parent.parent
    for path in sorted(
        [
            *room.glob("scene/*.py"),
            *room.glob("plan/*.py"),
            *room.glob("signs/*.py"),
            *asset("hall", "themes").glob("*.json"),
        ]
    ):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _key(shape: Shape, theme: str) -> str:
    return hashlib.sha256((repr((theme, shape)) + source_digest()).encode()).hexdigest()[:20]


def _load(path: Path) -> BakedShape:
    with path.open("rb") as raw, np.load(raw, allow_pickle=False) as file:
        textures = {name[8:]: file[name] for name in file.files if name.startswith("texture:")}
        return BakedShape(file["vertices"], file["triangles"], file["pieces"], textures)


def _bake(shape: Shape, palette: Palette) -> BakedShape:
    mesh = build_model(shape, palette)
    textures = {name: texture(name, palette.view) for name in METRES}
    voxels = Voxels(mesh)
    if len(mesh.windows) and palette.sun.light.any():
        textures["sunlight"] = sunlight.picture(mesh, voxels)
    arriving = light.irradiance(mesh, voxels, palette.sun.light) * palette.exposure
    mesh, colours = thinned(mesh, _displayed(mesh, arriving, textures))
    uvs = mesh.uvs.copy()
    for name, metres in METRES.items():
        uvs[mesh.material == MATERIALS.index(name)] /= metres
    packed = _packed(mesh.positions, colours, uvs)
    return _cut(mesh, packed, _owners(mesh, shape), textures)


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


def _displayed(mesh: Arrays, arriving: Array, textures: dict[str, Picture]) -> Array:
    """Vertex colours: lit surfaces toned, lamps as they are, textures' own shade taken off."""
    colours = tone.shown(arriving * mesh.colours)
    lamps = mesh.glow > 0
    colours[lamps] = tone.encoded(mesh.colours[lamps])
    for name, picture in textures.items():
        own = mesh.material == MATERIALS.index(name)
        if name in ("sky", "sunlight"):
            colours[own] = 1.0
        else:
            colours[own] /= mean_shade(picture)
    # what is too bright keeps its hue
    return np.asarray(np.maximum(colours, 0) / np.maximum(colours.max(1, keepdims=True), 1))


def _packed(positions: Array, colours: Array, uvs: Array) -> NDArray[np.uint8]:
    packed = np.empty((len(positions), VERTEX_BYTES), np.uint8)
    packed[:, :12] = np.ascontiguousarray(positions, np.float32).view(np.uint8)
    packed[:, 12:15] = (colours * _BRIGHTEST + 0.5).astype(np.uint8)
    packed[:, 15] = 255
    packed[:, 16:] = np.ascontiguousarray(uvs, np.float32).view(np.uint8)
    return packed


def _cut(
    mesh: Arrays,
    packed: NDArray[np.uint8],
    owners: NDArray[np.int64],
    textures: dict[str, Picture],
) -> BakedShape:
    """Sort triangles into pieces by material, owner, level and cell of the floor."""
    centres = mesh.positions[mesh.triangles].mean(1)
    cells = np.floor(centres[:, :2] / CELL)
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
        np.concatenate(vertices), np.concatenate(triangles), np.array(pieces, np.int64), textures
    )
