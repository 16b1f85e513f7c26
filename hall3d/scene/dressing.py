"""How Panda3D draws the materials that are not simply opaque."""

from panda3d.core import NodePath, TransparencyAttrib

from hall3d.scene.mesh import Material

SUNLIGHT_BIN = 15
"""After the floor, which is 10, and before the route line."""
_GLASS_ALPHA = 0.22


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
