"""A baked shape as Panda3D nodes, which every room of that shape shares."""

from collections.abc import Mapping
from dataclasses import dataclass

from panda3d.core import NodePath, Texture

from hall3d.scene.bake import BakedShape
from hall3d.scene.dressing import dress, near_only
from hall3d.scene.geometry import geometry, picture_texture
from hall3d.scene.mesh import MATERIALS, NEAR, UNMIRRORED, Material


@dataclass(frozen=True)
class RoomParts:
    """`mirrored` shows in the floor, `plain` does not; `accents` by the index of their bay."""

    mirrored: NodePath
    floor: NodePath
    plain: NodePath
    accents: dict[int, NodePath]

    @classmethod
    def of(cls, baked: BakedShape, shared: dict[str, Texture]) -> "RoomParts":
        """The nodes of a baked shape, at its own origin; `shared` gathers the textures that all
        shapes of a hall have in common."""
        made = cls(NodePath("mirrored"), NodePath("floor"), NodePath("plain"), {})
        textures = _textures(baked, shared)
        for kind, first, end, first_triangle, end_triangle, bay, level in baked.pieces.tolist():
            material = MATERIALS[kind]
            part = geometry(
                material, baked.vertices[first:end], baked.triangles[first_triangle:end_triangle]
            )
            if material in textures:
                part.set_texture(textures[material])
            dress(part, material)
            part = near_only(part, level) if level & NEAR else part
            if bay >= 0:
                made.accents[bay] = part
            else:
                part.reparent_to(made.owner(material, level))
        return made

    def owner(self, material: Material, level: int) -> NodePath:
        """The node that a piece belongs below."""
        if material == "floor":
            return self.floor
        flat = material in ("glass", "sunlight")
        return self.plain if flat or level & UNMIRRORED else self.mirrored


def _textures(baked: BakedShape, shared: dict[str, Texture]) -> dict[str, Texture]:
    for name, picture in baked.textures.items():
        if name != "sunlight" and name not in shared:
            shared[name] = picture_texture(name, picture, repeat=True)
    own = {
        name: picture_texture(name, picture)
        for name, picture in baked.textures.items()
        if name == "sunlight"
    }
    return shared | own


def tinted_parts(parts: RoomParts, colours: Mapping[int, str]) -> NodePath:
    """The accents of one room in its departments' colours (RRGGBB by the index of the bay)."""
    tinted = NodePath("accents")
    for bay, part in parts.accents.items():
        code = colours.get(bay, "B5AEA2")
        red, green, blue = (int(code[i : i + 2], 16) / 255 for i in (0, 2, 4))
        part.copy_to(tinted).set_color_scale(red, green, blue, 1.0)
    return tinted
