"""How Panda3D draws the materials that are not simply opaque, and in which order all is drawn."""

from panda3d.core import CullBinManager, NodePath, TransparencyAttrib

from hall3d.scene.mesh import Material

MIRROR, GROUND = "mirror", "ground"
"""Bins drawn after the opaque world: what stands before the floor hides both of them cheaply."""
FLOOR, SUNLIGHT, SHADOW, ROUTE = 0, 10, 15, 20
"""Order within the ground."""
_GLASS_ALPHA = 0.22


def order_bins() -> None:
    """Nearest first, then the mirrored world, then the floor over it, then what is see-through."""
    bins = CullBinManager.get_global_ptr()
    nearest_first = CullBinManager.BT_front_to_back
    bins.set_bin_type(bins.find_bin("opaque"), nearest_first)
    for name, kind, sort in ((MIRROR, nearest_first, 22), (GROUND, CullBinManager.BT_fixed, 24)):
        if bins.find_bin(name) < 0:
            bins.add_bin(name, kind, sort)


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
        part.set_bin(GROUND, SUNLIGHT)
        part.set_depth_write(False)
