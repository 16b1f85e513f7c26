"""A baked shape as Panda3D nodes, cell by cell, which every room of that shape shares."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from panda3d.core import NodePath, Texture

from hall3d.scene.bake import CELL, BakedShape
from hall3d.scene.dressing import dress
from hall3d.scene.geometry import geometry, picture_texture
from hall3d.scene.mesh import FAR, LARGE, MATERIALS, UNMIRRORED, Material
from hall3d.scene.textures import LINED, Picture

_UNTINTED = "B5AEA2"


@dataclass(frozen=True)
class Cell:
    """What stands on a square of a shape's floor; `x` and `y` are its middle.

    `near` and `floor` show to who is near; `far`, `far_things` and `far_floor` stand for them from
    afar; `mirror` and `mirror_things` are what the floor reflects; `accents` take a colour, by the
    index of their bay.
    """

    x: float
    y: float
    near: NodePath = field(default_factory=lambda: NodePath("near"))
    far: NodePath = field(default_factory=lambda: NodePath("far"))
    far_things: NodePath = field(default_factory=lambda: NodePath("far_things"))
    mirror: NodePath = field(default_factory=lambda: NodePath("mirror"))
    mirror_things: NodePath = field(default_factory=lambda: NodePath("mirror_things"))
    floor: NodePath = field(default_factory=lambda: NodePath("floor"))
    far_floor: NodePath = field(default_factory=lambda: NodePath("far_floor"))
    accents: dict[int, NodePath] = field(default_factory=dict)

    def tinted(self, colours: Mapping[int, str]) -> NodePath:
        """The accents in their departments' colours (RRGGBB by the index of the bay)."""
        tinted = NodePath("accents")
        for bay, part in self.accents.items():
            code = colours.get(bay, _UNTINTED)
            red, green, blue = (int(code[i : i + 2], 16) / 255 for i in (0, 2, 4))
            part.copy_to(tinted).set_color_scale(red, green, blue, 1.0)
        return tinted


def cells_of(baked: BakedShape, shared: Mapping[str, Texture]) -> list[Cell]:
    """The cells of a baked shape, at the shape's own origin; `shared` are the materials' textures,
    which all shapes of a hall have in common."""
    cells: dict[tuple[int, int], Cell] = {}
    textures = dict(shared)
    if baked.sunlight is not None:
        textures["sunlight"] = picture_texture("sunlight", baked.sunlight)
    for row in baked.pieces.tolist():
        kind, first, end, first_triangle, end_triangle, bay, x, y, level = row
        cell = cells.setdefault((x, y), Cell((x + 0.5) * CELL, (y + 0.5) * CELL))
        material = MATERIALS[kind]
        part = geometry(
            material, baked.vertices[first:end], baked.triangles[first_triangle:end_triangle]
        )
        if material in textures:
            part.set_texture(textures[material])
        dress(part, material)
        _sort(cell, part, material, bay, level)
    return list(cells.values())


def material_textures(pictures: Mapping[str, Picture]) -> dict[str, Texture]:
    """Tiling textures of the materials' pictures."""
    return {
        name: picture_texture(name, picture, repeat=True, lined=name == LINED)
        for name, picture in pictures.items()
    }


def _sort(cell: Cell, part: NodePath, material: Material, bay: int, level: int) -> None:
    """Put a piece where it is shown from as far as it is worth it."""
    far = bool(level & FAR)
    if bay >= 0:
        if not far:
            cell.accents[bay] = part
    elif material == "floor":
        part.reparent_to(cell.far_floor if far else cell.floor)
    elif not far:
        part.reparent_to(cell.near)
    else:
        large = bool(level & LARGE)
        part.reparent_to(cell.far if large else cell.far_things)
        if not level & UNMIRRORED and material not in ("glass", "sunlight"):
            part.copy_to(cell.mirror if large else cell.mirror_things)
