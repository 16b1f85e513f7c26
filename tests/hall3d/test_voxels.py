"""Rays through a hall cut into voxels, in parts and beside one another."""

import math

import numpy as np
import pytest

from hall3d.scene import light
from hall3d.scene.mesh import Arrays, Mesh, paint
from hall3d.scene.parts import in_parts
from hall3d.scene.shapes import box, panel
from hall3d.scene.voxels import CELL, Voxels

_LAMP = paint("FFFFFF", glow=8.0)


def room() -> Arrays:
    """A floor of six metres, a lamp of one metre above its middle, and a block to one side."""
    mesh = Mesh()
    panel(mesh, (-3, -3, 0), (6, 0, 0), (0, 6, 0), paint("CCCCCC", "floor"))
    panel(mesh, (-0.5, 0.5, 3), (1, 0, 0), (0, -1, 0), _LAMP)
    box(mesh, (1.0, -1.0, 0.0), (2.0, 1.0, 1.0), paint("808080"))
    return mesh.arrays()


def spread(count: int = 4000) -> np.ndarray:
    """Unit vectors all round."""
    ways = np.random.default_rng(3).normal(size=(count, 3))
    return np.asarray(ways / np.linalg.norm(ways, axis=1, keepdims=True), np.float32)


def test_rays_end_where_the_surface_is() -> None:
    mesh = room()
    ways = spread()
    eye = np.array([-1.0, 0.3, 1.4], np.float32)
    met, far = Voxels(mesh).march(np.tile(eye, (len(ways), 1)), ways, np.full(len(ways), 20.0))
    at = eye + ways * far[:, None]
    floor = (ways[:, 2] < -0.3) & (np.abs(eye + ways * (-1.4 / ways[:, 2:]))[:, :2] < 0.9).all(1)
    assert floor.sum() > 100 and (met[floor] >= 0).all()
    assert (np.abs(at[floor, 2]) < 2 * CELL).all()
    assert (mesh.positions[mesh.triangles[met[floor]], 2] == 0).all()
    outward = ways[:, 2] > 0.99
    assert outward.any() and (met[outward] == -1).all() and (far[outward] == 20).all()


def test_a_ray_goes_no_farther_than_it_is_to() -> None:
    down = np.array([[0.0, 0.0, -1.0]] * 2, np.float32)
    eyes = np.array([[-1.0, 0.0, 1.4]] * 2, np.float32)
    met, far = Voxels(room()).march(eyes, down, np.array([1.0, 1.6]))
    assert met[0] == -1 and far[0] == pytest.approx(1.0)
    assert met[1] >= 0 and far[1] == pytest.approx(1.4, abs=1.5 * CELL)


def test_rays_from_outside_meet_what_is_inside_and_those_that_pass_by_meet_nothing() -> None:
    voxels = Voxels(room())
    eyes = np.array([[1.5, -40.0, 0.5], [1.5, -40.0, 30.0]], np.float32)
    met, far = voxels.march(eyes, np.array([[0.0, 1.0, 0.0]] * 2, np.float32), np.full(2, 80.0))
    assert met[0] >= 0 and far[0] == pytest.approx(39.0, abs=2 * CELL)
    assert met[1] == -1


def test_light_is_the_same_in_whatever_parts_it_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    mesh = room()
    voxels = Voxels(mesh)
    whole = light.irradiance(mesh, voxels, np.zeros(3))
    monkeypatch.setattr(light, "_LIT_AT_ONCE", 7)
    monkeypatch.setattr(light, "_GATHERED_AT_ONCE", 11)
    assert np.allclose(light.irradiance(mesh, voxels, np.zeros(3)), whole, rtol=1e-9)


def test_a_lamp_lights_what_faces_it_and_a_block_shades_what_lies_behind() -> None:
    mesh = room()
    arriving = light.irradiance(mesh, Voxels(mesh), np.zeros(3)).mean(1)
    floor = mesh.positions[:, 2] == 0
    x, y, _ = mesh.positions.T
    across = np.abs(y) < 0.8
    shaded, open_ = floor & across & (x > 2.3), floor & across & (x < -2.3)
    assert arriving[open_].mean() > 1.5 * arriving[shaded].mean()


def test_parts_come_back_in_order() -> None:
    numbers = np.arange(23.0)
    doubled, roots = in_parts(lambda part: (2 * numbers[part], np.sqrt(numbers[part])), 23, 5)
    assert (doubled == 2 * numbers).all() and math.isclose(roots[16], 4.0)
