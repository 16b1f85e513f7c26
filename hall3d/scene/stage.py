"""The Panda3D scene of a hall: rooms of baked shapes, mirror floor, pictures, route line."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from panda3d.core import NodePath

from hall3d.people.cast import Cast
from hall3d.plan import HallPlan, Pose, Shape
from hall3d.plan.sight import Sight
from hall3d.scene.bake import BakedShape
from hall3d.scene.cards import band
from hall3d.scene.dressing import GROUND, ROUTE, order_bins
from hall3d.scene.floor_light import FloorLight
from hall3d.scene.glow import halo
from hall3d.scene.hanging import Hanging
from hall3d.scene.rooms import Rooms, mirror_of
from hall3d.scene.route import ribbon, ring
from hall3d.scene.textures import Picture
from hall3d.signs.shelf import Shelf

_AT_FIRST = 13
"""Pictures that hang when one comes in; the others follow while the hall is shown already."""
_STEP = 0.5
"""Metres one walks before it is worth asking again what can be seen."""


class Stage:
    """What the camera sees."""

    def __init__(
        self,
        plan: HallPlan,
        shapes: Mapping[Shape, BakedShape],
        materials: Mapping[str, Picture],
        shelf: Shelf,
    ) -> None:
        order_bins()
        self.plan = plan
        self.root = NodePath("hall")
        self.mirrored = self.root.attach_new_node("mirrored")
        mirror = mirror_of(self.root)
        self.mirrored.instance_to(mirror)
        self._rooms = Rooms(plan, shapes, materials, self.root, mirror)
        self._shelf = shelf
        self._hanging = Hanging(plan, self.mirrored, shelf.picture)
        lettered = band(*plan.desk)
        lettered.reparent_to(self.mirrored)
        self._hanging.add(0, "band", lettered)
        self._route = self.root.attach_new_node("route")
        self._route.set_bin(GROUND, ROUTE)
        self._route.set_depth_write(False)
        self._glow = self.root.attach_new_node("glow")
        self._sight = Sight(plan)
        self._seen_from: tuple[float, float, bool] | None = None
        self.cast = Cast(plan, self.root, self.mirrored, FloorLight(plan, shapes).at)
        self.see(plan.entrance)
        self._hanging.hang(_AT_FIRST)

    @property
    def waiting(self) -> bool:
        """Whether pictures are still to be hung, or people to step in."""
        return self._hanging.waiting or self.cast.waiting

    def see(self, pose: Pose, still: bool = True) -> None:
        """Show what can be seen from a pose, and hang some of its pictures. still: nobody moves,
        so that small things far off are worth drawing too."""
        last = self._seen_from
        moved = last is None or math.dist((pose.x, pose.y), last[:2]) >= _STEP
        if moved or (last is not None and last[2] != still):
            self._seen_from = (pose.x, pose.y, still)
            self._look_round((pose.x, pose.y), still)
        self._hanging.hang()

    def complete(self) -> None:
        """Hang every picture that waits and let everybody step in, at once."""
        self._hanging.hang(most=len(self.plan.cards) + 1)
        self.cast.enter_all()

    def show_queue(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Waiting numbers on the boards, as the `queue` command brings them."""
        self._hanging.repaint(self._shelf.show_queue(rows))
        self.cast.show_states({row["counter"]: row["state"] for row in rows if "state" in row})

    def show_notices(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """What the walls tell, as the `notices` command brings it."""
        self._hanging.repaint(self._shelf.show_notices(rows))

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

    def _look_round(self, eye: tuple[float, float], still: bool) -> None:
        shown = self._rooms.see(eye, self._sight.rooms(*eye), still)
        self._hanging.see(self.plan.room_at(*eye), shown)
        self.cast.show_rooms(shown)
