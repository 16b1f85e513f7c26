"""Every hall from 1 to 60 departments is sound, and wrong departments are refused in words."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from hall3d.movement import Ground, Paths
from hall3d.plan import InvalidDepartments, lay_out, parse_departments
from hall3d.plan.checks import WHEELCHAIR, faults
from hall3d.plan.model import Block
from tests.hall3d.samples import departments, rows

SIZES = [*range(1, 18), 30, 60]


@pytest.mark.parametrize("count", SIZES)
def test_nothing_overlaps_and_each_department_has_its_counter(count: int) -> None:
    plan = lay_out(departments(count))
    assert faults(plan) == []
    assert [c.department.id for c in plan.counters] == [d.id for d in departments(count)]


@pytest.mark.parametrize("count", [1, 8, 10, 16, 60])
def test_every_counter_is_reached_from_the_entrance(count: int) -> None:
    plan = lay_out(departments(count))
    ground = Ground(plan)
    paths = Paths(ground)
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
