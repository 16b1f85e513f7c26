"""Counting comparisons: thresholds, rates, intervals, on vectors whose answers are known."""

import numpy as np
import pytest
from numpy.typing import NDArray

from identity.errors import IdentityError
from identity.evaluation.calibrating import Tail, Trials, _similarities
from identity.evaluation.encoding import Encodings, Vectors
from identity.evaluation.intervals import by_people, wilson
from identity.evaluation.lookalikes import lookalike_rate
from identity.evaluation.scores import compare, equal_error_rate
from identity.evaluation.templates import MOST_SETS, enrol


def _encodings(people: int, pictures: int, spread: float, seed: int = 7) -> Encodings:
    """Random people of 16 numbers, whose pictures differ by `spread`."""
    random = np.random.default_rng(seed)
    middles = np.repeat(random.normal(size=(people, 16)), pictures, axis=0)
    vectors = _unit(middles + spread * random.normal(size=middles.shape))
    owner = np.repeat(np.arange(people), pictures)
    return Encodings(vectors, vectors, owner, people, len(owner), 0, (), 1.0, 1.0)


def _unit(vectors: NDArray[np.floating]) -> Vectors:
    scaled: Vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    return scaled


def test_every_picture_meets_every_other_and_never_itself() -> None:
    encodings = _encodings(people=40, pictures=3, spread=0.4)
    scores = compare(enrol(encodings, 1), encodings.probes, encodings.owner)
    assert scores.trials == 120 * 117
    assert sorted(scores.genuine) == list(range(40))
    assert len(scores.all_genuine()) == 40 * 3 * 2
    assert scores.all_genuine().max() < 0.9999


def test_a_set_of_two_meets_only_the_pictures_outside_it() -> None:
    encodings = _encodings(people=40, pictures=3, spread=0.4)
    scores = compare(enrol(encodings, 2), encodings.probes, encodings.owner)
    assert len(scores.all_genuine()) == 40 * 3 * 1
    assert scores.trials == 40 * 3 * 117


def test_thresholds_let_in_what_they_say_and_no_more() -> None:
    encodings = _encodings(people=300, pictures=2, spread=0.3)
    templates = enrol(encodings, 1)
    scores = compare(templates, encodings.probes, encodings.owner)
    similar = templates.vectors @ encodings.probes.T
    strangers = similar[templates.owner[:, None] != encodings.owner[None]]
    for rate in (1e-1, 1e-2, 1e-3, 1e-4):
        threshold = scores.threshold(rate)
        assert threshold is not None
        let_in = float((strangers >= threshold).mean())
        assert rate * 0.9 - 2 / len(strangers) <= let_in <= rate
        assert scores.false_match_rate(threshold) == pytest.approx(let_in, rel=0.05, abs=1e-6)


def test_a_rate_that_too_few_strangers_support_is_not_told() -> None:
    encodings = _encodings(people=20, pictures=2, spread=0.3)
    scores = compare(enrol(encodings, 1), encodings.probes, encodings.owner)
    assert scores.threshold(1e-2) is not None
    assert scores.threshold(1e-4) is None


def test_equal_errors_are_none_for_people_who_differ_and_half_for_noise() -> None:
    clear, noise = _encodings(100, 3, spread=0.05), _encodings(100, 3, spread=60)
    rates = [
        equal_error_rate(compare(enrol(one, 1), one.probes, one.owner)) for one in (clear, noise)
    ]
    assert rates[0] < 1e-3
    assert rates[1] == pytest.approx(0.5, abs=0.05)


def test_somebody_with_many_pictures_does_not_stand_for_everybody() -> None:
    encodings = _encodings(people=3, pictures=12, spread=0.3)
    templates = enrol(encodings, 3)
    assert np.bincount(templates.owner).max() <= MOST_SETS
    assert all(len(set(row)) == 3 for row in templates.pictures.tolist())


def test_nobody_with_enough_pictures_is_said() -> None:
    with pytest.raises(IdentityError, match="nobody has 3 pictures"):
        enrol(_encodings(people=5, pictures=2, spread=0.3), 3)


def test_lookalikes_match_more_often_than_strangers() -> None:
    random = np.random.default_rng(3)
    families = np.repeat(random.normal(size=(10, 16)), 40, axis=0)
    people = families + 0.9 * random.normal(size=(400, 16))
    owner = np.repeat(np.arange(400), 2)
    vectors = _unit(people[owner] + 0.3 * random.normal(size=(800, 16)))
    encodings = Encodings(vectors, vectors, owner, 400, 800, 0, (), 1.0, 1.0)
    templates = enrol(encodings, 1)
    scores = compare(templates, encodings.probes, encodings.owner)
    threshold = scores.threshold(1e-2)
    assert threshold is not None
    rate = lookalike_rate(encodings, templates, threshold)
    assert rate is not None
    assert rate > 4e-2


def test_wilsons_interval_and_people_drawn_anew() -> None:
    assert wilson(0, 0) is None
    assert wilson(0, 577) == pytest.approx((0.0, 0.0066), abs=1e-4)
    assert wilson(5, 100) == pytest.approx((0.0215, 0.1118), abs=1e-4)
    assert by_people([], []) is None
    assert by_people([0] * 300, [7] * 300) == pytest.approx((0.0, 0.00994), abs=1e-4)
    alike = by_people([10] * 5 + [0] * 95, [10] * 100)
    alone = wilson(50, 1000)
    assert alike is not None
    assert alone is not None
    assert alike[1] - alike[0] > 2 * (alone[1] - alone[0])  # ten trials of one person are one


def test_a_similarity_for_a_rate_is_found_by_weighing_people() -> None:
    tail = Tail(np.array([0.9, 0.8, 0.7, 0.6]), np.array([0, 1, 2, 3]), np.array([1, 2, 3, 0]))
    trials = Trials(tail, np.ones(4, np.int64), np.ones(4, np.int64))
    assert trials.pairs(np.ones(4)) == 12
    assert _similarities(trials, np.ones(4), [1 / 12, 3 / 12]).tolist() == [0.9, 0.7]
    without_the_first = np.array([0.0, 1.0, 1.0, 1.0])
    assert _similarities(trials, without_the_first, [1 / 6]).tolist() == [0.8]
