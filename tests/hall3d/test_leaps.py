"""Long ways: both ends are walked, the middle is leapt, and all is told as always."""

import math
from itertools import pairwise
from typing import Any

from hall3d.movement.leaps import FIRST, LAST, LONG, stretches
from hall3d.plan import lay_out, many
from hall3d.renderer.hall import Hall
from tests.hall3d.samples import departments


def length(way: list[tuple[float, float]]) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(way))


def test_a_short_way_is_walked_whole() -> None:
    assert stretches([(0.0, 0.0), (0.0, LONG - 0.1)]) is None


def test_a_long_way_keeps_its_ends_and_their_lengths() -> None:
    way = [(0.0, 0.0), (0.0, 5.0), (30.0, 5.0), (30.0, 80.0), (33.0, 80.0)]
    parts = stretches(way)
    assert parts is not None
    first, last = parts
    assert first[0] == way[0] and last[-1] == way[-1]
    assert math.isclose(length(first), FIRST) and math.isclose(length(last), LAST)


def test_a_visitor_is_at_a_far_counter_soon_and_hears_of_it_once() -> None:
    plan = lay_out(many(departments(10, zoned=True), 200))
    heard: list[dict[str, Any]] = []
    hall = Hall(plan, heard.append, lambda way: None)
    counter = plan.counters[-1]
    hall.go({"counter": counter.department.id})
    points = next(m for m in heard if m["event"] == "route")["points"]
    assert length([(x, y) for x, y in points]) > 2 * LONG
    leaps, seconds = 0, 0.0
    while not any(m["event"] == "arrived" for m in heard) and seconds < 60.0:
        hall.step(1 / 60, seconds)
        leaps, hall.leapt = leaps + hall.leapt, False
        seconds += 1 / 60
    assert leaps == 1 and seconds < 15.0
    assert [m for m in heard if m["event"] == "arrived"] == [
        {"event": "arrived", "counter": counter.department.id}
    ]
    stand = counter.stand
    assert math.dist((hall.walker.pose.x, hall.walker.pose.y), (stand.x, stand.y)) < 1e-6
    assert hall.walker.pose.heading == stand.heading


def test_a_key_gives_up_the_leap_too() -> None:
    plan = lay_out(many(departments(10, zoned=True), 200))
    hall = Hall(plan, lambda message: None, lambda way: None)
    hall.go({"counter": plan.counters[-1].department.id})
    hall.step(0.5, 0.5)
    hall.press("left", True)
    hall.press("left", False)
    for i in range(600):
        hall.step(1 / 60, 1.0 + i / 60)
    assert not hall.leapt
    assert hall.walker.pose.y < 10.0
