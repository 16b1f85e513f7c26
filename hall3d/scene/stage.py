"""The Panda3D scene of a hall: rooms of baked shapes, mirror floor, pictures, route line."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from panda3d.core import CullFaceAttrib, NodePath, Texture, TransparencyAttrib

from hall3d.people.cast import Cast
from hall3d.plan import HallPlan, Pose, Shape
from hall3d.plan.sight import Sight
from hall3d.scene.bake import BakedShape
from hall3d.scene.cards import band
from hall3d.scene.glow import halo
from hall3d.scene.hanging import Hanging
from hall3d.scene.room import RoomParts, tinted_parts
from hall3d.scene.route import ribbon, ring
from hall3d.signs.shelf import Shelf

_FLOOR_ALPHA = 0.82
_WING_FAR = 28.0
"""Metres; of wings farther off an archway shows no more than a sliver of wall."""
_STEP = 0.5
"""Metres one walks before it is worth asking again what can be seen."""


class Stage:
    """What the camera sees."""

    def __init__(
        self, plan: HallPlan, shapes: Mapping[Shape, BakedShape], shelf: Shelf, lit: bool = True
    ) -> None:
        """lit: whether sharp pictures hang from the first frame on where one comes in."""
        self.plan = plan
        self.root = NodePath("hall")
        self.mirrored = self.root.attach_new_node("mirrored")
        self._floor = NodePath("floor")
        self._rooms: list[list[NodePath]] = []
        self._place_rooms(shapes)
        self._shelf = shelf
        self._hanging = Hanging(plan, self.mirrored, shelf.picture)
        lettered = band(*plan.desk)
        lettered.reparent_to(self.mirrored)
        self._hanging.add(0, "band", lettered)
        self._place_mirror()
        self._route = self._flat("route", 20)
        self._glow = self.root.attach_new_node("glow")
        self._sight = Sight(plan)
        self._seen_from: tuple[float, float] | None = None
        self.see(plan.entrance)
        self.cast = Cast(plan, self.root, self.mirrored)
        if lit:
            self.hang_all()

    @property
    def waiting(self) -> bool:
        """Whether pictures are still to be hung."""
        return self._hanging.waiting

    def see(self, pose: Pose) -> None:
        """Show the rooms that can be seen from a pose, and hang some of their pictures."""
        here = (pose.x, pose.y)
        if self._seen_from is None or math.dist(here, self._seen_from) >= _STEP:
            self._seen_from = here
            self._show_rooms(*here)
        self._hanging.hang()

    def hang_all(self) -> None:
        """Hang every picture that waits, at once."""
        self._hanging.hang(most=len(self.plan.cards) + 1)

    def show_queue(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Waiting numbers on the boards, as the `queue` command brings them."""
        self._hanging.repaint(self._shelf.show_queue(rows))
        self.cast.show_states({row["counter"]: row["state"] for row in rows if "state" in row})

    def speak(self, shelf: Shelf) -> None:
        """Other pictures on all cards: another language."""
        self._shelf.close()
        self._shelf = shelf
        self._hanging.change(shelf.picture)

    def draw_route(self, way: Sequence[tuple[float, float]]) -> None:
        """A brass line on the floor along a way (metres) and a ring at its end; none for []."""
        self._route.get_children().detach()
        if len(way) < 2:
            return
        for part in (ribbon(way), ring(way[-1])):
            part.reparent_to(self._route)

    def glow(self, counters: Iterable[str]) -> None:
        """A warm frame round the signs of these counters and a ring on the floor before them."""
        self._glow.get_children().detach()
        for identifier in counters:
            halo(self.plan.counter(identifier)).reparent_to(self._glow)

    def close(self) -> None:
        """Give the pictures' file back."""
        self._shelf.close()

    def _flat(self, name: str, order: int) -> NodePath:
        """A node for what lies on the floor, drawn after it."""
        node = self.root.attach_new_node(name)
        node.set_bin("background", order)
        node.set_depth_write(False)
        return node

    def _show_rooms(self, x: float, y: float) -> None:
        away = self._sight.rooms(x, y)
        seen = {
            room
            for room, far in away.items()
            if far <= _WING_FAR or self.plan.rooms[room].shape.kind != "wing"
        }
        for room, parts in enumerate(self._rooms):
            for part in parts:
                part.show() if room in seen else part.hide()
        self._hanging.see(self.plan.room_at(x, y), seen)

    def _place_rooms(self, shapes: Mapping[Shape, BakedShape]) -> None:
        shared: dict[str, Texture] = {}
        parts = {shape: RoomParts.of(baked, shared) for shape, baked in shapes.items()}
        for index, room in enumerate(self.plan.rooms):
            own = parts[room.shape]
            colours = {
                one.index: one.department.colour for one in self.plan.counters if one.room == index
            }
            placed = [
                own.mirrored.copy_to(self.mirrored),
                own.floor.copy_to(self._floor),
                own.plain.copy_to(self.root),
                tinted_parts(own, colours),
            ]
            placed[-1].reparent_to(self.mirrored)
            for part in placed:
                part.set_pos_hpr(room.x, room.y, 0.0, math.degrees(room.turn), 0.0, 0.0)
            self._rooms.append(placed)

    def _place_mirror(self) -> None:
        """Everything again, upside down below a floor that lets a little of it through."""
        mirror = self.root.attach_new_node("mirror")
        self.mirrored.instance_to(mirror)
        mirror.set_sz(-1)
        mirror.set_attrib(CullFaceAttrib.make_reverse())
        mirror.set_bin("background", 0)
        self._floor.reparent_to(self.root)
        self._floor.set_transparency(TransparencyAttrib.M_alpha)
        self._floor.set_alpha_scale(_FLOOR_ALPHA)
        self._floor.set_bin("background", 10)
