"""What is told of the hall to who cannot see it: near things first, on the right side."""

import math
from dataclasses import replace

import pytest

from hall3d.movement.surroundings import around, side
from hall3d.plan import HallPlan, Pose, lay_out
from hall3d.plan.model import Room
from tests.hall3d.samples import departments

PLAN = lay_out(departments())


@pytest.mark.parametrize(
    ("heading", "sides"),
    [
        (0.0, ("ahead", "right", "behind", "left")),
        (90.0, ("left", "ahead", "right", "behind")),
        (350.0, ("ahead", "right", "behind", "left")),
    ],
)
def test_sides_turn_with_the_gaze(heading: float, sides: tuple[str, ...]) -> None:
    pose = Pose(2.0, 3.0, heading)
    points = ((2.0, 9.0), (8.0, 3.0), (2.0, -9.0), (-8.0, 3.0))
    assert tuple(side(pose, *point) for point in points) == sides


def test_everything_of_the_room_is_told_once_the_nearest_first() -> None:
    told = around(PLAN, PLAN.entrance)
    metres = [float(one["metres"]) for one in told]
    assert metres == sorted(metres)
    assert {one["counter"] for one in told if "counter" in one} == {
        one.department.id for one in PLAN.counters
    }
    assert [one["place"] for one in told if "place" in one] == ["entrance", "desk"]


def test_who_stands_at_a_counter_has_it_ahead_and_its_neighbours_beside() -> None:
    middle = PLAN.counters[4]
    told = around(PLAN, middle.stand)
    own = next(one for one in told if one.get("counter") == middle.department.id)
    assert own["side"] == "ahead"
    away = math.dist((middle.bay.x, middle.bay.y), (middle.stand.x, middle.stand.y))
    assert own["metres"] == pytest.approx(away, abs=0.1)
    beside = {one["counter"]: one["side"] for one in told if "counter" in one}
    neighbours = (PLAN.counters[3].department.id, PLAN.counters[5].department.id)
    assert [beside[one] for one in neighbours] == ["left", "right"]


def two_rooms() -> HallPlan:
    """A hall and a second one of a zone behind it, with the last counter in it."""
    hall = PLAN.rooms[0]
    wing = Room(hall.shape, 0.0, hall.shape.depth + 1.0, zone="money")
    moved = replace(PLAN.counters[-1], room=1)
    return replace(PLAN, rooms=(hall, wing), counters=(*PLAN.counters[:-1], moved))


def test_another_room_is_told_by_its_zone_and_not_by_its_counters() -> None:
    plan = two_rooms()
    told = around(plan, plan.entrance)
    assert {"money"} == {str(o["place"])[5:] for o in told if str(o.get("place"))[:5] == "zone:"}
    assert plan.counters[-1].department.id not in [one.get("counter") for one in told]
    inside = around(plan, Pose(0.0, plan.rooms[1].outline.centre[1], 0.0))
    assert [tuple(one) for one in inside] == [("counter", "metres", "side")]
