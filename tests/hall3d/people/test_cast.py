"""The cast on a stage: who is shown how finely, and that it comes to rest."""

from pathlib import Path

import numpy as np
import pytest
from panda3d.core import GeomNode, NodePath

from hall3d.people import wardrobe
from hall3d.people.cast import Cast
from hall3d.people.places import clerk_place, visitor_places
from hall3d.plan import HallPlan, Pose, lay_out
from tests.hall3d.samples import departments

FRAME = 1 / 60


@pytest.fixture
def plan(cache: Path, monkeypatch: pytest.MonkeyPatch) -> HallPlan:
    """A hall of four counters, whose people are in the cache."""
    monkeypatch.setenv("ATRIUM_CACHE", str(cache))
    return lay_out(departments(4))


def shown(root: NodePath) -> list[tuple[str, int]]:
    """Name and triangles of everything under a root that is not hidden."""
    found = []
    for path in root.find_all_matches("**/+GeomNode"):
        node = path.node()
        if isinstance(node, GeomNode) and not path.is_hidden():
            triangles = sum(node.get_geom(i).get_primitive(0).get_num_faces() for i in range(1))
            found.append((node.get_name(), triangles))
    return found


def everywhere(root: NodePath) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    """The vertices of everything that is shown, as bytes."""
    parts = []
    for path in root.find_all_matches("**/+GeomNode"):
        if not path.is_hidden():
            rows = path.node().get_geom(0).get_vertex_data().get_array(0)
            parts.append(np.frombuffer(memoryview(rows).cast("B"), np.uint8))
    return np.concatenate(parts)


def staged(plan: HallPlan) -> tuple[Cast, NodePath, NodePath]:
    """A cast on two bare roots, everybody there."""
    parent, mirrored = NodePath("parent"), NodePath("mirrored")
    cast = Cast(plan, parent, mirrored, lambda x, y: (1.0, 1.0, 1.0))
    cast.enter_all()
    return cast, parent, mirrored


def test_people_step_in_a_few_at_a_time_and_then_nobody_waits(plan: HallPlan) -> None:
    parent, mirrored = NodePath("parent"), NodePath("mirrored")
    cast = Cast(plan, parent, mirrored, lambda x, y: (1.0, 1.0, 1.0))
    waited = []
    for _ in range(60):
        waited.append(cast.waiting)
        cast.step(FRAME, plan.entrance, None)
    assert waited[0] and not waited[-1]


def test_everybody_of_the_plan_is_there_once(plan: HallPlan) -> None:
    _, parent, mirrored = staged(plan)
    names = [name for root in (parent, mirrored) for name, _ in shown(root) if name != "shade"]
    clerks = [clerk_place(i, one).figure for i, one in enumerate(plan.counters)]
    visitors = [place.figure for place in visitor_places(plan)]
    assert sorted(names) == sorted([*clerks, "desk", "guide", *visitors])


def test_every_place_has_a_costume(plan: HallPlan) -> None:
    large = lay_out(departments(60))
    wanted = {clerk_place(i, c).figure for i, c in enumerate(large.counters)}
    wanted |= {place.figure for place in visitor_places(large)}
    assert wanted <= set(wardrobe.COSTUMES)


def test_who_is_near_is_drawn_finely(plan: HallPlan) -> None:
    cast, _, mirrored = staged(plan)
    triangles = []
    for away in (2.0, 7.0, 20.0):
        cast.step(FRAME, Pose(plan.guide.x, plan.guide.y - away, 0.0), None)
        triangles.append(dict(shown(mirrored))["guide"])
    assert triangles[0] > 2 * triangles[1] > 4 * triangles[2]


def test_nobody_is_at_a_closed_counter(plan: HallPlan) -> None:
    cast, parent, _ = staged(plan)
    before = len(shown(parent))
    counter = plan.counters[0].department.id
    cast.show_states({counter: "closed"})
    assert len(shown(parent)) == before - 1
    cast.show_states({counter: "busy"})
    assert len(shown(parent)) == before


def test_nobody_is_drawn_in_rooms_out_of_sight(plan: HallPlan) -> None:
    cast, parent, _ = staged(plan)
    cast.show_rooms(set())
    assert [name for name, _ in shown(parent) if name != "shade"] == []
    cast.show_rooms({0})
    assert len([name for name, _ in shown(parent) if name.startswith("clerk")]) == 4


def test_the_hall_comes_to_rest_after_somebody_came(plan: HallPlan) -> None:
    cast, _, _ = staged(plan)
    stand = plan.counters[1].stand
    cast.step(FRAME, stand, None)
    assert cast.moving, "the clerk turns and nods"
    moved = 0.0
    while cast.moving and moved < 3.0:
        cast.step(FRAME, stand, None)
        moved += FRAME
    assert 0.3 < moved <= 1.5


def test_where_motion_is_reduced_only_its_end_is_shown(plan: HallPlan) -> None:
    cast, parent, _ = staged(plan)
    cast.calm = True
    cast.step(FRAME, plan.counters[1].stand, None)
    assert not cast.moving
    cast.step(FRAME, plan.counters[1].stand, None)
    calm = everywhere(parent)
    cast.step(1.0, plan.counters[1].stand, None)
    assert np.array_equal(calm, everywhere(parent))


def test_coming_back_finds_the_same_people(plan: HallPlan) -> None:
    cast, parent, mirrored = staged(plan)
    seen = []
    for stand in (plan.desk_stand, plan.counters[2].stand, plan.desk_stand):
        for _ in range(120):
            cast.step(FRAME, stand, None)
        seen.append(np.concatenate([everywhere(parent), everywhere(mirrored)]))
    assert np.array_equal(seen[0], seen[2])


def test_at_the_entrance_nothing_moves(plan: HallPlan) -> None:
    cast, _, _ = staged(plan)
    cast.step(FRAME, plan.entrance, None)
    assert not cast.moving


def test_people_are_darker_in_the_dark(plan: HallPlan) -> None:
    parent, mirrored = NodePath("parent"), NodePath("mirrored")
    Cast(plan, parent, mirrored, lambda x, y: (0.5, 0.4, 0.3))
    scale = mirrored.find("**/guide").get_color_scale()
    assert np.allclose(list(scale), [0.5, 0.4, 0.3, 1.0], atol=0.001)


@pytest.mark.log_allowed
def test_a_damaged_figure_is_made_again(
    plan: HallPlan, cache: Path, caplog: pytest.LogCaptureFixture
) -> None:
    whole = wardrobe.figure("child")
    (path,) = (cache / "hall").glob("person-child-*.npz")
    path.write_bytes(path.read_bytes()[:500])
    again = wardrobe.figure("child")
    assert "made again" in caplog.text
    assert np.array_equal(whole.picture, again.picture)
    assert np.allclose(whole.forms[2].settled, again.forms[2].settled)
