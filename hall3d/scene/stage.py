"""The Panda3D scene of a baked hall: world, mirror floor, signs, route line and tap marker."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from panda3d.core import CullFaceAttrib, NodePath, TransparencyAttrib

from hall3d.plan import HallPlan
from hall3d.scene.bake import BakedHall
from hall3d.scene.bays import SIGN_CENTRE, SIGN_SIZE
from hall3d.scene.furniture import BOARD_FOOT, BOARD_SIZE, DESK_BAND
from hall3d.scene.geometry import geometry, packed, picture_texture
from hall3d.scene.mesh import MATERIALS, grid_triangles
from hall3d.scene.route import ribbon, ring
from hall3d.scene.shell import TITLE_CENTRE, TITLE_SIZE

_FLOOR_ALPHA = 0.82
_BAND_HALF_ANGLE = 1.28


class Stage:
    """What the camera sees. `pictures`: as `hall3d.signs.boards.hall_pictures` names them."""

    def __init__(
        self, plan: HallPlan, hall: BakedHall, pictures: Mapping[str, NDArray[np.uint8]]
    ) -> None:
        self.plan = plan
        self.root = NodePath("hall")
        self._mirrored = NodePath("mirrored")
        self._floor = NodePath("floor")
        self._signs: dict[str, NodePath] = {}
        self._place_world(hall)
        self._place_signs(pictures)
        self._mirrored.reparent_to(self.root)
        self._place_mirror()
        self._route = self.root.attach_new_node("route")
        self._route.set_bin("background", 20)
        self._route.set_depth_write(False)

    def show_pictures(self, pictures: Mapping[str, NDArray[np.uint8]]) -> None:
        """Put other pictures on the signs named."""
        for name, picture in pictures.items():
            self._signs[name].set_texture(picture_texture(name, picture), 1)

    def draw_route(self, way: Sequence[tuple[float, float]]) -> None:
        """A brass line on the floor along a way (metres) and a ring at its end; none for []."""
        self._route.get_children().detach()
        if len(way) < 2:
            return
        for part in (ribbon(way), ring(way[-1])):
            part.reparent_to(self._route)

    def _place_world(self, hall: BakedHall) -> None:
        textures = {
            name: picture_texture(name, picture, repeat=True)
            for name, picture in hall.textures.items()
        }
        for kind, first, end, first_triangle, end_triangle in hall.pieces.tolist():
            material = MATERIALS[kind]
            part = geometry(
                material, hall.vertices[first:end], hall.triangles[first_triangle:end_triangle]
            )
            if material in textures:
                part.set_texture(textures[material])
            parent = {"floor": self._floor, "detail": self.root}.get(material, self._mirrored)
            part.reparent_to(parent)

    def _place_mirror(self) -> None:
        """Everything again, upside down below a floor that lets a little of it through."""
        mirror = self.root.attach_new_node("mirror")
        self._mirrored.instance_to(mirror)
        mirror.set_sz(-1)
        mirror.set_attrib(CullFaceAttrib.make_reverse())
        mirror.set_bin("background", 0)
        self._floor.reparent_to(self.root)
        self._floor.set_transparency(TransparencyAttrib.M_alpha)
        self._floor.set_alpha_scale(_FLOOR_ALPHA)
        self._floor.set_bin("background", 10)

    def _place_signs(self, pictures: Mapping[str, NDArray[np.uint8]]) -> None:
        for counter in self.plan.counters:
            sign = _card(*SIGN_SIZE)
            x, y = counter.bay.at(SIGN_CENTRE[0], SIGN_CENTRE[1])
            sign.set_pos_hpr(x, y, SIGN_CENTRE[2], math.degrees(counter.bay.turn), 0, 0)
            self._signs[f"sign:{counter.department.id}"] = sign
        title = _card(*TITLE_SIZE)
        title.set_pos(0, self.plan.depth - 0.212, TITLE_CENTRE)
        self._signs["title"] = title
        self._signs["band"] = self._band()
        self._signs["board"] = self._board()
        for sign in self._signs.values():
            sign.reparent_to(self._mirrored)
        self.show_pictures(pictures)

    def _board(self) -> NodePath:
        both = NodePath("board")
        middle = BOARD_FOOT + BOARD_SIZE[1] / 2
        for x, y in self.plan.boards:
            for turn, front in ((0.0, -0.085), (180.0, 0.085)):
                side = _card(*BOARD_SIZE)
                side.set_pos_hpr(x, y + front, middle, turn, 0, 0)
                side.reparent_to(both)
        return both

    def _band(self) -> NodePath:
        """The lettered sheet round the front of the information desk."""
        x, y, radius = self.plan.desk
        angles = np.linspace(-_BAND_HALF_ANGLE, _BAND_HALF_ANGLE, 25)
        foot, top = DESK_BAND
        around = radius + 0.036
        rows = [
            np.stack([x + around * np.sin(angles), y - around * np.cos(angles), np.full(25, z)], 1)
            for z in (foot, top)
        ]
        share = np.linspace(0, 1, 25)
        uvs = [np.stack([share, np.full(25, v)], 1) for v in (0.0, 1.0)]
        sheet = packed(
            np.concatenate(rows).astype(np.float32), np.concatenate(uvs).astype(np.float32)
        )
        return geometry("band", sheet, grid_triangles(1, 24))


def _card(wide: float, high: float) -> NodePath:
    """An upright sheet seen from -y, its middle at the node's origin."""
    return sheet(
        [
            (-wide / 2, 0, -high / 2),
            (wide / 2, 0, -high / 2),
            (wide / 2, 0, high / 2),
            (-wide / 2, 0, high / 2),
        ]
    )


def sheet(corners: Sequence[tuple[float, float, float]]) -> NodePath:
    """A textured quadrilateral: corners counter-clockwise from the picture's lower left."""
    uvs = np.array([(0, 0), (1, 0), (1, 1), (0, 1)], np.float32)
    triangles = np.array([[0, 1, 2], [0, 2, 3]], np.uint32)
    return geometry("sheet", packed(np.array(corners, np.float32), uvs), triangles)
