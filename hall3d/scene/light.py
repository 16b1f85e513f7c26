"""Baked light: every lamp and window with shadow rays, then one bounce off what rays meet."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from hall3d.scene import sunlight
from hall3d.scene.mesh import MATERIALS, Array, Arrays, unit
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


def irradiance(mesh: Arrays, voxels: Voxels, sun: Array) -> Array:
    """Linear light arriving at each vertex (n x 3); times a surface's colour gives its own.

    The floor goes without direct sun, which lies on it as sheets of their own.
    """
    origins = _origins(mesh)
    direct = _direct(mesh, voxels, origins)
    sunny = _sunny(mesh, voxels, origins, sun)
    radiance = ((direct + sunny) * mesh.colours)[mesh.triangles].mean(1)
    radiance[mesh.glow[mesh.triangles].max(1) > 0] = 0.0
    bounced, openness = _gather(mesh, voxels, origins, radiance)
    floor = mesh.material == MATERIALS.index("floor")
    sunny[floor] = 0.0
    later = _LATER_BOUNCES * bounced.mean(0) * openness[:, None]
    arriving = direct + sunny + bounced + later
    return np.asarray(arriving * _adapted(arriving[floor]))


def _adapted(arriving: Array) -> float:
    """How much the eye makes of the light in a room: a dim one is brightened, half of the way."""
    mean = float(np.median(arriving.mean(1))) if len(arriving) else _USUAL
    return float(np.clip((_USUAL / max(mean, 1e-6)) ** 0.6, 0.7, 2.5))


def _sunny(mesh: Arrays, voxels: Voxels, origins: NDArray[np.float32], sun: Array) -> Array:
    """Direct sun at each vertex (n x 3)."""
    total = np.zeros((len(origins), 3))
    if not sun.any():
        return total
    for window, way in zip(mesh.windows, sunlight.directions(mesh.windows), strict=True):
        facing = np.clip(mesh.normals @ way, 0, 1)
        lit = np.nonzero(facing > 0)[0]
        share = sunlight.reached(origins[lit].astype(float), window[None], voxels)
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


def _lamps(mesh: Arrays) -> Iterator[tuple[Array, Array, Array, float]]:
    """Each glowing triangle cut into a few point lamps: position, normal, colour x area, area."""
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
    # neighbouring triangles become one lamp: a cell of 1.6 m, told apart by the way they face
    keys = np.concatenate([np.floor(centres / 1.6), np.round(normals)], 1)
    _, group = np.unique(keys, axis=0, return_inverse=True)
    group = group.ravel()
    for one in range(int(group.max()) + 1 if len(group) else 0):
        own = group == one
        area = float(areas[own].sum())
        weight = areas[own, None] / area
        place = (centres[own] * weight).sum(0)
        yield place, normals[own][0], (power[own] * areas[own, None]).sum(0), area


def _direct(mesh: Arrays, voxels: Voxels, origins: NDArray[np.float32]) -> Array:
    total = np.zeros((len(origins), 3))
    points = mesh.positions + mesh.normals * 0.02
    for place, facing, power, area in _lamps(mesh):
        ray = place - points
        square = (ray**2).sum(1)
        far = np.sqrt(square)
        here = (ray * mesh.normals).sum(1) / far
        there = -(ray @ facing) / far
        # the form factor of a disc of the same area, which stays finite close by
        share = np.clip(here, 0, 1) * np.clip(there, 0, 1) / (np.pi * square + area)
        seen = np.nonzero(share * power.max() > 0.002)[0]
        start = origins[seen]
        way = place.astype(np.float32) - start
        length = np.linalg.norm(way, axis=1)
        met, _ = voxels.march(start, way / length[:, None], length - 2.6 * CELL)
        clear = seen[met < 0]
        total[clear] += share[clear, None] * power
    return total


def _gather(
    mesh: Arrays, voxels: Voxels, origins: NDArray[np.float32], radiance: Array
) -> tuple[Array, Array]:
    """One bounce: the mean of what a cosine-weighted hemisphere of rays meets (n x 3), and
    the share of the hemisphere that is open (n)."""
    local = _hemisphere(_GATHER_RAYS)
    up = mesh.normals
    helper = np.where(np.abs(up[:, 2:]) < 0.9, [[0.0, 0.0, 1.0]], [[1.0, 0.0, 0.0]])
    side = unit(np.cross(helper, up))
    other = np.cross(up, side)
    total, openness = np.zeros((len(up), 3)), np.zeros(len(up))
    reach = np.full(len(up), _GATHER_REACH)
    for x, y, z in local:
        way = (side * x + other * y + up * z).astype(np.float32)
        met, far = voxels.march(origins, way, reach)
        hits = met >= 0
        total[hits] += radiance[met[hits]]
        openness += np.minimum(far / _NEAR, 1.0)
    return total / _GATHER_RAYS, openness / _GATHER_RAYS


def _hemisphere(count: int) -> Array:
    """Cosine-weighted directions on a spiral, evenly spread; n x 3, z along the normal."""
    order = np.arange(count) + 0.5
    radius, angle = np.sqrt(order / count), np.pi * (1 + 5**0.5) * order
    return np.stack([radius * np.cos(angle), radius * np.sin(angle), np.sqrt(1 - radius**2)], 1)
