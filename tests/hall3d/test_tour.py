"""The tour's stops: on free floor, each looking at something that nothing hides."""

import math

import pytest

from hall3d.movement import Ground
from hall3d.plan import lay_out, many
from hall3d.renderer.tour import stops
from tests.hall3d.samples import departments


@pytest.mark.parametrize("count", [8, 10, 100])
def test_the_stops_of_a_tour_are_on_free_floor(count: int) -> None:
    plan = lay_out(many(departments(8, zoned=True), count))
    ground = Ground(plan)
    found = stops(plan)
    assert len(found) == 9 and len({stop.name for stop in found}) == 9
    assert all(ground.free(stop.pose.x, stop.pose.y) for stop in found)


def test_a_stop_looks_at_what_it_is_named_after() -> None:
    plan = lay_out(departments())
    pose = next(stop.pose for stop in stops(plan) if stop.name == "children")
    (block,) = plan.of_kind("children")
    x, y = block.centre
    heading = math.degrees(math.atan2(x - pose.x, y - pose.y)) % 360.0
    assert math.isclose(pose.heading, heading, abs_tol=0.01)
    assert math.dist((pose.x, pose.y), (x, y)) < 6.0
