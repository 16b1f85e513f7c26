"""What the guide and the clerks do, with plain numbers and no scene."""

import math
from collections.abc import Sequence
from itertools import pairwise

import pytest

from hall3d.movement import Ground, Paths, Walker
from hall3d.people.clerks import Clerk
from hall3d.people.easing import approach, between, heading_to
from hall3d.people.guide import AHEAD, Guide, Track
from hall3d.people.places import clerk_place, desk_place, visitor_places
from hall3d.plan import HallPlan, Pose, lay_out
from tests.hall3d.samples import departments

FRAME = 1 / 60
Point = tuple[float, float]


@pytest.fixture(scope="module")
def plan() -> HallPlan:
    """A hall of ten counters."""
    return lay_out(departments(10))


def followed(plan: HallPlan, guide: Guide, walker: Walker, seconds: float) -> list[Pose]:
    """Walk for a while with the guide; where the guide was at each frame."""
    seen = []
    for _ in range(round(seconds / FRAME)):
        way = walker.way
        walker.step(FRAME)
        guide.step(FRAME, walker.pose, way)
        seen.append(guide.pose)
    return seen


def led(plan: HallPlan, goal: str, seconds: float) -> tuple[Guide, Walker, list[Pose]]:
    """A visitor walks from the entrance to a counter; what became of the guide."""
    ground = Ground(plan)
    paths = Paths(plan, ground)
    walker, stand = Walker(ground, plan.entrance), plan.pose(f"counter:{goal}")
    way = paths.find((plan.entrance.x, plan.entrance.y), (stand.x, stand.y))
    assert way is not None
    walker.follow(way, stand.heading)
    guide = Guide(plan, paths.find)
    return guide, walker, followed(plan, guide, walker, seconds)


def test_headings_take_the_shorter_turn() -> None:
    assert between(350.0, 10.0) == pytest.approx(20.0)
    assert between(10.0, 350.0) == pytest.approx(-20.0)
    assert heading_to((0, 0), (1, 0)) == pytest.approx(90.0)


def test_an_eased_value_never_goes_too_fast_nor_past_its_wish() -> None:
    value = 0.0
    for _ in range(300):
        after = approach(value, 10.0, FRAME, 0.1, 6.0)
        assert value <= after <= 10.0 and after - value <= 6.0 * FRAME + 1e-9
        value = after
    assert value == pytest.approx(10.0, abs=0.01)


def test_a_track_measures_its_corners() -> None:
    track = Track([(0, 0), (3, 0), (3, 0), (3, 4)])
    assert track.length == 7 and track.at(5) == (3, 2) and track.at(99) == (3, 4)
    assert track.nearest((3.2, 1.1)) == pytest.approx(4.0, abs=0.25)
    assert track.further((2.0, 0.3), 0.0) == pytest.approx(2.0, abs=0.11)


@pytest.mark.parametrize("goal", ["households", "tax", "business", "education"])
def test_the_guide_leads_to_a_counter_and_shows_it(plan: HallPlan, goal: str) -> None:
    guide, walker, _ = led(plan, goal, 16.0)
    assert not walker.moving and guide.task == "host"
    stand, bay = plan.pose(f"counter:{goal}"), plan.counter(goal).bay
    away = math.dist((guide.pose.x, guide.pose.y), (stand.x, stand.y))
    assert 1.0 < away < 3.0 and guide.showing > 0.9
    to_counter = heading_to((guide.pose.x, guide.pose.y), (bay.x, bay.y))
    side = -1.0 if guide.left_handed else 1.0
    assert 20 < side * between(guide.pose.heading, to_counter) < 120, "the hand points to it"


def test_the_guide_walks_ahead_without_leaps(plan: HallPlan) -> None:
    guide, _, seen = led(plan, "households", 16.0)
    steps = [math.dist((a.x, a.y), (b.x, b.y)) for a, b in pairwise(seen)]
    assert max(steps) < 5.0 * FRAME
    assert sum(steps) > 4.0
    assert guide.brisk < 0.05


def test_the_guide_waits_for_who_lags(plan: HallPlan) -> None:
    ground = Ground(plan)
    guide = Guide(plan, Paths(plan, ground).find)
    way: Sequence[Point] = [(0.0, 1.15), (-4.6, 5.0), (-4.6, 14.0)]
    for _ in range(600):
        guide.step(FRAME, plan.entrance, way)
    before = guide.pose
    guide.step(1.0, plan.entrance, way)
    assert math.dist((guide.pose.x, guide.pose.y), (before.x, before.y)) < 0.01
    assert guide.task == "lead" and guide.brisk < 0.05


def test_the_guide_goes_home_when_the_visitor_leaves(plan: HallPlan) -> None:
    guide, _, _ = led(plan, "tax", 16.0)
    for _ in range(1200):
        guide.step(FRAME, Pose(0.0, 2.0, 0.0), None)
    assert guide.task == "home" and not guide.busy
    assert math.dist((guide.pose.x, guide.pose.y), (plan.guide.x, plan.guide.y)) < 0.05


def test_a_short_way_is_nobody_led(plan: HallPlan) -> None:
    guide = Guide(plan, Paths(plan, Ground(plan)).find)
    guide.step(FRAME, plan.entrance, [(0.0, 1.15), (0.0, 1.15 + AHEAD)])
    assert guide.task == "home"


def test_a_clerk_looks_at_who_comes_nods_once_and_looks_away_again(plan: HallPlan) -> None:
    counter = plan.counters[4]
    clerk = Clerk(clerk_place(4, counter))
    near, far = counter.bay.at(1.5, -3.5), counter.bay.at(0.0, -9.0)
    nods = 0
    for _ in range(240):
        before = clerk.nodding
        clerk.step(FRAME, Pose(*near, 0.0))
        nods += before == 0.0 < clerk.nodding
    assert nods == 1 and not clerk.busy
    to_visitor = heading_to((clerk.place.x, clerk.place.y), near)
    assert clerk.turn == pytest.approx(between(clerk.place.heading, to_visitor), abs=1.5)
    for _ in range(240):
        clerk.step(FRAME, Pose(*far, 0.0))
    assert abs(clerk.turn) < 1.0
    clerk.step(FRAME, Pose(*near, 0.0))
    assert clerk.nodding > 0, "who comes back is greeted again"


@pytest.mark.parametrize("count", [1, 4, 10, 24, 60])
def test_everybody_has_a_place_of_their_own(count: int) -> None:
    plan = lay_out(departments(count))
    places = [
        *(clerk_place(i, one) for i, one in enumerate(plan.counters)),
        desk_place(plan),
        *visitor_places(plan),
    ]
    for i, one in enumerate(places):
        assert all(math.dist((one.x, one.y), (b.x, b.y)) > 0.35 for b in places[i + 1 :])


def test_visitors_leave_the_ways_free() -> None:
    plan = lay_out(departments(24))
    ground = Ground(plan)
    stands = [(c.stand.x, c.stand.y) for c in plan.counters]
    for place in visitor_places(plan):
        on_furniture = not ground.free(place.x, place.y)
        assert on_furniture or place.counter is not None or place.figure == "wheelchair"
        assert min(math.dist((place.x, place.y), stand) for stand in stands) > 1.5
