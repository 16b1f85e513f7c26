"""A hall with a visitor in it: what commands do to it, and the events that follow."""

import math
from collections.abc import Callable, Sequence

from foundation.messages import Message
from hall3d.movement import Ground, Paths, Walker
from hall3d.movement.leaps import stretches
from hall3d.movement.paths import rounded
from hall3d.movement.surroundings import around
from hall3d.plan import HallPlan, Pose
from hall3d.renderer.messages import InvalidMessage
from hall3d.renderer.picking import pick
from hall3d.renderer.telling import described
from hall3d.renderer.view import ray

_AT_COUNTER, _AT_DESK, _AT_ENTRANCE = 2.2, 4.3, 3.2
_STEP, _QUARTER = 0.8, 30.0
"""Metres and degrees of one key press where motion is reduced."""
_EVENTS_APART = 0.1
"""Seconds between two `place` events while moving."""
Point = tuple[float, float]


class Hall:
    """The visitor's state. `tell` sends an event; `draw_route` shows a way on the floor."""

    def __init__(
        self,
        plan: HallPlan,
        tell: Callable[[Message], None],
        draw_route: Callable[[Sequence[Point]], None],
    ) -> None:
        self.plan = plan
        self.reduced_motion = False
        self._tell = tell
        self._draw_route = draw_route
        self._ground = Ground(plan)
        self.paths = Paths(plan, self._ground)
        self.walker = Walker(self._ground, plan.entrance)
        self._goal: Message | None = None
        self._later: tuple[list[Point], float | None] | None = None
        self.leapt = False
        """Whether the visitor has just leapt the middle of a long way; whoever shows it resets."""
        self._told = 0.0

    def ready(self) -> Message:
        """The `ready` event: bounds, counters and places."""
        return {"event": "ready", "plan": described(self.plan)}

    def tap(self, size: tuple[int, int], x: float, y: float) -> None:
        """A tap on the picture, x and y 0..1."""
        met = pick(self.plan, ray(self.walker.pose, size, x, y))
        if met is None:
            return
        if met.counter is not None:
            self._tell({"event": "counter", "id": met.counter})
        elif met.place is not None:
            self.go({"place": met.place})
        elif met.point is not None:
            self._walk_to(met.point)

    def go(self, goal: Message) -> None:
        """Walk to a counter, a place or a point; the goal comes back in `route`, and where it has
        a name in `arrived`."""
        if "x" in goal:
            self._walk_to((goal["x"], goal["y"]))
            return
        pose = self._pose(goal)
        self._move((pose.x, pose.y), pose.heading, goal)

    def view(self, place: str) -> None:
        """Stand somewhere at once."""
        self._drop_way()
        self.walker.stand(self._pose({"place": place}))
        self.tell_place()

    def stand(self, x: float, y: float, heading: float) -> None:
        """Stand as near to a point as one can, without a word."""
        spot = self._ground.nearest(x, y)
        if spot is not None:
            self.walker.stand(Pose(*spot, heading))

    def press(self, key: str, down: bool) -> None:
        """A movement key."""
        if self.reduced_motion:
            if down:
                self._drop_way()
                self._jump(key)
            return
        if down:
            self._drop_way()
        self.walker.press(key, down)

    def steer(self, walk: float, turn: float) -> None:
        """A stick; where motion is reduced it moves nobody, keys step instead."""
        if self.reduced_motion:
            return
        if (walk, turn) != (0.0, 0.0):
            self._drop_way()
        self.walker.steer(walk, turn)

    def step(self, seconds: float, now: float) -> None:
        """Let time pass; `now` is a clock in seconds."""
        done = self.walker.step(seconds)
        if done or not self.walker.moving or now - self._told >= _EVENTS_APART:
            self._told = now
            self.tell_place()
        if done and self._later is not None:
            self._leap(*self._later)
        elif done:
            self._arrive()

    def tell_place(self) -> None:
        """The `place` event for where the visitor is; at rest also what is around them."""
        pose = self.walker.pose
        resting = {} if self.walker.moving else {"ahead": around(self.plan, pose)}
        self._tell(
            {
                "event": "place",
                "place": self.place(),
                "x": round(pose.x, 3),
                "y": round(pose.y, 3),
                "heading": round(pose.heading, 2),
                **resting,
            }
        )

    def place(self) -> str:
        """The name of where the visitor is."""
        pose = self.walker.pose
        here = (pose.x, pose.y)
        away = {
            c.department.id: math.dist(here, (c.stand.x, c.stand.y)) for c in self.plan.counters
        }
        nearest = min(away, key=lambda one: away[one])
        if away[nearest] <= _AT_COUNTER:
            return f"counter:{nearest}"
        if pose.y <= _AT_ENTRANCE:
            return "entrance"
        return "desk" if math.dist(here, self.plan.desk[:2]) <= _AT_DESK else "hall"

    def _walk_to(self, point: Point) -> None:
        spot = self._ground.nearest(*point)
        if spot is not None:
            self._move(spot, None, None)

    def _move(self, spot: Point, heading: float | None, goal: Message | None) -> None:
        pose = self.walker.pose
        way = self.paths.find((pose.x, pose.y), spot)
        if way is None:
            raise InvalidMessage("there is no way there")
        self._goal = goal
        if self.reduced_motion:
            facing = pose.heading if heading is None else heading
            self.walker.stand(Pose(*spot, facing))
            self.tell_place()
            self._arrive()
            return
        way = rounded(way, self._ground)
        parts = stretches(way)
        self._later = None if parts is None else (parts[1], heading)
        self.walker.follow(way if parts is None else parts[0], heading if parts is None else None)
        self._draw_route(way)
        points = [[round(x, 3), round(y, 3)] for x, y in way]
        point = {"x": points[-1][0], "y": points[-1][1]}
        self._tell({"event": "route", "points": points, "goal": goal or point})

    def _leap(self, way: list[Point], heading: float | None) -> None:
        """Go on where the last stretch of a long way begins."""
        self._later = None
        (x, y), ahead = way[0], way[1]
        facing = math.degrees(math.atan2(ahead[0] - x, ahead[1] - y)) % 360.0
        self.walker.stand(Pose(x, y, facing))
        self.walker.follow(way, heading)
        self.leapt = True
        self.tell_place()

    def _arrive(self) -> None:
        goal, self._goal = self._goal, None
        self._draw_route([])
        self._tell({"event": "arrived", **(goal or {"place": self.place()})})

    def _drop_way(self) -> None:
        """Forget the way that is being followed, if any."""
        if self.walker.following:
            self._draw_route([])
            self._tell({"event": "route", "points": []})
        self._goal = self._later = None

    def _jump(self, key: str) -> None:
        pose = self.walker.pose
        turn = {"left": -_QUARTER, "right": _QUARTER}.get(key, 0.0)
        reach = {"forward": _STEP, "back": -_STEP}.get(key, 0.0)
        angle = math.radians(pose.heading)
        start = (pose.x, pose.y)
        end = (pose.x + reach * math.sin(angle), pose.y + reach * math.cos(angle))
        x, y = self._ground.slide(start, end)
        self.walker.stand(Pose(x, y, (pose.heading + turn) % 360.0))
        self.tell_place()

    def _pose(self, goal: Message) -> Pose:
        place = f"counter:{goal['counter']}" if "counter" in goal else goal.get("place")
        try:
            return self.plan.pose(str(place))
        except KeyError:
            raise InvalidMessage(f"there is no place {place} in this hall") from None
