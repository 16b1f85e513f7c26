"""What stands in a hall: inside its footprint, of sound geometry, decorated only on feast days."""

from dataclasses import replace

import numpy as np
import pytest

from hall3d.plan import lay_out
from hall3d.plan.model import Bay, Block, Shape
from hall3d.scene.bays import build_bay
from hall3d.scene.furniture import build_furniture
from hall3d.scene.mesh import LARGE, MATERIALS, Arrays, Mesh, paint
from hall3d.scene.model import build_model
from hall3d.scene.palette import theme
from hall3d.scene.shapes import strip
from tests.hall3d.samples import departments
from tests.hall3d.test_scene import facing_out

_SIZES = {
    "kiosk": (0.6, 0.5),
    "children": (3.0, 2.6),
    "exhibit": (2.4, 0.35),
    "writing": (1.6, 0.6),
    "totem": (0.7, 0.22),
    "seats": (2.48, 0.72),
}


def made(kind: str, turn: float) -> tuple[Block, Arrays]:
    block = Block.around(kind, 3.0, 5.0, *_SIZES[kind], turn)
    mesh = Mesh()
    shape = Shape("hall", 10.0, 10.0, 5.7, 3.7, (), (block,))
    build_furniture(mesh, theme(), shape)
    return block, mesh.arrays()


@pytest.mark.parametrize("turn", [0.0, np.pi / 2, np.pi])
@pytest.mark.parametrize("kind", [kind for kind in _SIZES if kind != "seats"])
def test_furniture_stands_within_its_footprint_however_it_is_turned(kind: str, turn: float) -> None:
    block, mesh = made(kind, turn)
    low, high = mesh.positions.min(0), mesh.positions.max(0)
    slack = 0.06
    assert block.x0 - slack < low[0] and high[0] < block.x1 + slack
    assert block.y0 - slack < low[1] and high[1] < block.y1 + slack
    assert low[2] >= 0 and high[2] < 2.3


@pytest.mark.parametrize("kind", sorted(_SIZES))
def test_furniture_faces_outward(kind: str) -> None:
    _, mesh = made(kind, 0.0)
    leafy = mesh.material[mesh.triangles[:, 0]] == MATERIALS.index("leaves")
    assert facing_out(replace(mesh, triangles=mesh.triangles[~leafy])) > 0.98


@pytest.mark.parametrize("kind", ["counter", "window", "panel", "door", "opening"])
def test_every_kind_of_bay_can_be_built(kind: str) -> None:
    mesh = Mesh()
    build_bay(mesh, theme(), Bay(kind, 0.0, 0.0, 0.0), 3.7, 5.7)  # type: ignore[arg-type]
    arrays = mesh.arrays()
    assert np.isfinite(arrays.positions).all() and len(arrays.triangles) > 50
    accents = arrays.material == MATERIALS.index("accent")
    assert accents.any() == (kind == "counter")
    assert len(arrays.windows) == (kind == "window")


def test_only_a_feast_hangs_lanterns() -> None:
    shape = lay_out(departments(4)).rooms[0].shape
    plain, feast = (build_model(shape, theme(name)) for name in ("day", "festival"))
    assert len(feast.triangles) > len(plain.triangles)
    red = theme("festival").festive.colour
    assert (np.abs(feast.colours - red).max(1) < 1e-9).any()
    assert not (np.abs(plain.colours - red).max(1) < 1e-9).any()


def test_from_afar_a_strip_shows_its_front_alone() -> None:
    mesh = Mesh()
    strip(mesh, (-2, -0.05, 3.0), (2, 0, 3.05), paint("808080"))
    made = mesh.arrays()
    from_afar = made.level & LARGE > 0
    assert from_afar.any() and not from_afar.all()
    assert np.allclose(made.normals[from_afar], (0, -1, 0))
