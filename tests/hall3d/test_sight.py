"""Rooms that can be seen are found, and no more than that."""

from hall3d.plan import lay_out
from hall3d.plan.sight import Seen, Sight
from tests.hall3d.samples import departments

PLAN = lay_out(departments(100, zoned=True))
SIGHT = Sight(PLAN)
WINGS = [i for i, room in enumerate(PLAN.rooms) if room.shape.kind == "wing"]


def test_a_small_hall_is_one_room_and_seen() -> None:
    assert Sight(lay_out(departments(10))).rooms(0.0, 5.0) == {0: Seen(0.0, [])}


def test_from_a_wing_one_sees_the_concourse_and_the_wing_opposite_but_no_other() -> None:
    room = PLAN.rooms[WINGS[0]]
    x, y = room.at(0.0, 12.0)
    seen = SIGHT.rooms(x, y)
    assert seen[WINGS[0]].away == 0.0
    assert [wing for wing in WINGS if wing in seen] == WINGS[:2]
    assert any(PLAN.rooms[i].shape.kind == "concourse" for i in seen)


def test_every_room_along_the_concourse_is_seen_from_its_axis() -> None:
    seen = SIGHT.rooms(0.0, PLAN.rooms[1].y + 5.0)
    stretches = [i for i, room in enumerate(PLAN.rooms) if room.shape.kind == "concourse"]
    assert set(stretches) <= set(seen)
    assert 0 in seen


def test_who_stands_in_an_archway_sees_both_rooms() -> None:
    seen = SIGHT.rooms(0.0, PLAN.rooms[0].shape.depth + 0.2)
    assert {0, 1} <= set(seen)


def test_through_an_archway_one_sees_what_lies_straight_ahead_and_not_what_lies_aside() -> None:
    room = PLAN.rooms[WINGS[1]]
    eye = (0.0, PLAN.rooms[0].shape.depth - 8.0)
    seen = SIGHT.rooms(*eye)[1]
    middle = PLAN.rooms[1].at(0.0, 8.0)
    assert seen.holds(eye, *middle, 1.0)
    wing = SIGHT.rooms(*eye).get(WINGS[1])
    far_end = room.at(0.0, room.shape.depth - 1.0)
    assert wing is None or not wing.holds(eye, *far_end, 1.0)


def test_distances_grow_along_the_concourse() -> None:
    seen = SIGHT.rooms(0.0, 2.0)
    stretches = [i for i, room in enumerate(PLAN.rooms) if room.shape.kind == "concourse"]
    away = [seen[i].away for i in stretches]
    assert away == sorted(away)
