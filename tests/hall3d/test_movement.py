"""Walking: ways keep clear, end where they should, and keys slide along what is in the way."""

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hall3d.movement import Ground, Paths, Walker
from hall3d.movement.paths import rounded
from hall3d.plan import Pose, lay_out
from tests.hall3d.samples import departments

PLAN = lay_out(departments())
GROUND = Ground(PLAN)
PATHS = Paths(PLAN, GROUND)
_X = st.floats(-9.5, 9.5)
_Y = st.floats(0.0, 20.5)


@settings(max_examples=60, deadline=None)
@given(_X, _Y, _X, _Y)
def test_a_way_between_free_points_is_clear_and_not_silly(
    ax: float, ay: float, bx: float, by: float
) -> None:
    start, goal = GROUND.nearest(ax, ay, 30), GROUND.nearest(bx, by, 30)
    assert start is not None and goal is not None
    way = PATHS.find(start, goal)
    assert way is not None and way[0] == start and way[-1] == goal
    assert all(GROUND.clear(a, b) for a, b in pairwise(way))
    length = sum(math.dist(a, b) for a, b in pairwise(way))
    assert length <= 1.6 * math.dist(start, goal) + 7.0


def test_corners_are_rounded_only_where_there_is_room() -> None:
    way = PATHS.find((0.0, 1.2), (0.0, 13.5))
    assert way is not None and len(way) > 2
    soft = rounded(way, GROUND)
    assert len(soft) > len(way)
    assert all(GROUND.clear(a, b) for a, b in pairwise(soft))


def test_ways_lead_from_wing_to_wing_through_the_archways() -> None:
    plan = lay_out(departments(100, zoned=True))
    ground = Ground(plan)
    paths = Paths(plan, ground)
    first, last = plan.counters[0].stand, plan.counters[-1].stand
    way = paths.find((first.x, first.y), (last.x, last.y))
    assert way is not None
    assert all(ground.clear(a, b) for a, b in pairwise(way))
    length = sum(math.dist(a, b) for a, b in pairwise(way))
    crow = math.dist((first.x, first.y), (last.x, last.y))
    assert crow < length < 1.7 * crow


def test_nobody_walks_through_a_wall_between_two_rooms() -> None:
    plan = lay_out(departments(100, zoned=True))
    ground = Ground(plan)
    lobby = plan.rooms[0].shape
    y = lobby.depth
    assert ground.clear((0.0, y - 2.0), (0.0, y + 2.5))
    assert not ground.clear((7.4, y - 2.0), (3.7, y + 2.5))
    assert not ground.free(1.85, y + 0.1)


def walked(walker: Walker, step: float = 1 / 60, longest: float = 40.0) -> list[Pose]:
    """Every pose until a way is finished."""
    poses = []
    for _ in range(int(longest / step)):
        done = walker.step(step)
        poses.append(walker.pose)
        if done:
            return poses
    raise AssertionError("the way was never finished")


def test_a_walk_ends_at_the_counter_looking_at_it_without_a_jerk() -> None:
    walker = Walker(GROUND, PLAN.entrance)
    stand = PLAN.counter("education").stand
    way = PATHS.find((walker.pose.x, walker.pose.y), (stand.x, stand.y))
    assert way is not None
    walker.follow(rounded(way, GROUND), stand.heading)
    poses = walked(walker)
    assert math.dist((walker.pose.x, walker.pose.y), (stand.x, stand.y)) < 1e-6
    assert walker.pose.heading == stand.heading
    steps = [math.dist((a.x, a.y), (b.x, b.y)) for a, b in pairwise(poses)]
    assert max(abs(b - a) for a, b in pairwise(steps)) < 0.006
    assert not walker.moving


def test_keys_never_lead_into_furniture_and_slide_along_it() -> None:
    walker = Walker(GROUND, Pose(0.3, 4.5, 20.0))
    walker.press("forward", True)
    for _ in range(600):
        walker.step(1 / 60)
        assert GROUND.free(walker.pose.x, walker.pose.y)
    assert walker.pose.y > 7.0


def test_letting_go_of_keys_comes_to_rest() -> None:
    walker = Walker(GROUND, PLAN.entrance)
    walker.press("forward", True)
    walker.press("left", True)
    for _ in range(30):
        walker.step(1 / 60)
    walker.press("forward", False)
    walker.press("left", False)
    for _ in range(120):
        walker.step(1 / 60)
    assert not walker.moving
    assert walker.pose.y > PLAN.entrance.y
    assert 180 < walker.pose.heading < 360


def test_a_key_ends_a_way() -> None:
    walker = Walker(GROUND, PLAN.entrance)
    walker.follow([(0.0, 1.15), (0.0, 5.0)], None)
    walker.press("right", True)
    assert not walker.following


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValueError, match="forward"):
        Walker(GROUND, PLAN.entrance).press("jump", True)


def test_the_nearest_free_point_of_the_desk_is_beside_it() -> None:
    x, y, radius = PLAN.desk
    spot = GROUND.nearest(x, y - 0.5)
    assert spot is not None and GROUND.free(*spot)
    assert math.dist(spot, (x, y)) < radius + 1.2
    assert GROUND.nearest(500.0, 500.0) is None
