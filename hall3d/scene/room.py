"""A baked shape as Panda3D nodes, which every room of that shape shares."""

from collections.abc import Mapping
from dataclasses import dataclass

from panda3d.core import NodePath

from hall3d.scene.bake import BakedShape
from hall3d.scene.dressing import dress, near_only
from hall3d.scene.geometry import geometry, picture_texture
from hall3d.scene.mesh import MATERIALS


@dataclass(frozen=True)
class RoomParts:
    """`mirrored` shows in the floor, `detail` does not; `accents` by the index of their bay."""

    mirrored: NodePath
    floor: NodePath
    detail: NodePath
    accents: dict[int, NodePath]

    @classmethod
    def of(cls, baked: BakedShape) -> "RoomParts":
        """The nodes of a baked shape, at its own origin."""
        made = cls(NodePath("mirrored"), NodePath("floor"), NodePath("detail"), {})
        textures = {
            name: picture_texture(name, picture, repeat=True)
            for name, picture in baked.textures.items()
        }
        for kind, first, end, first_triangle, end_triangle, bay, near in baked.pieces.tolist():
            material = MATERIALS[kind]
            part = geometry(
                material, baked.vertices[first:end], baked.triangles[first_triangle:end_triangle]
            )
            if material in textures:
                part.set_texture(textures[material])
            dress(part, material)
            part = near_only(part, material) if near else part
            if bay >= 0:
                made.accents[bay] = part
            else:
                owner = dict.fromkeys(("detail", "glass", "sunlight"), made.detail)
                owner["floor"] = made.floor
                part.reparent_to(owner.get(material, made.mirrored))
        return made


def tinted_parts(parts: RoomParts, colours: Mapping[int, str]) -> NodePath:
    """The accents of one room in its departments' colours (RRGGBB by the index of the bay)."""
    tinted = NodePath("accents")
    for bay, part in parts.accents.items():
        code = colours.get(bay, "B5AEA2")
        red, green, blue = (int(code[i : i + 2], 16) / 255 for i in (0, 2, 4))
        part.copy_to(tinted).set_color_scale(red, green, blue, 1.0)
    return tinted
