"""How Panda3D draws the materials that are not simply opaque."""

from panda3d.core import LODNode, NodePath, TransparencyAttrib

from hall3d.scene.mesh import UNMIRRORED, Material

SUNLIGHT_BIN = 15
"""After the floor, which is 10, and before the route line."""
_GLASS_ALPHA = 0.22
_FAR = (19.0, 13.0)
"""Metres up to which small things are drawn, and smaller ones that have no reflection."""


def near_only(part: NodePath, level: int) -> NodePath:
    """The part below a node that leaves it out beyond some metres."""
    node = LODNode("near")
    node.add_switch(_FAR[bool(level & UNMIRRORED)], 0.0)
    low, high = part.get_tight_bounds()
    node.set_center((low + high) / 2)
    switched = NodePath(node)
    part.reparent_to(switched)
    return switched


def dress(part: NodePath, material: Material) -> None:
    """Set what a piece of this material needs to be drawn right."""
    if material == "leaves":
        part.set_transparency(TransparencyAttrib.M_binary)
        part.set_two_sided(True)
    elif material == "glass":
        part.set_transparency(TransparencyAttrib.M_alpha)
        part.set_alpha_scale(_GLASS_ALPHA)
        part.set_depth_write(False)
    elif material == "sunlight":
        part.set_transparency(TransparencyAttrib.M_alpha)
        part.set_bin("background", SUNLIGHT_BIN)
        part.set_depth_write(False)
