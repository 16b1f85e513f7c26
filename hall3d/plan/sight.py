"""Which rooms can be seen from where one stands: through archways, and archways behind those."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from hall3d.plan.model import THICKNESS, Bay, HallPlan

FAR = 75.0
"""Metres; what is farther off shows nothing that anybody could make out."""
_HALF_ARCH = 1.4
_SLIVER = math.radians(0.4)
Point = tuple[float, float]


@dataclass
class Seen:
    """How a room is seen: metres to where it begins, and the directions (start and width in
    radians, counter-clockwise from x) in which; none given means all around."""

    away: float
    views: list[tuple[float, float]]

    def holds(self, eye: Point, x: float, y: float, radius: float) -> bool:
        """Whether a disc may be seen."""
        far = math.dist(eye, (x, y))
        if not self.views or far <= radius:
            return True
        angle, half = math.atan2(y - eye[1], x - eye[0]), math.asin(radius / far)
        return any(
            (angle + half - start) % math.tau <= width + 2 * half for start, width in self.views
        )


class Sight:
    """Knows which archways lead from which room to which."""

    def __init__(self, plan: HallPlan) -> None:
        self._plan = plan
        sides: dict[Point, list[int]] = {}
        spans: dict[Point, tuple[Point, Point]] = {}
        for index, room in enumerate(plan.rooms):
            for bays in _walls(room.shape.openings):
                ends = _span([room.bay(bay) for bay in bays])
                middle = _key(ends)
                sides.setdefault(middle, []).append(index)
                spans[middle] = ends
        self._doors: dict[int, list[tuple[int, tuple[Point, Point]]]] = {}
        for middle, rooms in sides.items():
            for here, there in (rooms, rooms[::-1]) if len(rooms) == 2 else ():
                self._doors.setdefault(here, []).append((there, spans[middle]))

    def rooms(self, x: float, y: float) -> dict[int, Seen]:
        """The rooms to be seen from a point, whichever way one looks."""
        home = self._plan.room_at(x, y)
        found = {home: Seen(0.0, [])}
        queue: list[tuple[int, int, tuple[float, float] | None]] = [(home, -1, None)]
        while queue:
            room, came, view = queue.pop()
            for there, span in self._doors.get(room, ()):
                away = _distance((x, y), span)
                if there == came or away > FAR:
                    continue
                narrowed = _narrowed(_angles((x, y), span), view)
                if narrowed is not None:
                    seen = found.setdefault(there, Seen(away, []))
                    seen.away = min(away, seen.away)
                    if there != home and narrowed[1] < math.tau:
                        seen.views.append(narrowed)
                    queue.append((there, room, narrowed))
        return found


def _walls(openings: tuple[Bay, ...]) -> Iterator[list[Bay]]:
    """Archways wall by wall."""
    walls: dict[float, list[Bay]] = {}
    for bay in openings:
        walls.setdefault(round(bay.turn, 3), []).append(bay)
    yield from walls.values()


def _span(bays: list[Bay]) -> tuple[Point, Point]:
    """The two ends of a row of archways, in the middle of the wall."""
    points = [bay.at(along, THICKNESS / 2) for bay in bays for along in (-_HALF_ARCH, _HALF_ARCH)]
    return min(points), max(points)


def _key(ends: tuple[Point, Point]) -> Point:
    (ax, ay), (bx, by) = ends
    return round((ax + bx) / 2, 3) + 0.0, round((ay + by) / 2, 3) + 0.0


def _distance(eye: Point, span: tuple[Point, Point]) -> float:
    """Metres from the eye to the nearest point of a span."""
    (ax, ay), (bx, by) = span
    length = (bx - ax) ** 2 + (by - ay) ** 2
    share = ((eye[0] - ax) * (bx - ax) + (eye[1] - ay) * (by - ay)) / length
    share = min(1.0, max(0.0, share))
    return math.dist(eye, (ax + share * (bx - ax), ay + share * (by - ay)))


def _angles(eye: Point, span: tuple[Point, Point]) -> tuple[float, float] | None:
    """The directions a span lies in, as start and width; None when one stands in it."""
    if _distance(eye, span) < THICKNESS:
        return None
    first, second = (math.atan2(y - eye[1], x - eye[0]) for x, y in span)
    wide = (second - first) % math.tau
    return (first, wide) if wide <= math.pi else (second, math.tau - wide)


def _narrowed(
    span: tuple[float, float] | None, view: tuple[float, float] | None
) -> tuple[float, float] | None:
    """What of a span is left within a view; None where it is next to nothing."""
    if span is None:
        return view or (-math.pi, math.tau)
    if view is None or view[1] >= math.tau:
        return span
    low = (span[0] - view[0] + math.pi) % math.tau - math.pi
    start, end = max(0.0, low), min(view[1], low + span[1])
    return (view[0] + start, end - start) if end - start > _SLIVER else None
