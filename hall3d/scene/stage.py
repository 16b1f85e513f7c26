"""The Panda3D scene of a hall: rooms of baked shapes, mirror floor, pictures, route line."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from panda3d.core import CullFaceAttrib, NodePath, TransparencyAttrib

from hall3d.plan import HallPlan, Shape
from hall3d.scene.bake import BakedShape
from hall3d.scene.cards import band, placed
from hall3d.scene.geometry import picture_texture
from hall3d.scene.room import RoomParts, tinted_parts
from hall3d.scene.route import ribbon, ring

_FLOOR_ALPHA = 0.82


class Stage:
    """What the camera sees. `pictures`: as `hall3d.signs.pictures.HallPictures` names them."""

    def __init__(
        self,
        plan: HallPlan,
        shapes: Mapping[Shape, BakedShape],
        pictures: Mapping[str, NDArray[np.uint8]],
    ) -> None:
        self.plan = plan
        self.root = NodePath("hall")
        self._mirrored = self.root.attach_new_node("mirrored")
        self._floor = NodePath("floor")
        self._pictures: dict[str, NodePath] = {}
        self._place_rooms(shapes)
        self._place_cards()
        self.show_pictures(pictures)
        self._place_mirror()
        self._route = self.root.attach_new_node("route")
        self._route.set_bin("background", 20)
        self._route.set_depth_write(False)

    def show_pictures(self, pictures: Mapping[str, NDArray[np.uint8]]) -> None:
        """Put other pictures on the cards named; a name that no card has is left out."""
        for name in pictures:
            if name in self._pictures:
                card = self._pictures[name]
                card.set_texture(picture_texture(name, pictures[name]), 1)
                card.show()

    def draw_route(self, way: Sequence[tuple[float, float]]) -> None:
        """A brass line on the floor along a way (metres) and a ring at its end; none for []."""
        self._route.get_children().detach()
        if len(way) < 2:
            return
        for part in (ribbon(way), ring(way[-1])):
            part.reparent_to(self._route)

    def _place_rooms(self, shapes: Mapping[Shape, BakedShape]) -> None:
        parts = {shape: RoomParts.of(baked) for shape, baked in shapes.items()}
        for index, room in enumerate(self.plan.rooms):
            own = parts[room.shape]
            where = (room.x, room.y, 0.0, math.degrees(room.turn), 0.0, 0.0)
            for part, parent in (
                (own.mirrored, self._mirrored),
                (own.floor, self._floor),
                (own.detail, self.root),
            ):
                part.copy_to(parent).set_pos_hpr(*where)
            colours = {
                one.index: one.department.colour for one in self.plan.counters if one.room == index
            }
            accents = tinted_parts(own, colours)
            accents.reparent_to(self._mirrored)
            accents.set_pos_hpr(*where)

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

    def _place_cards(self) -> None:
        for card in self.plan.cards:
            if card.name not in self._pictures:
                node = self._mirrored.attach_new_node(card.name)
                node.hide()  # until there is a picture for it
                self._pictures[card.name] = node
            placed(card).reparent_to(self._pictures[card.name])
        self._pictures["band"] = band(*self.plan.desk)
        self._pictures["band"].reparent_to(self._mirrored)
