"""Every hall from 1 to 1000 departments is sound, and wrong departments are refused in words."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from hall3d.movement import Ground, Paths
from hall3d.plan import InvalidDepartments, lay_out, many, parse_departments
from hall3d.plan.checks import WHEELCHAIR, faults
from hall3d.plan.model import Block, Room
from tests.hall3d.samples import departments, rows

SIZES = [*range(1, 20), 30, 100, 500]


@pytest.mark.parametrize("count", SIZES)
def test_nothing_overlaps_and_each_department_has_its_counter(count: int) -> None:
    plan = lay_out(departments(count))
    assert faults(plan) == []
    assert [c.department.id for c in plan.counters] == [d.id for d in departments(count)]


@pytest.mark.parametrize("count", [1, 8, 10, 16, 17, 100, 500])
def test_every_counter_is_reached_from_the_entrance_by_a_wheelchair(count: int) -> None:
    plan = lay_out(departments(count))
    ground = Ground(plan, WHEELCHAIR / 2)
    paths = Paths(plan, ground, WHEELCHAIR / 2)
    start = (plan.entrance.x, plan.entrance.y)
    for counter in plan.counters:
        way = paths.find(start, (counter.stand.x, counter.stand.y))
        assert way is not None
        assert all(ground.clear(a, b) for a, b in pairwise(way))


def test_a_visitor_is_no_narrower_than_a_wheelchair_needs() -> None:
    plan = lay_out(departments())
    aisles = [
        b.x0 - a.x1
        for a in plan.of_kind("seats")
        for b in plan.of_kind("seats")
        if a.y0 == b.y0 and b.x0 > a.x1
    ]
    assert aisles and min(aisles) > WHEELCHAIR


def test_the_same_departments_make_the_same_hall() -> None:
    assert lay_out(departments()) == lay_out(departments())


def test_the_hall_is_symmetrical() -> None:
    plan = lay_out(departments())
    where = {(round(c.bay.x, 6), round(c.bay.y, 6)) for c in plan.counters}
    assert where == {(-x, y) for x, y in where}


def test_checks_find_a_block_in_the_way() -> None:
    plan = lay_out(departments())
    stand = plan.counters[4].stand
    block = Block.around("crate", stand.x, stand.y, 0.5, 0.5)
    spoilt = replace(plan, blocks=(*plan.blocks, block))
    assert any("housing_fund" in fault for fault in faults(spoilt))


def test_checks_find_what_hides_a_sign_and_what_overlaps() -> None:
    plan = lay_out(departments())
    x, y = plan.counters[4].bay.at(0.0, -2.0)
    column = Block.around("column", x, y, 0.7, 0.7)
    spoilt = replace(plan, blocks=(*plan.blocks, column))
    assert any("hides sign:housing_fund" in fault for fault in faults(spoilt))
    (room,) = plan.rooms
    shape = replace(room.shape, blocks=(*room.shape.blocks, column, column))
    assert any("overlaps" in fault for fault in faults(replace(plan, rooms=(Room(shape),))))


def test_counters_of_one_zone_share_their_wings() -> None:
    plan = lay_out(departments(100, zoned=True))
    zones: dict[int, set[str]] = {}
    for counter in plan.counters:
        assert counter.department.zone is not None
        zones.setdefault(counter.room, set()).add(counter.department.zone.id)
    assert all(len(found) == 1 for found in zones.values())
    assert [c.department.number for c in plan.counters] == list(range(1, 101))


def test_a_large_hall_is_made_of_few_shapes() -> None:
    plan = lay_out(departments(500, zoned=True))
    assert len({room.shape for room in plan.rooms}) <= 6


def test_many_windows_stand_side_by_side_and_keep_their_first_name() -> None:
    found = many(departments(3), 8)
    assert [one.id for one in found] == [
        "households",
        "households-2",
        "households-3",
        "social_security",
        "social_security-2",
        "social_security-3",
        "medical",
        "medical-2",
    ]
    assert [one.number for one in found] == list(range(1, 9))
    with pytest.raises(InvalidDepartments, match="1 to 1000"):
        many(departments(3), 0)


def test_numbers_run_from_left_to_right() -> None:
    plan = lay_out(departments())
    assert plan.counters[0].bay.x < 0 < plan.counters[-1].bay.x
    far = [c.bay.x for c in plan.counters if c.bay.turn == 0]
    assert far == sorted(far)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"id": ""}, "id"),
        ({"number": "4"}, "number"),
        ({"number": True}, "number"),
        ({"colour": "blue"}, "colour"),
        ({"name": {"zh_CN": "税务"}}, "name"),
        ({"name": {"zh_CN": "税务", "en": " "}}, "name"),
        ({"id": "households"}, "households"),
    ],
)
def test_wrong_departments_are_refused(change: dict[str, Any], said: str) -> None:
    told = rows(4)
    told[3].update(change)
    with pytest.raises(InvalidDepartments, match=said):
        parse_departments(told)


@pytest.mark.parametrize("told", [None, {}, [], [1], rows(1001)])
def test_what_is_no_list_of_departments_is_refused(told: object) -> None:
    with pytest.raises(InvalidDepartments):
        parse_departments(told)


def test_arches_left_over_in_a_wing_hold_no_counter() -> None:
    plan = lay_out(many(departments(8, zoned=True), 100))
    wings = [index for index, room in enumerate(plan.rooms) if room.shape.kind == "wing"]
    for index in wings:
        bays = [bay for bay in plan.rooms[index].shape.bays if bay.kind == "counter"]
        spare = [bay for bay in plan.rooms[index].shape.bays if bay.kind == "panel"]
        assert len(bays) == sum(one.room == index for one in plan.counters)
        assert len(plan.rooms[index].shape.of_kind("bench")) == len(spare)
    assert any(bay.kind == "panel" for index in wings for bay in plan.rooms[index].shape.bays)
