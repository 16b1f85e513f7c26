"""A hall that is open for weeks keeps no place it was seen from and no picture it took down."""

from collections.abc import Iterator

import numpy as np
import pytest
from panda3d.core import NodePath, RenderState, TransformState

from hall3d.plan import Pose
from hall3d.renderer.screen import Screen
from hall3d.scene.cards import sheet
from hall3d.scene.geometry import picture_texture


@pytest.fixture
def card() -> NodePath:
    """An upright sheet before whoever stands at the origin."""
    return sheet("card", [(-1, 3, 0), (1, 3, 0), (1, 3, 2), (-1, 3, 2)])


@pytest.fixture
def screen(card: NodePath) -> Iterator[Screen]:
    """A small picture of the card alone."""
    root = NodePath("root")
    card.reparent_to(root)
    screen = Screen(root, 64, 36)
    yield screen
    screen.close()


def test_places_one_stood_at_are_let_go(screen: Screen) -> None:
    screen.render()
    before = TransformState.get_num_states()
    for step in range(60):
        screen.look(Pose(0.001 * step, 0.0, 0.1 * step))
        screen.render()
    assert TransformState.get_num_states() < before + 20


def test_pictures_taken_down_are_let_go(screen: Screen, card: NodePath) -> None:
    screen.render()
    before = RenderState.get_num_states()
    for _ in range(60):
        card.set_texture(picture_texture("notice", np.zeros((8, 8, 3), np.uint8)), 1)
        screen.render()
    assert RenderState.get_num_states() < before + 20
