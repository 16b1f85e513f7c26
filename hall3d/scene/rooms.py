"""The rooms of a hall in the scene: placed when first seen, drawn as far as they can be seen."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields

from panda3d.core import CullFaceAttrib, NodePath, TransparencyAttrib

from hall3d.plan import HallPlan, Shape
from hall3d.plan.sight import Seen
from hall3d.scene.bake import CELL, BakedShape
from hall3d.scene.dressing import FLOOR, GROUND, MIRROR
from hall3d.scene.room import Cell, cells_of, material_textures
from hall3d.scene.textures import Picture

FLOOR_ALPHA = 0.82
_RADIUS = CELL * 0.95
"""Metres round a cell's middle within which all of it stands."""
_NEAR_ENDS, _THINGS_END = 6.0, 18.0
_MIRROR_ENDS, _MIRROR_THINGS_END = 12.0, 3.0
_AT_REST = 4.0
"""Metres from which each is not worth drawing any more, and how much farther it is at rest."""
_WING_FAR = 28.0
"""Metres; of wings farther off an archway shows no more than a sliver of wall."""
Point = tuple[float, float]


@dataclass(frozen=True)
class _Placed:
    """A cell of a room: its middle in the hall, and its nodes."""

    x: float
    y: float
    near: NodePath
    far: NodePath
    far_things: NodePath
    mirror: NodePath
    mirror_things: NodePath
    floor: NodePath
    far_floor: NodePath
    accents: NodePath

    @property
    def nodes(self) -> tuple[NodePath, ...]:
        """All of its nodes."""
        return tuple(getattr(self, one.name) for one in fields(self)[2:])

    def show(self, away: float, still: bool) -> None:
        """Show what is worth drawing from so many metres off."""
        away = away / _AT_REST if still else away
        near = away < _NEAR_ENDS
        _show(self.near, near)
        _show(self.far, not near)
        _show(self.far_things, not near and away < _THINGS_END)
        _show(self.mirror, away < _MIRROR_ENDS)
        _show(self.mirror_things, away < _MIRROR_THINGS_END)
        _show(self.floor, near)
        _show(self.far_floor, not near)
        _show(self.accents, True)

    def hide(self) -> None:
        """Show nothing."""
        for node in self.nodes:
            _show(node, False)


class Rooms:
    """Every room of a hall; the same shapes are shared between them."""

    def __init__(
        self,
        plan: HallPlan,
        shapes: Mapping[Shape, BakedShape],
        materials: Mapping[str, Picture],
        root: NodePath,
        mirror: NodePath,
    ) -> None:
        self._plan, self._shapes = plan, shapes
        self._world = root.attach_new_node("rooms")
        self._mirror = mirror.attach_new_node("rooms")
        self._floor = root.attach_new_node("floors")
        self._floor.set_transparency(TransparencyAttrib.M_alpha)
        self._floor.set_alpha_scale(FLOOR_ALPHA)
        self._floor.set_bin(GROUND, FLOOR)
        self._textures = material_textures(materials)
        self._cells: dict[Shape, list[Cell]] = {}
        self._placed: dict[int, list[_Placed]] = {}

    def see(self, eye: Point, seen: Mapping[int, Seen], still: bool) -> list[int]:
        """Show what can be seen from a point; returns the rooms of which something is."""
        shown = [room for room, how in seen.items() if self._worth_it(room, how)]
        for room in set(self._placed) - set(shown):
            for cell in self._placed[room]:
                cell.hide()
        for room in shown:
            for cell in self._placed.get(room) or self._place(room):
                if seen[room].holds(eye, cell.x, cell.y, _RADIUS):
                    cell.show(max(0.0, math.dist(eye, (cell.x, cell.y)) - _RADIUS), still)
                else:
                    cell.hide()
        return shown

    def _worth_it(self, room: int, how: Seen) -> bool:
        return how.away <= _WING_FAR or self._plan.rooms[room].shape.kind != "wing"

    def _place(self, index: int) -> list[_Placed]:
        """The nodes of a room, made when it is seen for the first time."""
        room = self._plan.rooms[index]
        if room.shape not in self._cells:
            self._cells[room.shape] = cells_of(self._shapes[room.shape], self._textures)
        colours = {
            one.index: one.department.colour for one in self._plan.counters if one.room == index
        }
        world, mirror, floor = (
            parent.attach_new_node(room.shape.kind)
            for parent in (self._world, self._mirror, self._floor)
        )
        for part in (world, mirror, floor):
            part.set_pos_hpr(room.x, room.y, 0.0, math.degrees(room.turn), 0.0, 0.0)
        placed = []
        for cell in self._cells[room.shape]:
            accents = cell.tinted(colours)
            nodes = []
            for part, parent in (
                (cell.near, world),
                (cell.far, world),
                (cell.far_things, world),
                (cell.mirror, mirror),
                (cell.mirror_things, mirror),
                (cell.floor, floor),
                (cell.far_floor, floor),
                (accents, world),
            ):
                nodes.append(parent.attach_new_node(part.name))
                part.instance_to(nodes[-1])
            accents.instance_to(nodes[3])
            placed.append(_Placed(*room.at(cell.x, cell.y), *nodes))
        self._placed[index] = placed
        return placed


def mirror_of(root: NodePath) -> NodePath:
    """A node below which everything is upside down under the floor."""
    mirror = root.attach_new_node("mirror")
    mirror.set_sz(-1)
    mirror.set_attrib(CullFaceAttrib.make_reverse())
    mirror.set_bin(MIRROR, 0, 1)
    return mirror


def _show(node: NodePath, on: bool) -> None:
    if on == node.is_stashed():
        node.unstash() if on else node.stash()  # who is only hidden is asked at each frame
