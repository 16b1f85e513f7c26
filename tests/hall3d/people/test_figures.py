"""Figures: natural proportions, sound geometry, poses that keep the feet on the floor."""

import numpy as np
import pytest

from hall3d.people import looks, stances
from hall3d.people.figure import Figure, stacked
from hall3d.people.form import rise, smooth
from hall3d.people.head import CHIN
from hall3d.people.making import build_figure
from hall3d.people.skeleton import COUNT, HEIGHT, JOINT, REST, grounded, skinning
from hall3d.scene.mesh import Array

PEOPLE: dict[str, looks.Looks] = {
    "bun": looks.GUIDE,
    "glasses and bob": looks.STAFF[1],
    "headscarf": looks.STAFF[4],
    "shirt": looks.STAFF[5],
    "child": looks.VISITORS["child"],
    "elder": looks.VISITORS["elder"],
    "skirt": looks.VISITORS["grandmother"],
    "long hair": looks.VISITORS["student"],
    "ponytail and coat": looks.VISITORS["parent"],
}


@pytest.fixture(scope="module")
def guide() -> Figure:
    """The guide, standing."""
    return build_figure(looks.GUIDE, stances.standing())


def feet(pose: Array) -> Array:
    """Where the ankles are."""
    own = skinning(pose)[[JOINT["right_ankle"], JOINT["left_ankle"]]]
    rest = REST[[JOINT["right_ankle"], JOINT["left_ankle"]]]
    return np.asarray((own[:, :, :3] @ rest[:, :, None])[:, :, 0] + own[:, :, 3])


def test_a_curve_goes_through_its_knots_without_overshoot() -> None:
    knots, values = (0.0, 1.0, 2.0, 3.0), (0.0, 1.0, 1.0, 0.5)
    assert np.allclose(smooth(knots, knots, values), values)
    between = smooth(np.linspace(0, 3, 50), knots, values)
    assert between.max() <= 1.0 and between.min() >= 0.0
    assert rise(np.array([-1.0, 2.0]), 0.0, 1.0).tolist() == [0.0, 1.0]


def test_at_rest_nothing_moves() -> None:
    still = skinning(np.zeros((COUNT + 1, 3)))
    assert np.allclose(still, np.hstack([np.eye(3), np.zeros((3, 1))]))


def test_a_grown_up_is_seven_and_a_half_heads_tall() -> None:
    head = HEIGHT - CHIN[2]
    assert HEIGHT / head == pytest.approx(7.5, abs=0.1)


@pytest.mark.parametrize("phase", np.linspace(0, 1, 9))
def test_a_walk_keeps_a_foot_on_the_floor_and_none_below(phase: float) -> None:
    heights = feet(stances.walking(phase))[:, 2]
    assert 0.03 < heights.min() < 0.2 and heights.max() < 0.6


def test_a_walk_is_the_same_on_both_sides_and_closes() -> None:
    assert np.allclose(stances.walking(0.0), stances.walking(1.0), atol=1e-9)
    apart = [np.ptp(feet(stances.walking(k / 8))[:, 1]) for k in range(8)]
    assert apart[:4] == pytest.approx(apart[4:], abs=1e-6)
    assert max(apart) > 0.5 > 0.35 > min(apart)


def test_a_looking_glass_swaps_the_hands() -> None:
    shown = stances.showing()
    turned = stances.other_way_round(shown)
    assert np.allclose(stances.other_way_round(turned), shown)
    right = turned[JOINT["right_elbow"]] * [1, -1, -1]
    assert np.allclose(right, shown[JOINT["left_elbow"]])


def test_the_pelvis_is_lowered_when_the_knees_give_way() -> None:
    bent = grounded(stances.stance(hip=(30.0, 0, 0), knee=(-60.0, 0, 0), ankle=(30.0, 0, 0)))
    assert -0.2 < bent[COUNT, 2] < -0.03


@pytest.mark.parametrize("name", PEOPLE)
def test_everybody_is_made_soundly(name: str) -> None:
    made = build_figure(PEOPLE[name], stances.standing())
    for form in made.forms:
        assert form.triangles.max() < len(form.points)
        assert np.allclose(form.weights.sum(1), 1.0, atol=1e-4)
        for values in (form.points, form.colours, form.uvs):
            assert np.isfinite(values).all()
        assert form.colours.min() >= 0 and form.colours.max() <= 0.98
        assert form.uvs.min() >= 0 and form.uvs.max() <= 1
    near = made.forms[0].settled * made.scale
    assert near[:, 2].min() == pytest.approx(0.0, abs=0.03)
    assert near[:, 2].max() == pytest.approx(PEOPLE[name].tall, abs=0.09)


def test_levels_cost_less_the_farther_they_are_seen(guide: Figure) -> None:
    near, middle, far = (len(form.triangles) for form in guide.forms)
    assert near <= 2300 and middle <= 800 and far <= 300


def test_surfaces_face_outward(guide: Figure) -> None:
    """Seen from all around, what is met first is a front side: signed volumes agree."""
    form = guide.forms[0]
    corners = form.settled[form.triangles].astype(float)
    volume = np.einsum("ij,ij->i", corners[:, 0], np.cross(corners[:, 1], corners[:, 2])).sum() / 6
    assert 0.045 < volume < 0.12, "cubic metres of a person"


def test_a_pose_moves_the_hand_and_leaves_the_feet(guide: Figure) -> None:
    form = guide.forms[0]
    before = form.skin() @ stacked(stances.standing())
    after = form.skin() @ stacked(stances.showing())
    moved = np.linalg.norm(after - before, axis=1)
    hand = form.weights[:, JOINT["right_fingers"]] > 0.5
    assert moved[hand].min() > 0.3
    assert moved[form.points[:, 2] < 0.2].max() < 1e-4


def test_a_face_has_eyes_lips_and_light(guide: Figure) -> None:
    face = guide.picture[:256, :256].astype(int)
    assert (face.sum(2) < 150).sum() > 60, "pupils and lashes"
    assert ((face[..., 2] - face[..., 0]) > 20).mean() > 0.5, "skin is warm"
    assert face.std() > 15
