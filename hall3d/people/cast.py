"""The people of a hall on its stage: who is in view, how finely, and what they do."""

import math
from collections.abc import Callable, Collection, Mapping, Sequence

import numpy as np
from panda3d.core import NodePath

from hall3d.people.acting import clerk_pose, guide_pose
from hall3d.people.actor import Actor, blob
from hall3d.people.clerks import REACH, Clerk
from hall3d.people.easing import approach
from hall3d.people.guide import FindWay, Guide
from hall3d.people.places import Place, clerk_place, desk_place, visitor_places
from hall3d.plan.model import HallPlan, Pose
from hall3d.scene.floor_light import Light

_IN_VIEW = 30.0
"""Metres beyond which nobody is drawn."""
_NICHE = 2.6
"""Metres before those who sit, where the floor shows the light they are in."""
_STEP = 0.4
"""Metres one walks before it is worth looking again who is near."""
_TOO_NEAR = 0.75
"""Metres at which a visitor steps out of one's way: they are not drawn."""
_LONGEST = 1.4
"""Seconds that people go on moving while the visitor stands."""
_BREATHING = 6
"""A clerk who only breathes is drawn anew in one of so many frames."""
_ENTER = 2
"""How many people step onto the stage in one frame; more would be felt as a jerk."""
_ACTING = 4
"""How many clerks move at a time at most."""


class Cast:
    """Guide, clerks and visitors. `light_at`: what a place has of the usual light; `calm`:
    whether movements are left out and only their ends shown; `find_way`: how the guide gets
    about."""

    def __init__(
        self,
        plan: HallPlan,
        parent: NodePath,
        mirrored: NodePath,
        light_at: Callable[[float, float], Light],
    ) -> None:
        self._parent, self._mirrored, self._light_at = parent, mirrored, light_at
        self.find_way: FindWay = lambda start, end: (start, end)
        self._guide = Guide(plan, lambda start, end: self.find_way(start, end))
        self._clerks = [Clerk(clerk_place(i, one)) for i, one in enumerate(plan.counters)]
        self._clerks.append(Clerk(desk_place(plan)))
        places = [*(clerk.place for clerk in self._clerks), *visitor_places(plan)]
        self._spots = np.array([(place.x, place.y) for place in places])
        self._places = places
        self._rooms = np.array([plan.room_at(place.x, place.y) for place in places])
        self._shown_rooms: Collection[int] = range(len(plan.rooms))
        self._seen: set[int] = set()
        self._actors: dict[Place, Actor] = {}
        self._states: Mapping[str, str] = {}
        self.calm = False
        self._clock = self._still_for = self._breath = 0.0
        self._frame = 0
        self._missing = False
        self._near: list[Clerk] = []
        self._looked_from = (plan.entrance.x, plan.entrance.y)
        self._visitor = plan.entrance
        self._lead = Actor("guide", mirrored, blob(parent))
        self._look_round()
        self.step(0.0, plan.entrance, None)

    @property
    def moving(self) -> bool:
        """Whether a short movement goes on although the visitor stands; ends within 1.5 s."""
        if self.calm or self._still_for >= _LONGEST:
            return False
        return self._guide.busy or any(clerk.busy for clerk in self._near)

    def show_states(self, states: Mapping[str, str]) -> None:
        """Counter ids with open, busy or closed: nobody is at a closed counter."""
        self._states = dict(states)
        self._look_round()

    @property
    def waiting(self) -> bool:
        """Whether people who can be seen are still to step onto the stage."""
        return self._missing

    def enter_all(self) -> None:
        """Everybody who can be seen steps onto the stage at once."""
        self._look_round(most=len(self._places))

    def show_rooms(self, rooms: Collection[int]) -> None:
        """Only people in these rooms (indices into the plan's) can be seen."""
        self._shown_rooms = rooms
        self._look_round()

    def step(
        self, seconds: float, visitor: Pose, way: Sequence[tuple[float, float]] | None
    ) -> None:
        """Let time pass; `way` is what the visitor follows, None when standing or by keys."""
        stands = visitor == self._visitor and way is None
        self._still_for = self._still_for + seconds if stands else 0.0
        self._visitor = visitor
        self._clock += seconds
        self._frame += 1
        self._breath = approach(self._breath, float(not stands), seconds, 0.4, 1.5)
        self._guide.step(seconds, visitor, way)
        if self._missing or self._away(*self._looked_from) >= _STEP:
            self._look_round()
        for clerk in self._near:
            clerk.step(seconds, visitor)
        settled = stands and not self.moving
        if settled:
            self._settle()
        self._act_guide()
        for order, clerk in enumerate(self._near):
            # breathing is too slow to be worth every frame
            if clerk.changed() or settled or (self._frame + order) % _BREATHING == 0:
                self._act_clerk(clerk)

    def _settle(self) -> None:
        """The same visitor at the same place always finds the same picture."""
        self._breath = 0.0
        self._guide.settle(self._visitor)
        for clerk in self._near:
            clerk.settle()

    def _act_clerk(self, clerk: Clerk) -> None:
        actor = self._actors.get(clerk.place)
        if actor is not None and actor.near:
            actor.pose(clerk_pose(clerk, self._clock, self._breath))

    def _act_guide(self) -> None:
        pose = self._guide.pose
        self._lead.stand(pose, self._light_at(pose.x, pose.y))
        self._lead.seen_from(self._away(pose.x, pose.y))
        if self._lead.near:
            self._lead.pose(guide_pose(self._guide, self._clock, self._breath))

    def _look_round(self, most: int = _ENTER) -> None:
        """Everybody who can be seen is on the stage, drawn as finely as their distance asks; the
        nearest clerks may look up."""
        self._looked_from = (self._visitor.x, self._visitor.y)
        away = np.hypot(*(self._spots - self._looked_from).T)
        nearest = np.argsort(away[: len(self._clerks)])[:_ACTING]
        self._near = [self._clerks[i] for i in nearest if away[i] < REACH + 2.0 + _STEP]
        in_view = (away < _IN_VIEW) & np.isin(self._rooms, list(self._shown_rooms))
        seen = set(np.nonzero(in_view)[0].tolist())
        self._missing = False
        for i in sorted(seen | self._seen, key=lambda i: float(away[i])):
            new = i in seen and self._places[i] not in self._actors
            if new and most <= 0:
                self._missing = True
                continue
            most -= new
            self._place(self._places[i], float(away[i]), i in seen)
        self._seen = seen

    def _place(self, place: Place, away: float, seen: bool) -> None:
        closed = place.counter is not None and self._states.get(place.counter) == "closed"
        actor = self._actors.get(place)
        if closed or not seen or away < _TOO_NEAR:
            if actor is not None:
                actor.hide()
            return
        if actor is None:
            actor = self._actors[place] = self._enter(place)
        actor.show()
        actor.seen_from(away)

    def _enter(self, place: Place) -> Actor:
        if place.on_floor:
            actor = Actor(place.figure, self._mirrored, blob(self._parent))
        else:
            actor = Actor(place.figure, self._parent, None)
        light = self._light_at(*place.ahead(0.0 if place.on_floor else _NICHE))
        actor.stand(Pose(place.x, place.y, place.heading), light)
        return actor

    def _away(self, x: float, y: float) -> float:
        return math.hypot(x - self._visitor.x, y - self._visitor.y)
