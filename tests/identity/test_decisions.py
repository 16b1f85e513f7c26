"""Thresholds, policies, tries, and how pictures become a cause."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from identity.decisions.attempts import PLAIN, WAIT_S, WITH_LIVENESS, Attempts
from identity.decisions.calibration import Calibration, parse_calibration
from identity.decisions.collector import GAP_S, Collector
from identity.decisions.decision import Cause
from identity.decisions.judge import SPAN_S, Judge, Yardstick
from identity.decisions.policy import Assurance, Liveness, Policy, parse_policy
from identity.decisions.tally import GOOD, Tally
from identity.errors import IdentityError
from identity.liveness.score import LIVE, trimmed_mean
from identity.pictures import Vector

ONE = ((1e-3, 0.360), (1e-4, 0.416), (1e-5, 0.469))
SEVERAL = ((1e-3, 0.380), (1e-4, 0.440), (1e-5, 0.490))
CALIBRATION = Calibration(ONE, SEVERAL, same_person=0.45)


def test_measured_points_are_hit_exactly() -> None:
    for enrolled, points in ((1, ONE), (2, SEVERAL), (9, SEVERAL)):
        measured = [CALIBRATION.threshold(n, enrolled) for n in (1_000, 10_000, 100_000)]
        assert measured == pytest.approx([similarity for _, similarity in points])


def test_halfway_in_decades_is_halfway_in_similarity() -> None:
    assert CALIBRATION.threshold(3_162, 1) == pytest.approx((0.360 + 0.416) / 2, abs=1e-4)


@given(st.integers(1_000, 99_999))
def test_rarer_matches_need_more_similarity(one_in: int) -> None:
    assert CALIBRATION.threshold(one_in, 3) < CALIBRATION.threshold(one_in + 1, 3)


@pytest.mark.parametrize("one_in", [2, 999, 100_001, 10**9])
def test_what_was_never_measured_is_refused(one_in: int) -> None:
    with pytest.raises(IdentityError, match="from 1000 to 100000") as refused:
        CALIBRATION.threshold(one_in, 1)
    assert refused.value.cause == "bad_request"


def test_a_calibration_that_makes_no_sense_is_refused() -> None:
    points = [{"false_match_rate": 1e-3, "similarity": s} for s in (0.5, 0.4)]
    data = {"one_picture": points, "several_pictures": points, "same_person": 0.4}
    with pytest.raises(ValueError, match="two points"):
        parse_calibration(data)


@pytest.mark.parametrize("one_in", [0, 1, -5, True, "10000", 1e4, None])
def test_a_false_match_rate_is_a_whole_number_above_one(one_in: object) -> None:
    with pytest.raises(IdentityError, match="one_in"):
        parse_policy(one_in, "none")


def test_an_unknown_liveness_is_refused() -> None:
    with pytest.raises(IdentityError, match="passive_and_challenge, automatic"):
        parse_policy(10_000, "sometimes")


@pytest.mark.parametrize("must", [Liveness.PASSIVE, Liveness.PASSIVE_AND_CHALLENGE])
def test_liveness_that_must_be_checked_fails_closed(must: Liveness) -> None:
    with pytest.raises(IdentityError, match="v2 is missing") as refused:
        Policy(liveness=must).require(pair_available=False, missing="v2 is missing")
    assert refused.value.cause == "models_missing"
    Policy(liveness=must).require(pair_available=True)


@pytest.mark.parametrize("may", [Liveness.NONE, Liveness.AUTOMATIC])
def test_liveness_that_need_not_be_passive_is_possible_without_the_pair(may: Liveness) -> None:
    Policy(liveness=may).require(pair_available=False)


@pytest.mark.parametrize(
    ("asked", "pair", "responds", "assurance"),
    [
        (Liveness.NONE, True, True, Assurance.NONE),
        (Liveness.PASSIVE, True, True, Assurance.PASSIVE),
        (Liveness.PASSIVE_AND_CHALLENGE, True, True, Assurance.PASSIVE_AND_CHALLENGE),
        (Liveness.PASSIVE_AND_CHALLENGE, True, False, Assurance.PASSIVE_AND_CHALLENGE),
        (Liveness.AUTOMATIC, True, True, Assurance.PASSIVE),
        (Liveness.AUTOMATIC, True, False, Assurance.PASSIVE),
        (Liveness.AUTOMATIC, False, True, Assurance.CHALLENGE),
        (Liveness.AUTOMATIC, False, False, Assurance.NONE),
    ],
)
def test_what_is_checked(asked: Liveness, pair: bool, responds: bool, assurance: Assurance) -> None:
    checked = Policy(liveness=asked).assurance(pair, responds)
    assert checked is assurance
    assert checked.enforced == (checked.passive or checked.challenge)


def test_waiting_starts_at_the_fifth_failure_and_ends() -> None:
    tries = Attempts()
    for _ in range(4):
        tries = tries.after_failure(1000.0)
    assert tries.wait_s(PLAIN, 1000.0) == 0
    tries = tries.after_failure(1000.0)
    assert tries.wait_s(PLAIN, 1000.0) == WAIT_S
    assert tries.wait_s(PLAIN, 1000.5) == WAIT_S
    assert tries.wait_s(PLAIN, 1000.0 + WAIT_S) == 0
    assert tries.wait_s(WITH_LIVENESS, 1000.0) == 0


def test_a_clock_that_jumps_back_never_waits_longer() -> None:
    assert Attempts(5, 5000.0).wait_s(PLAIN, 10.0) == WAIT_S


def test_the_fiftieth_failure_locks_and_liveness_doubles_it() -> None:
    assert not Attempts(49, 0.0).locked(PLAIN)
    assert Attempts(50, 0.0).locked(PLAIN)
    assert not Attempts(50, 0.0).locked(WITH_LIVENESS)
    assert Attempts(100, 0.0).locked(WITH_LIVENESS)


def test_the_trimmed_mean_forgets_the_outliers() -> None:
    assert trimmed_mean([0.0, 0.9, 0.9, 0.9, 1.0]) == pytest.approx(0.9)
    assert trimmed_mean([0.25]) == 0.25


def _unit(vector: Vector) -> Vector:
    return (vector / np.linalg.norm(vector)).astype(np.float32)


def _mean(vectors: Sequence[Vector]) -> Vector:
    return _unit(np.mean(vectors, axis=0))


def _similarity(one: Vector, other: Vector) -> float:
    return float(one @ other)


ME = np.array([1, 0, 0], np.float32)
OTHER = np.array([0, 1, 0], np.float32)


def _judge(liveness: bool = False) -> Judge:
    yardstick = Yardstick(_similarity, _mean, ME, threshold=0.416, same_person=0.45)
    return Judge(yardstick, liveness)


def _run(judge: Judge, vector: Vector, live: Sequence[float | None]) -> list[Cause | None]:
    step = SPAN_S / 4
    return [judge.see(n * step, vector.copy(), score) for n, score in enumerate(live)]


def test_five_good_pictures_match() -> None:
    assert _run(_judge(), ME, [None] * 5) == [None] * 4 + [Cause.MATCH]


def test_five_pictures_of_one_moment_do_not() -> None:
    judge = _judge()
    assert [judge.see(0.01 * n, ME.copy(), None) for n in range(6)] == [None] * 6
    assert judge.progress < 1


def test_somebody_else_needs_eight_pictures_to_be_turned_away() -> None:
    assert _run(_judge(), OTHER, [None] * 8) == [None] * 7 + [Cause.NO_MATCH]


def test_a_short_recording_of_somebody_else_is_no_match_too() -> None:
    judge = _judge()
    assert _run(judge, OTHER, [None] * 5)[-1] is None
    assert judge.at_the_end() is Cause.NO_MATCH


def test_too_few_pictures_decide_nothing() -> None:
    judge = _judge()
    _run(judge, ME, [None] * 4)
    assert judge.at_the_end() is None


def test_a_picture_of_the_right_person_is_suspected() -> None:
    judge = _judge(liveness=True)
    assert _run(judge, ME, [0.1] * 5) == [None] * 4 + [Cause.SPOOF_SUSPECTED]
    assert judge.liveness == pytest.approx(0.1)


def test_one_bad_moment_of_a_living_person_is_forgiven() -> None:
    assert _run(_judge(liveness=True), ME, [0.9, 0.1, 0.9, 0.9, 0.9])[-1] is Cause.MATCH


def test_an_unclear_picture_neither_matches_nor_accuses() -> None:
    judge = _judge(liveness=True)
    assert _run(judge, ME, [LIVE - 0.1] * 3 + [LIVE + 0.1] * 2) == [None] * 5
    assert judge.at_the_end() is None


def test_who_looked_alive_must_go_on_looking_alive() -> None:
    judge = _judge(liveness=True)
    _run(judge, ME, [0.9] * 5)
    assert judge.still_alive([])
    assert judge.still_alive([0.9, 0.1, 0.9, 0.9, 0.9])
    assert not judge.still_alive([0.1, 0.9, 0.1, 0.1, 0.1])
    assert _judge(liveness=False).still_alive([0.0])


def test_a_change_of_person_starts_over() -> None:
    judge = _judge()
    _run(judge, OTHER, [None] * 4)
    assert judge.see(SPAN_S, ME.copy(), None) is None
    assert judge.progress == pytest.approx(1 / 5)


def test_the_vectors_are_wiped() -> None:
    vector = ME.copy()
    judge = _judge()
    judge.see(0.0, vector, None)
    judge.wipe()
    assert not vector.any()
    assert judge.progress == 0


@pytest.mark.parametrize(
    ("seen", "cause"),
    [
        ([], Cause.TIMEOUT),
        ([GOOD, GOOD, "no_face"], Cause.TIMEOUT),
        (["no_face", "no_face", GOOD], Cause.NO_FACE),
        (["several_faces", "several_faces", "dark"], Cause.SEVERAL_FACES),
        (["dark", "turned", "no_face"], Cause.QUALITY),
    ],
)
def test_the_dominating_cause(seen: list[str], cause: Cause) -> None:
    tally = Tally()
    for what in seen:
        tally.add(what)
    assert tally.dominating() is cause
    assert tally.total == len(seen)


def test_the_usual_advice() -> None:
    tally = Tally()
    for what in ("dark", "no_face", "no_face", "turned", "dark", GOOD):
        tally.add(what)
    assert tally.usual_advice() == "dark"


def _collector(images: int = 2) -> Collector:
    return Collector(images, _mean, _similarity, same_person=0.45)


def test_enrolment_pictures_are_spread_in_time() -> None:
    collector = _collector()
    assert collector.due(0.0)
    collector.keep(0.0, ME.copy(), {})
    assert not collector.due(GAP_S / 2)
    assert collector.due(GAP_S)
    collector.keep(GAP_S, ME.copy(), {})
    assert collector.full
    assert collector.progress == 1


def test_enrolment_starts_over_when_somebody_else_comes() -> None:
    collector = _collector(3)
    collector.keep(0.0, ME.copy(), {})
    collector.keep(1.0, OTHER.copy(), {})
    assert len(collector.vectors) == 1
    assert not collector.full
