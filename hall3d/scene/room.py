"""A baked shape as Panda3D nodes, cell by cell, which every room of that shape shares."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from panda3d.core import NodePath, Texture

from hall3d.scene.bake import CELL, BakedShape
from hall3d.scene.dressing import dress
from hall3d.scene.geometry import geometry, picture_texture
from hall3d.scene.mesh import LARGE, MATERIALS, NEAR, UNMIRRORED, Material
from hall3d.scene.textures import LINED, Picture

_UNTINTED = "B5AEA2"


@dataclass(frozen=True)
class Cell:
    """What stands on a square of a shape's floor; `x` and `y` are its middle.

    `world` shows from afar, `things` and `details` from nearer by; `mirror` and `mirror_things` are
    what the floor reflects of the first two; `accents` take a colour, by the index of their bay.
    """

    x: float
    y: float
    world: NodePath = field(default_factory=lambda: NodePath("world"))
    things: NodePath = field(default_factory=lambda: NodePath("things"))
    details: NodePath = field(default_factory=lambda: NodePath("details"))
    mirror: NodePath = field(default_factory=lambda: NodePath("mirror"))
    mirror_things: NodePath = field(default_factory=lambda: NodePath("mirror_things"))
    floor: NodePath = field(default_factory=lambda: NodePath("floor"))
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
    if bay >= 0:
        cell.accents[bay] = part
    elif material == "floor":
        part.reparent_to(cell.floor)
    elif material in ("glass", "sunlight"):
        part.reparent_to(cell.things)
    elif level & NEAR:
        part.reparent_to(cell.details)
    else:
        large = bool(level & LARGE)
        part.reparent_to(cell.world if large else cell.things)
        if not level & UNMIRRORED:
            part.copy_to(cell.mirror if large else cell.mirror_things)
