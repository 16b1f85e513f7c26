"""Numpy arrays into Panda3D geometry and textures."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from panda3d.core import (
    CPTA_uchar,
    Geom,
    GeomNode,
    GeomTriangles,
    GeomVertexData,
    GeomVertexFormat,
    NodePath,
    SamplerState,
    Texture,
)

from hall3d.scene.bake import VERTEX_BYTES


def geometry(name: str, vertices: NDArray[np.uint8], triangles: NDArray[np.uint32]) -> NodePath:
    """A node of packed vertices (n x 24 bytes) and triangles (m x 3)."""
    layout = GeomVertexFormat.get_v3c4t2()
    data = GeomVertexData(name, layout, Geom.UH_static)
    data.unclean_set_num_rows(len(vertices))
    array = data.modify_array(0)
    if array.get_array_format().get_stride() != VERTEX_BYTES:
        raise RuntimeError("this Panda3D packs vertices in another way than v3c4t2 of 24 bytes")
    memoryview(array).cast("B")[:] = vertices.reshape(-1).data
    primitive = GeomTriangles(Geom.UH_static)
    primitive.set_index_type(Geom.NT_uint32)
    corners = primitive.modify_vertices()
    corners.unclean_set_num_rows(triangles.size)
    flat = np.ascontiguousarray(triangles).view(np.uint8).reshape(-1)
    memoryview(corners).cast("B")[:] = flat.data
    geom = Geom(data)
    geom.add_primitive(primitive)
    node = GeomNode(name)
    node.add_geom(geom)
    return NodePath(node)


def packed(
    positions: NDArray[np.float32], uvs: NDArray[np.float32], shade: float = 1.0
) -> NDArray[np.uint8]:
    """Vertices of one grey shade for a textured sheet; positions n x 3, uvs n x 2."""
    made = np.full((len(positions), VERTEX_BYTES), 255, np.uint8)
    made[:, :12] = np.ascontiguousarray(positions, np.float32).view(np.uint8)
    made[:, 12:15] = round(shade * 255)
    made[:, 16:] = np.ascontiguousarray(uvs, np.float32).view(np.uint8)
    return made


def picture_texture(
    name: str, picture: NDArray[np.uint8], repeat: bool = False, lined: bool = False
) -> Texture:
    """A texture of a picture (height x width x 3 or 4 bytes, blue first, top row first).

    lined: the picture is upright lines side by side, which would flicker far away unless they melt
    into one another sooner than other pictures do.
    """
    height, width, channels = picture.shape
    texture = Texture(name)
    kind = Texture.F_rgb if channels == 3 else Texture.F_rgba
    texture.setup_2d_texture(width, height, Texture.T_unsigned_byte, kind)
    texture.set_ram_image(np.ascontiguousarray(picture[::-1]).tobytes())
    if lined:
        for level, smaller in enumerate(_melting(picture), 1):
            texture.set_ram_mipmap_image(level, CPTA_uchar(smaller[::-1].tobytes()))
    # the software rasteriser reads past a level's end where it is to blend two of them smoothly
    levels = (
        SamplerState.FT_linear_mipmap_nearest if lined else SamplerState.FT_linear_mipmap_linear
    )
    texture.set_minfilter(levels)
    texture.set_magfilter(SamplerState.FT_linear)
    wrap = SamplerState.WM_repeat if repeat else SamplerState.WM_clamp
    texture.set_wrap_u(wrap)
    texture.set_wrap_v(wrap)
    texture.set_anisotropic_degree(1)
    texture.set_keep_ram_image(False)  # the rasteriser makes a copy of its own
    return texture


def _melting(picture: NDArray[np.uint8]) -> Iterator[NDArray[np.uint8]]:
    """The picture at half its size, a quarter and so on, each blurred sideways before."""
    smaller = picture.astype(np.float32)
    while max(smaller.shape[:2]) > 1:
        smaller = 0.5 * smaller + 0.25 * (np.roll(smaller, 1, 1) + np.roll(smaller, -1, 1))
        smaller = smaller.reshape(len(smaller) // 2, 2, -1, 2, picture.shape[2]).mean((1, 3))
        yield (smaller + 0.5).astype(np.uint8)
