"""Baked light: every lamp and window with shadow rays, then one bounce off what rays meet."""

from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from hall3d.scene import sunlight
from hall3d.scene.mesh import MATERIALS, Array, Arrays, unit
from hall3d.scene.parts import in_parts
from hall3d.scene.voxels import CELL, Voxels

_GATHER_RAYS = 48
_GATHER_REACH = 30.0
_LATER_BOUNCES = 1.4
"""What the bounces after the first add, as a share of the mean first bounce."""
_NEAR = 1.4
"""Metres; a ray that meets something nearer gets less of the later bounces."""
_USUAL = 0.75
"""Light on the floor of a room that one finds neither bright nor dim."""
_DAYLIGHT = np.array([0.93, 0.98, 1.06])
_LEAST = 0.002
"""A lamp that gives less is not asked what stands before it."""
_LIT_AT_ONCE, _GATHERED_AT_ONCE = 1024, 4096
"""Vertices; fewer take more calls of numpy, more no longer fit the processor's cache."""


@dataclass(frozen=True)
class Lamps:
    """Point lamps: where they are and which way they shine (3 x n), their colours times their areas
    (3 x n), and the areas (n, square metres)."""

    places: Array
    facing: Array
    powers: Array
    areas: Array


def irradiance(mesh: Arrays, voxels: Voxels, sun: Array) -> Array:
    """Linear light arriving at each vertex (n x 3); times a surface's colour gives its own.

    The floor goes without direct sun, which lies on it as sheets of their own.
    """
    origins, lamps = _origins(mesh), _lamps(mesh)

    def unreflected(part: slice) -> tuple[Array, Array]:
        return _direct(mesh, voxels, origins, lamps, part), _sunny(mesh, voxels, origins, sun, part)

    direct, sunny = in_parts(unreflected, len(origins), _LIT_AT_ONCE)
    radiance = ((direct + sunny) * mesh.colours)[mesh.triangles].mean(1)
    radiance[mesh.glow[mesh.triangles].max(1) > 0] = 0.0
    around = partial(_gather, mesh, voxels, origins, radiance)
    bounced, openness = in_parts(around, len(origins), _GATHERED_AT_ONCE)
    floor = mesh.material == MATERIALS.index("floor")
    sunny[floor] = 0.0
    later = _LATER_BOUNCES * bounced.mean(0) * openness[:, None]
    arriving = direct + sunny + bounced + later
    return np.asarray(arriving * _adapted(arriving[floor]))


def _adapted(arriving: Array) -> float:
    """How much the eye makes of the light in a room: a dim one is brightened, half of the way."""
    mean = float(np.median(arriving.mean(1))) if len(arriving) else _USUAL
    return float(np.clip((_USUAL / max(mean, 1e-6)) ** 0.6, 0.7, 2.5))


def _sunny(
    mesh: Arrays, voxels: Voxels, origins: NDArray[np.float32], sun: Array, part: slice
) -> Array:
    """Direct sun at each vertex of a part (n x 3)."""
    start, normals = origins[part].astype(float), mesh.normals[part]
    total = np.zeros((len(start), 3))
    if not sun.any():
        return total
    for window, way in zip(mesh.windows, sunlight.directions(mesh.windows), strict=True):
        facing = np.clip(normals @ way, 0, 1)
        lit = np.nonzero(facing > 0)[0]
        share = sunlight.reached(start[lit], window[None], voxels)
        total[lit] += (share * facing[lit])[:, None] * sun
    return total


def _origins(mesh: Arrays) -> NDArray[np.float32]:
    """Where each vertex's rays start: off its surface, and drawn in from its patch's edge so
    that a vertex in a corner does not start inside the neighbouring wall."""
    count = len(mesh.positions)
    centres = mesh.positions[mesh.triangles].mean(1)
    total, share = np.zeros((count, 3)), np.zeros(count)
    for k in range(3):
        np.add.at(total, mesh.triangles[:, k], centres)
        np.add.at(share, mesh.triangles[:, k], 1.0)
    towards = total / np.maximum(share, 1.0)[:, None] - mesh.positions
    length = np.linalg.norm(towards, axis=1, keepdims=True)
    inward = towards * np.minimum(1.0, 0.8 * CELL / np.maximum(length, 1e-9))
    start = mesh.positions + inward + mesh.normals * 1.75 * CELL
    return np.asarray(start.astype(np.float32))


def _lamps(mesh: Arrays) -> Lamps:
    """Glowing triangles as point lamps: neighbours that face the same way become one."""
    glowing = np.nonzero(mesh.glow[mesh.triangles].min(1) > 0)[0]
    corners = mesh.positions[mesh.triangles[glowing]]
    crossed = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    areas = np.linalg.norm(crossed, axis=1) / 2
    centres = corners.mean(1)
    normals = mesh.normals[mesh.triangles[glowing, 0]]
    power = (
        mesh.colours[mesh.triangles[glowing, 0]] * mesh.glow[mesh.triangles[glowing, 0]][:, None]
    )
    sky = mesh.material[mesh.triangles[glowing, 0]] == MATERIALS.index("sky")
    power = np.where(sky[:, None], power * _DAYLIGHT, power)
    # neighbours share a cell of 1.6 m
    keys = np.concatenate([np.floor(centres / 1.6), np.round(normals)], 1)
    _, first, group = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    area, sums = np.zeros(len(first)), np.zeros((len(first), 6))
    np.add.at(area, group.ravel(), areas)
    np.add.at(sums, group.ravel(), np.concatenate([centres, power], 1) * areas[:, None])
    places, facing, powers = (
        np.ascontiguousarray(one.T)
        for one in (sums[:, :3] / area[:, None], normals[first], sums[:, 3:])
    )
    return Lamps(places, facing, powers, area)


def _direct(
    mesh: Arrays, voxels: Voxels, origins: NDArray[np.float32], lamps: Lamps, part: slice
) -> Array:
    """The lamps' light at each vertex of a part (n x 3)."""
    start, normals = origins[part], mesh.normals[part]
    points = mesh.positions[part] + normals * 0.02
    # einsum sets no threads of its own beside these, as a matrix product does
    square = (points**2).sum(1)[:, None] - 2 * _products(points, lamps.places)
    square += (lamps.places**2).sum(0)
    here = _products(normals, lamps.places) - (normals * points).sum(1)[:, None]
    there = _products(points, lamps.facing) - (lamps.facing * lamps.places).sum(0)
    # the form factor of a disc of the same area, which stays finite close by
    share = here.clip(0) * there.clip(0) / (square * (np.pi * square + lamps.areas))
    at, lamp = np.nonzero(share * lamps.powers.max(0) > _LEAST)
    way = lamps.places.T[lamp].astype(np.float32) - start[at]
    length = np.linalg.norm(way, axis=1)
    met, _ = voxels.march(start[at], way / length[:, None], length - 2.6 * CELL)
    clear = met < 0
    seen = np.zeros_like(share)
    seen[at[clear], lamp[clear]] = share[at[clear], lamp[clear]]
    return np.asarray(np.einsum("nl,cl->nc", seen, lamps.powers))


def _products(rows: Array, columns: Array) -> Array:
    return np.asarray(np.einsum("nc,cl->nl", rows, columns))


def _gather(
    mesh: Arrays, voxels: Voxels, origins: NDArray[np.float32], radiance: Array, part: slice
) -> tuple[Array, Array]:
    """One bounce at each vertex of a part: the mean of what a cosine-weighted hemisphere of rays
    meets (n x 3), and the share of the hemisphere that is open (n)."""
    up = mesh.normals[part]
    helper = np.where(np.abs(up[:, 2:]) < 0.9, [[0.0, 0.0, 1.0]], [[1.0, 0.0, 0.0]])
    side = unit(np.cross(helper, up))
    about = np.stack([side, np.cross(up, side), up], 1)
    ways = (_hemisphere(_GATHER_RAYS) @ about).astype(np.float32).reshape(-1, 3)
    start = np.repeat(origins[part], _GATHER_RAYS, 0)
    met, far = voxels.march(start, ways, np.full(len(ways), _GATHER_REACH))
    reflected = np.where((met >= 0)[:, None], radiance[met], 0.0)
    bounced = reflected.reshape(-1, _GATHER_RAYS, 3).mean(1)
    return bounced, np.minimum(far / _NEAR, 1.0).reshape(-1, _GATHER_RAYS).mean(1)


def _hemisphere(count: int) -> Array:
    """Cosine-weighted directions on a spiral, evenly spread; n x 3, z along the normal."""
    order = np.arange(count) + 0.5
    radius, angle = np.sqrt(order / count), np.pi * (1 + 5**0.5) * order
    return np.stack([radius * np.cos(angle), radius * np.sin(angle), np.sqrt(1 - radius**2)], 1)
