"""Sheets are thinned only where nothing is lost."""

import numpy as np
import pytest

from hall3d.scene.mesh import Array, Arrays, Mesh, paint
from hall3d.scene.shapes import box, panel, turned
from hall3d.scene.thinning import thinned


def test_an_even_wall_is_left_with_two_triangles() -> None:
    mesh = Mesh()
    panel(mesh, (0, 0, 0), (4, 0, 0), (0, 0, 3), paint("808080"), 0.5)
    whole = mesh.arrays()
    smaller, colours, _ = thinned(whole, np.full((len(whole.positions), 3), 0.5))
    assert len(whole.triangles) == 96 and len(smaller.triangles) == 2
    assert len(colours) == len(smaller.positions) == 4
    assert np.allclose(smaller.positions.max(0), (4, 0, 3))


def test_an_edge_of_light_keeps_its_vertices() -> None:
    mesh = Mesh()
    panel(mesh, (0, 0, 0), (4, 0, 0), (0, 0, 3), paint("808080"), 0.5)
    whole = mesh.arrays()
    lit = np.where(whole.positions[:, :1] > 2, 0.9, 0.3) * np.ones(3)
    smaller, colours, _ = thinned(whole, lit)
    assert len(smaller.triangles) == 6
    assert sorted(set(smaller.positions[:, 0])) == [0, 2, 2.5, 4]
    assert set(colours.ravel()) == {0.3, 0.9}


def test_a_round_body_stays_round_and_keeps_its_facing() -> None:
    mesh = Mesh()
    turned(mesh, (0, 0), [(0.5, 0.0), (0.5, 0.5), (0.5, 1.0)], paint("808080"), 24)
    whole = mesh.arrays()
    smaller, *_ = thinned(whole, np.full((len(whole.positions), 3), 0.5))
    assert len(smaller.triangles) == 48
    assert facing(smaller).min() > 0


@pytest.mark.parametrize("bevel", [0.0, 0.05])
def test_a_box_still_faces_outward(bevel: float) -> None:
    mesh = Mesh()
    box(mesh, (0, 0, 0), (1, 2, 3), paint("808080"), bevel, 0.3)
    whole = mesh.arrays()
    smaller, *_ = thinned(whole, np.full((len(whole.positions), 3), 0.5))
    assert len(smaller.triangles) == (44 if bevel else 12)
    assert facing(smaller).min() > 0


def facing(smaller: Arrays) -> Array:
    """How far each triangle faces the way its first corner's normal points."""
    a, b, c = (smaller.positions[smaller.triangles[:, i]] for i in range(3))
    return np.asarray((np.cross(b - a, c - a) * smaller.normals[smaller.triangles[:, 0]]).sum(1))
