"""The baked hall: sound geometry, light where it belongs, pictures that are whole."""

import math
from pathlib import Path

import numpy as np
import pytest

from hall3d.plan import Pose, lay_out
from hall3d.renderer.screen import Screen
from hall3d.renderer.still import halved, still
from hall3d.scene import tone
from hall3d.scene.bake import bake
from hall3d.scene.loading import load_stage
from hall3d.scene.mesh import MATERIALS, Arrays, Mesh, paint
from hall3d.scene.model import build_model
from hall3d.scene.palette import theme
from hall3d.scene.shapes import box, turned
from hall3d.scene.textures import METRES, mean_shade, texture
from hall3d.scene.voxels import CELL, Voxels
from tests.hall3d.samples import departments

PLAN = lay_out(departments(4))
SHAPE = PLAN.rooms[0].shape


def facing_out(mesh: Arrays) -> float:
    """The share of triangles whose corners run counter-clockwise about their normals."""
    a, b, c = (mesh.positions[mesh.triangles[:, i]] for i in range(3))
    crossed = np.cross(b - a, c - a)
    area = np.linalg.norm(crossed, axis=1)
    agree = (crossed * mesh.normals[mesh.triangles].mean(1)).sum(1)
    return float((agree[area > 1e-7] > 0).mean())


@pytest.mark.parametrize("bevel", [0.0, 0.05])
def test_a_box_is_closed_and_faces_outward(bevel: float) -> None:
    mesh = Mesh()
    box(mesh, (0, 0, 0), (1, 2, 3), paint("808080"), bevel)
    made = mesh.arrays()
    assert facing_out(made) == 1.0
    outward = made.positions - np.array([0.5, 1.0, 1.5])
    assert ((outward * made.normals).sum(1) > 0).all()


def test_turned_bodies_face_outward() -> None:
    mesh = Mesh()
    turned(mesh, (0, 0), [(0.5, 0), (0.5, 1), (0.4, 1.1), (0.1, 1.1)], paint("808080"))
    assert facing_out(mesh.arrays()) > 0.99


def test_the_whole_hall_is_sound() -> None:
    made = build_model(SHAPE, theme())
    assert made.triangles.max() < len(made.positions)
    for values in (made.positions, made.normals, made.colours, made.uvs):
        assert np.isfinite(values).all()
    assert np.allclose(np.linalg.norm(made.normals, axis=1), 1, atol=0.2)
    assert (made.colours >= 0).all() and (made.colours <= 1.2).all()


def test_a_ray_meets_the_wall_and_not_the_air() -> None:
    mesh = Mesh()
    box(mesh, (2, -1, -1), (2.5, 1, 1), paint("808080"))
    voxels = Voxels(mesh.arrays())
    origins = np.zeros((2, 3), np.float32)
    ways = np.array([(1, 0, 0), (-1, 0, 0)], np.float32)
    met, far = voxels.march(origins, ways, np.full(2, 5.0))
    assert met[0] >= 0 and met[1] == -1
    assert math.isclose(far[0], 2.0, abs_tol=2 * CELL)


def test_textures_are_powers_of_two_and_repeat_without_a_seam() -> None:
    for name in METRES:
        picture = texture(name, theme().view)
        height, width, _ = picture.shape
        assert height & (height - 1) == 0 and width & (width - 1) == 0
    stone = texture("stone", theme().view).astype(int)
    inside = np.abs(np.diff(stone, axis=1)).mean()
    assert np.abs(stone[:, 0] - stone[:, -1]).mean() < 3 * inside + 2


@pytest.mark.parametrize("material", ["floor", "wood", "stone", "textile", "slats"])
def test_textures_leave_room_for_light(material: str) -> None:
    shade = mean_shade(texture(material, theme().view))
    assert (shade > 0.6).all() and (shade < 0.97).all()


def test_leaves_are_cut_out_and_their_shade_is_that_of_what_is_left() -> None:
    leaves = texture("leaves", theme().view)
    assert leaves.shape[2] == 4 and 0.1 < (leaves[..., 3] > 127).mean() < 0.6
    assert mean_shade(leaves)[1] > mean_shade(leaves)[2]


def test_tone_keeps_order_and_range() -> None:
    shown = tone.shown(np.linspace(0, 5, 50)[:, None] * np.ones(3))[:, 0]
    assert shown[0] == 0 and (np.diff(shown) >= 0).all() and shown.max() <= 1


@pytest.mark.log_allowed
def test_a_bake_is_found_again_and_a_damaged_one_made_again(
    cache: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATRIUM_CACHE", str(cache))
    (path,) = (cache / "hall").glob("hall-*.npz")
    before = path.read_bytes()
    assert len(bake(SHAPE).vertices) > 10_000
    path.write_bytes(before[:1000])
    again = bake(SHAPE)
    assert "made again" in caplog.text
    caplog.clear()
    assert len(again.vertices) > 10_000
    assert path.read_bytes()[:2] == b"PK" and len(path.read_bytes()) == len(before)


def test_light_falls_where_it_should(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATRIUM_CACHE", str(cache))
    hall = bake(SHAPE)
    positions = hall.vertices[:, :12].copy().view(np.float32)
    shade = hall.vertices[:, 12:15].mean(1)
    floor = np.zeros(len(positions), bool)
    for kind, first, end, *_ in hall.pieces.tolist():
        floor[first:end] = MATERIALS[kind] == "floor"
    away = np.hypot(positions[:, 0], positions[:, 1] - PLAN.desk[1])
    beside = floor & (away < 1.4)
    assert shade[beside].mean() < 0.85 * shade[floor & (away > 1.7) & (away < 2.05)].mean()
    assert shade[floor].max() < 250


@pytest.fixture(scope="module")
def screen(cache: Path) -> Screen:
    """The hall of four departments on a small screen."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATRIUM_CACHE", str(cache))
        stage = load_stage(departments(4), "en")
    return Screen(stage.root, 256, 144)


def test_a_still_shows_the_same_view_smoother(screen: Screen) -> None:
    screen.look(Pose(0.0, 1.15, 0.0))
    plain = screen.render()[..., :3].astype(int)
    smooth = still(screen)
    assert smooth is not None
    assert np.abs(plain - smooth[..., :3]).mean() < 12
    assert (
        np.abs(np.diff(smooth[..., :3].astype(int), axis=1)).mean()
        < np.abs(np.diff(plain, axis=1)).mean()
    )


def test_a_smaller_picture_shows_the_same_view(screen: Screen) -> None:
    screen.look(Pose(0.0, 1.15, 0.0))
    whole = halved(screen.render())[..., :3].astype(int)
    half = screen.render(0.5)[..., :3].astype(int)
    assert half.shape == whole.shape == (72, 128, 3)
    assert np.abs(whole - half).mean() < 20


def test_halving_averages_two_by_two_without_darkening() -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (36, 64, 4), dtype=np.uint8)
    exact = pixels.reshape(18, 2, 32, 2, 4).mean((1, 3))
    made = halved(pixels).astype(float)
    assert np.abs(made - exact).max() <= 1.0
    assert abs((made - exact).mean()) < 0.05


def test_a_still_can_be_interrupted(screen: Screen) -> None:
    assert still(screen, lambda: True) is None


def test_the_floor_mirrors_the_hall(screen: Screen) -> None:
    screen.look(Pose(0.0, 1.15, 0.0))
    with_mirror = screen.render()[..., :3].astype(int)
    mirrors = screen.scene.find("**/mirror")
    mirrors.hide()
    without = screen.render()[..., :3].astype(int)
    mirrors.show()
    changed = np.abs(with_mirror - without).sum(2) > 6
    assert changed[100:].mean() > 0.3
    assert changed[:60].mean() < 0.02
