"""The stage: rooms come and go with what can be seen, pictures follow, marks are shapes."""

from pathlib import Path

import numpy as np
import pytest

from hall3d.plan import lay_out, many
from hall3d.scene.bake import BakedShape, bake
from hall3d.scene.loading import load_shelf, load_stage
from hall3d.scene.stage import Stage
from tests.hall3d.samples import departments


@pytest.fixture(scope="module")
def small(cache: Path) -> Stage:
    """The hall of four departments."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATRIUM_CACHE", str(cache))
        stage = load_stage(departments(4), "en")
        stage.complete()
        return stage


def textured(stage: Stage, name: str) -> int:
    """How many cards of a name wear a picture and are shown."""
    cards = stage.mirrored.find_all_matches(f"**/{name}")
    return sum(1 for card in cards if card.has_texture() and not card.is_hidden())


def worn(stage: Stage, name: str) -> object:
    """The texture that the cards of a name wear."""
    return stage.mirrored.find(f"**/{name}").get_texture()


def test_every_picture_hangs_once_all_is_there(small: Stage) -> None:
    assert not small.waiting
    for card in small.plan.cards:
        assert textured(small, card.name) >= 1


def test_a_queue_repaints_only_what_changed(small: Stage) -> None:
    rows = [{"counter": "medical", "serving": "A001", "waiting": 2, "minutes": 5}]
    small.show_queue(rows)
    small.complete()
    before = {card.name: worn(small, card.name) for card in small.plan.cards}
    small.show_queue([{**rows[0], "waiting": 3}])
    small.complete()
    changed = {name for name, texture in before.items() if worn(small, name) != texture}
    assert changed == {"board", "exhibit:0", "live:medical"}


def test_your_counters_are_marked_and_unmarked(small: Stage) -> None:
    small.glow(["medical"])
    assert len(small.root.find_all_matches("**/halo")) == 1
    small.glow([])
    assert len(small.root.find_all_matches("**/halo")) == 0


def flat(_: object) -> BakedShape:
    """A shape without anything to see, so that a large hall needs no light."""
    return BakedShape(
        np.zeros((3, 24), np.uint8),
        np.array([[0, 1, 2]], np.uint32),
        np.array([[0, 0, 3, 0, 1, -1, 0, 0, 2]], np.int64),
    )


def test_in_a_large_hall_only_rooms_in_view_are_shown_and_wear_pictures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATRIUM_CACHE", str(tmp_path))
    plan = lay_out(many(departments(10, zoned=True), 60))
    shapes = {room.shape: flat(room) for room in plan.rooms}
    stage = Stage(plan, shapes, {}, load_shelf(plan, "en"))
    first, last = plan.counters[6], plan.counters[-6]
    stage.see(first.stand)
    stage.complete()
    assert textured(stage, f"sign:{first.department.id}") == 1
    assert textured(stage, f"sign:{last.department.id}") == 0
    stage.see(last.stand)
    assert stage.waiting
    stage.complete()
    assert textured(stage, f"sign:{first.department.id}") == 0
    assert textured(stage, f"sign:{last.department.id}") == 1
    stage.close()


def test_a_baked_shape_keeps_the_departments_colours_apart(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATRIUM_CACHE", str(cache))
    shape = lay_out(departments(4)).rooms[0].shape
    owners = {row[5] for row in bake(shape).pieces.tolist()} - {-1}
    assert owners == {i for i, bay in enumerate(shape.bays) if bay.kind == "counter"}


def test_small_things_are_left_out_far_away_and_sooner_while_moving(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATRIUM_CACHE", str(cache))
    stage = load_stage(departments(4), "en")

    def shown() -> int:
        return len(stage.root.find_all_matches("**/near"))

    stage.see(stage.plan.entrance, still=False)
    moving = shown()
    stage.see(stage.plan.entrance, still=True)
    assert 0 < moving < shown()
    stage.close()
