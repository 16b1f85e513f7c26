"""A tap means what is seen under the finger."""

import math

import pytest

from hall3d.plan import Pose, lay_out
from hall3d.renderer.picking import pick
from hall3d.renderer.view import field_of_view, ray
from tests.hall3d.samples import departments

PLAN = lay_out(departments())
SIZE = (1280, 720)


@pytest.mark.parametrize("counter", [one.id for one in departments()])
def test_the_middle_of_the_picture_before_a_counter_is_that_counter(counter: str) -> None:
    met = pick(PLAN, ray(PLAN.pose(f"counter:{counter}"), SIZE, 0.5, 0.5))
    assert met is not None and met.counter == counter


def test_the_floor_ahead_is_a_point_of_it() -> None:
    met = pick(PLAN, ray(PLAN.entrance, SIZE, 0.5, 0.95))
    assert met is not None and met.point is not None
    x, y = met.point
    assert abs(x) < 1e-6 and PLAN.entrance.y < y < 5.5


def test_the_desk_is_a_place_and_hides_what_is_behind_it() -> None:
    met = pick(PLAN, ray(PLAN.entrance, SIZE, 0.5, 0.62))
    assert met is not None and met.place == "desk"


def test_ceiling_and_wall_mean_nothing() -> None:
    assert pick(PLAN, ray(PLAN.entrance, SIZE, 0.5, 0.02)) is None
    assert pick(PLAN, ray(Pose(0.0, 5.0, 180.0), SIZE, 0.5, 0.3)) is None


def test_the_edge_of_the_picture_is_half_the_field_of_view_away() -> None:
    horizontal, _ = field_of_view(*SIZE)
    x, y, _ = ray(Pose(0, 0, 0), SIZE, 1.0, 0.5).direction
    assert math.atan2(x, y) == pytest.approx(horizontal / 2, abs=0.002)


@pytest.mark.parametrize("size", [(1080, 1920), (3000, 500)])
def test_narrow_and_wide_pictures_stay_within_what_eyes_accept(size: tuple[int, int]) -> None:
    horizontal, vertical = (math.degrees(angle) for angle in field_of_view(*size))
    assert horizontal <= 82.01 and vertical <= 50.01
