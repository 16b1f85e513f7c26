"""The sun falls in through windows, past their bars, onto floor and furniture."""

import math

import numpy as np

from hall3d.plan.model import Bay
from hall3d.scene import sunlight
from hall3d.scene.bays import build_bay
from hall3d.scene.light import irradiance
from hall3d.scene.mesh import MATERIALS, Arrays, Mesh, paint
from hall3d.scene.palette import theme
from hall3d.scene.shapes import box, panel
from hall3d.scene.voxels import Voxels


def room(seat: tuple[float, float] | None = None) -> Arrays:
    """A window in the left wall before a floor of ten metres, and perhaps a block on it."""
    mesh = Mesh()
    build_bay(mesh, theme(), Bay("window", -5.0, 0.0, math.pi / 2), 3.7, 5.7)
    panel(mesh, (-5, -5, 0), (10, 0, 0), (0, 10, 0), paint("CCCCCC", "floor"))
    if seat is not None:
        x, y = seat
        box(mesh, (x - 0.5, y - 0.5, 0.0), (x + 0.5, y + 0.5, 1.6), paint("808080"))
    return mesh.arrays()


def test_the_sheet_lies_before_its_window_and_is_seen_from_above() -> None:
    corners = sunlight.sheet_corners()
    assert (corners[:, 1] < 0).all() and (corners[:, 1] > -8).all()
    a, b, c, _ = corners
    assert np.cross(b - a, c - b)[2] > 0


def test_panes_are_bright_and_bars_are_not() -> None:
    mesh = room()
    picture = sunlight.picture(mesh, Voxels(mesh))
    alpha = picture[..., 3].astype(int)
    assert alpha.max() > 150 and alpha[0].max() == alpha[:, 0].max() == 0
    middle = alpha[200]
    bars = sunlight.HALF + np.array([-0.47, 0.47])
    columns = (bars / (2 * sunlight.HALF) * (alpha.shape[1] - 1)).astype(int)
    assert (middle[columns] < 0.6 * middle.max()).all()


def test_what_stands_in_the_way_throws_a_shadow() -> None:
    free, blocked = (
        sunlight.picture(mesh, Voxels(mesh))[..., 3].sum(dtype=int)
        for mesh in (room(), room((-2.5, 1.0)))
    )
    assert blocked < 0.9 * free


def test_the_sun_lights_furniture_but_leaves_the_floor_to_its_sheets() -> None:
    mesh = room((-2.5, 1.0))
    voxels = Voxels(mesh)
    dark = irradiance(mesh, voxels, np.zeros(3))
    sunny = irradiance(mesh, voxels, np.full(3, 3.0))
    seat = (mesh.material == MATERIALS.index("plain")) & (mesh.positions[:, 0] > -4)
    facing = seat & (mesh.normals[:, 0] < -0.9)
    floor = mesh.material == MATERIALS.index("floor")
    gain = (sunny / np.maximum(dark, 1e-6)).mean(1)
    assert gain[facing].max() > 2 * np.median(gain[floor])
