"""Bakes a room's shape: meshes and light into ready-made vertex buffers, kept by content hash.

What bakes is loaded only where something is to be baked: a start from the cache needs none of it.
"""

import hashlib
import logging
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from foundation.paths import asset, cache_dir
from hall3d.plan import Shape
from hall3d.scene.palette import DAY
from hall3d.scene.textures import Picture

VERTEX_BYTES = 24
"""x, y, z (float), red, green, blue, alpha (bytes), u, v (float)."""
CELL = 6.5
"""Metres; the world is cut into cells of this size so that what is out of view costs nothing."""
_SHOWING = (
    *("cards", "dressing", "floor_light", "geometry", "glow", "hanging", "loading", "room"),
    *("rooms", "route", "stage"),
)
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class BakedShape:
    """A shape's static world: `pieces` rows are (material, first vertex, end, first triangle, end,
    bay, cell x, cell y, level); triangles count from their piece's first vertex, `bay` is the
    counter's bay whose colour a piece takes, -1 for all others, and `level` is a mesh's.
    `sunlight` lies on the floor below the windows, where the sun shines in."""

    vertices: NDArray[np.uint8]
    triangles: NDArray[np.uint32]
    pieces: NDArray[np.int64]
    sunlight: Picture | None = None


def bake(shape: Shape, folder: Path | None = None, theme: str = DAY) -> BakedShape:
    """A baked shape, from the cache or made now (seconds) and kept there.

    folder: where baked shapes are kept; the cache folder's `hall` when None.
    Raises UnknownTheme.
    """
    path = _path("hall", (theme, shape), folder)
    found = _kept(path)
    if found is not None:
        return BakedShape(**found)
    from hall3d.scene.baking import bake_shape

    baked = bake_shape(shape, theme, lambda: materials(theme, folder))
    store(path, {name: array for name, array in vars(baked).items() if array is not None})
    return baked


def is_baked(shape: Shape, theme: str = DAY) -> bool:
    """Whether the cache holds a shape."""
    return _path("hall", (theme, shape), None).exists()


def materials(theme: str = DAY, folder: Path | None = None) -> dict[str, Picture]:
    """The textures of a theme by material, from the cache or made now and kept there.

    Raises UnknownTheme.
    """
    path = _path("materials", theme, folder)
    found = _kept(path)
    if found is None:
        from hall3d.scene.palette import theme as palette_of
        from hall3d.scene.textures import METRES, texture

        view = palette_of(theme).view
        found = {name: texture(name, view) for name in METRES}
        store(path, found)
    return found


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


@cache
def source_digest(what: Literal["scene", "signs"] = "scene") -> str:
    """A hash of the programs that make shapes, or pictures for them: a changed program makes them
    anew. Those that only show what was made do not count."""
    digest = hashlib.sha256()
    room = Path(__file__).resolve().parent.parent
    for path in sorted(
        [
            *(path for path in room.glob(f"{what}/*.py") if path.stem not in _SHOWING),
            *room.glob("plan/*.py"),
            *asset("hall", "themes").glob("*.json"),
        ]
    ):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _path(kind: str, told: object, folder: Path | None) -> Path:
    """Where the cache keeps what was made of something that `repr` tells whole."""
    key = hashlib.sha256((repr(told) + source_digest()).encode()).hexdigest()[:20]
    return (folder or baked_folder()) / f"{kind}-{key}.npz"


def _kept(path: Path) -> dict[str, NDArray[Any]] | None:
    """What the cache holds, if anything that can be read."""
    if not path.exists():
        return None
    try:
        with path.open("rb") as raw, np.load(raw, allow_pickle=False) as file:
            return {name: file[name] for name in file.files}
    except (OSError, ValueError, KeyError, BadZipFile) as broken:
        _log.warning("the baked hall %s is unreadable and is made again: %s", path.name, broken)
        return None
