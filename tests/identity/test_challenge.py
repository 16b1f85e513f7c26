"""The active challenge: its states, and a simulated person before the real verification."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from benchmarks.liveness.actors import HEAD, SHEET, Actor, Injected, Mover, Swap
from benchmarks.liveness.camera import SimulatedCamera
from benchmarks.liveness.instruments import head, photo, room
from benchmarks.liveness.trial import Terminal
from identity.cameras.demonstration import portrait as astronaut
from identity.decisions.decision import Cause, Decision
from identity.decisions.policy import Assurance
from identity.faces.face import Face
from identity.liveness.active.challenge import (
    REST_LIMIT_S,
    SOONEST_S,
    STEP_S,
    Ask,
    Challenge,
    Failed,
    Passed,
    Rest,
    Step,
    Turn,
)
from identity.liveness.active.continuity import LOST_S, STRANGE, Continuity
from identity.liveness.active.kinds import SOLID, Kind, draw
from identity.liveness.active.movement import SHIFT_NOD, SHIFT_TURN, TURN, Movements, Shift
from identity.liveness.active.pose import Pose, pose_of
from identity.liveness.parallax import Parallax
from identity.liveness.points import FinePoints
from identity.pictures import Image, Vector

POINTS = np.array([[100, 100], [160, 100], [130, 135], [107, 165], [153, 165]], np.float32)
STRAIGHT = Pose(turn=0.02, nod=0.57, across=75, along=70)
FRAME_S = 1 / 15


def test_a_draw_never_repeats_a_movement_and_always_holds_a_solid_one() -> None:
    drawn = [draw(2) for _ in range(400)]
    assert all(len(set(kinds)) == 2 and SOLID & set(kinds) for kinds in drawn)
    seen = Counter(tuple(kinds) for kinds in drawn)
    assert len(seen) == 12  # every ordered pair of four, none of which lacks a solid one


def test_a_flat_picture_keeps_its_pose_however_it_is_held() -> None:
    for axes in ([[0.6, 0], [0, 1]], [[1, 0], [0, 0.5]], [[0.9, 0.3], [-0.2, 0.8]]):
        held = POINTS @ np.array(axes, np.float32) + np.float32(40)
        pose = pose_of(held)
        assert pose.turn == pytest.approx(pose_of(POINTS).turn, abs=1e-6)
        assert pose.nod == pytest.approx(pose_of(POINTS).nod, abs=1e-6)


def test_a_nose_that_goes_to_the_persons_left_is_a_turn_to_the_left() -> None:
    turned = POINTS.copy()
    turned[2, 0] += 15  # unmirrored: the person's left is the picture's right
    assert pose_of(turned).turn == pytest.approx(0.25)


def test_points_on_one_line_are_never_at_rest() -> None:
    assert not np.isfinite(pose_of(np.zeros((5, 2), np.float32)).turn)


class Script:
    """Plays pictures into a challenge of two steps: turn left, then nod."""

    def __init__(self, patience: float = 1.0) -> None:
        steps = [Step(Kind.TURN_LEFT, 0.3), Step(Kind.NOD, 0.3)]
        self.challenge = Challenge(steps, 0.3, STRAIGHT, patience)
        self.at_s = 0.0

    def hold(self, seconds: float, pose: Pose | None = STRAIGHT, shift: Shift = (0, 0)) -> Turn:
        """The same picture until something is told; at the end of `seconds`: a Rest."""
        end = self.at_s + seconds
        while self.at_s < end:
            turn = self.challenge.see(self.at_s, pose, shift)
            self.at_s += FRAME_S
            if turn is not None and not isinstance(turn, Rest):
                return turn
        return Rest()

    def asked(self, kind: Kind) -> None:
        turn = self.hold(3)
        assert isinstance(turn, Ask)
        assert turn.kind is kind

    def turn(self, side: int = 1) -> Turn:
        self.hold(SOONEST_S)
        pose = replace(STRAIGHT, turn=STRAIGHT.turn + side * (TURN + 0.05))
        return self.hold(0.2, pose, (side * (SHIFT_TURN + 0.01), 0))

    def nod(self) -> Turn:
        self.hold(SOONEST_S, STRAIGHT, (0, SHIFT_NOD + 0.01))
        return self.hold(1)


def test_both_movements_and_a_straight_face_pass() -> None:
    script = Script()
    script.asked(Kind.TURN_LEFT)
    assert isinstance(script.turn(), Rest)
    script.asked(Kind.NOD)
    assert isinstance(script.nod(), Passed)
    assert [(r.kind, r.passed) for r in script.challenge.reports] == [
        (Kind.TURN_LEFT, True),
        (Kind.NOD, True),
    ]


def test_without_a_straight_face_at_the_end_it_is_not_passed() -> None:
    script = Script()
    script.asked(Kind.TURN_LEFT)
    script.turn()
    script.asked(Kind.NOD)
    script.hold(SOONEST_S, STRAIGHT, (0, SHIFT_NOD + 0.01))
    away = replace(STRAIGHT, turn=0.5)
    assert script.hold(REST_LIMIT_S + 1, away) == Failed("the head did not come to rest")


@pytest.mark.parametrize("patience", [1.0, 2.0])
def test_what_comes_too_late_fails(patience: float) -> None:
    script = Script(patience)
    script.asked(Kind.TURN_LEFT)
    assert isinstance(script.hold(STEP_S * patience - 0.1), Rest)
    assert script.hold(0.4) == Failed("turn_left was not made in time")


def test_the_other_way_first_fails() -> None:
    script = Script()
    script.asked(Kind.TURN_LEFT)
    assert script.turn(side=-1) == Failed("turn_left was asked, turn_right was made")


def test_what_comes_before_it_could_be_read_fails() -> None:
    script = Script()
    script.asked(Kind.TURN_LEFT)
    early = replace(STRAIGHT, turn=0.4)
    assert script.hold(0.2, early, (0.1, 0)) == Failed("turn_left was made before it could be read")


def test_turned_landmarks_without_a_nose_that_stands_out_are_no_turn() -> None:
    script = Script()
    script.asked(Kind.TURN_LEFT)
    flat = replace(STRAIGHT, turn=0.5)
    assert isinstance(script.hold(STEP_S - 0.1, flat, (SHIFT_TURN / 2, 0)), Rest)


def test_nothing_is_asked_of_a_head_that_is_not_straight_or_not_seen() -> None:
    for pose in (replace(STRAIGHT, turn=0.3), replace(STRAIGHT, nod=0.75), None):
        script = Script()
        assert script.hold(REST_LIMIT_S + 1, pose) == Failed("the head did not come to rest")
        assert script.challenge.reports == []


ME = np.array([1, 0], np.float32)


def _continuity() -> Continuity:
    return Continuity(ME, lambda a, b: float(a @ b), same_person=0.45)


def _alike(similarity: float) -> Vector:
    return np.array([similarity, 0], np.float32)


def test_a_turned_head_may_be_less_alike_and_a_straight_one_not() -> None:
    continuity = _continuity()
    assert continuity.alike(_alike(0.46), turned=0)
    assert not continuity.alike(_alike(0.40), turned=0)
    assert continuity.alike(_alike(0.40), turned=0.2)
    assert not continuity.alike(_alike(0.20), turned=-0.2)


def test_another_face_for_a_few_pictures_fails_and_a_blink_does_not() -> None:
    continuity = _continuity()
    answers = [continuity.seen(alike) for alike in (False, False, True) + (False,) * STRANGE]
    assert answers == [None] * (3 + STRANGE - 1) + ["another face took over"]


def test_a_face_may_be_lost_for_a_moment_and_a_second_one_never_comes() -> None:
    continuity = _continuity()
    assert continuity.lost(0.0, several=False) is None
    assert continuity.lost(LOST_S, several=False) is None
    continuity.seen(alike=True)
    assert continuity.lost(1.0, several=False) is None
    assert continuity.lost(1.1 + LOST_S, several=False) == "the face was lost"
    assert _continuity().lost(0.0, several=True) == "a second face came into view"


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """Knows the public-domain portrait; has no liveness models."""
    opened = Terminal(tmp_path_factory.mktemp("terminal"))
    picture, face = _portrait(opened)
    opened.enrol([opened.kit.engine.embed(picture, face)])
    yield opened
    opened.close()


def _portrait(terminal: Terminal) -> tuple[Image, Face]:
    picture = astronaut()[:420, 40:440].copy()
    return picture, terminal.kit.detector.find(picture)[0]


def _person(terminal: Terminal, **how: object) -> Mover:
    surface = head(*_portrait(terminal))
    return Mover(lambda _: surface, HEAD, random.Random(1), **how)  # type: ignore[arg-type]


def _sheet(terminal: Terminal) -> Mover:
    surface = photo(*_portrait(terminal))
    return Mover(lambda _: surface, SHEET, random.Random(1))


def _verified(terminal: Terminal, actor: Actor, seed: int = 1) -> tuple[Decision, list[object]]:
    camera = SimulatedCamera(actor, room(np.random.default_rng(2)), seed)
    decision, messages = terminal.verify(camera)
    return decision, [m["kind"] for m in messages if m.get("event") == "challenge"]


@pytest.fixture
def asks(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let the draws be these, and no more of them."""

    def set_draws(*drawn: list[Kind]) -> None:
        left = iter(drawn)
        monkeypatch.setattr("identity.process.challenge.draw", lambda _: list(next(left)))
        monkeypatch.setattr("identity.process.challenge.ROUNDS", len(drawn))

    return set_draws


@pytest.mark.parametrize("drawn", [[Kind.TURN_LEFT, Kind.NOD], [Kind.TURN_RIGHT, Kind.COME_CLOSER]])
def test_a_person_who_does_as_asked_is_verified(
    terminal: Terminal, asks: Callable[..., None], drawn: list[Kind]
) -> None:
    asks(drawn)
    decision, asked = _verified(terminal, _person(terminal))
    assert decision.cause is Cause.MATCH
    assert asked == [drawn[0], None, drawn[1], None]
    liveness = decision.liveness
    assert (liveness.enforced, liveness.assurance) == (True, Assurance.CHALLENGE)
    assert [(one.kind, one.passed) for one in liveness.challenges] == [(k, True) for k in drawn]
    assert all(SOONEST_S * 1000 <= one.ms <= STEP_S * 1000 for one in liveness.challenges)


def test_who_asked_for_time_has_twice_as_much(
    terminal: Terminal, asks: Callable[..., None]
) -> None:
    asks([Kind.TURN_LEFT, Kind.COME_CLOSER])
    person = _person(terminal, reaction_s=STEP_S + 0.5)
    camera = SimulatedCamera(person, room(np.random.default_rng(2)), 1)
    decision, messages = terminal.verify(camera, unhurried=True)
    assert decision.cause is Cause.MATCH
    seconds = [m["seconds"] for m in messages if m.get("event") == "challenge" and m["kind"]]
    assert seconds == [2 * STEP_S] * 2


def test_a_failed_challenge_may_be_tried_once_more(
    terminal: Terminal, asks: Callable[..., None]
) -> None:
    asks([Kind.TURN_LEFT, Kind.NOD], [Kind.TURN_RIGHT, Kind.TURN_LEFT])
    person = _person(terminal, missed=1)
    decision, asked = _verified(terminal, person)
    assert decision.cause is Cause.MATCH
    assert asked == ["turn_left", None, "turn_right", None, "turn_left", None]
    assert [one.passed for one in decision.liveness.challenges] == [False, True, True]


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ({"opposite": True}, "turn_left was asked, turn_right was made"),
        ({"reaction_s": STEP_S + 0.5}, "turn_left was not made in time"),
        ({"deaf": True}, "turn_left was not made in time"),
    ],
)
def test_who_does_something_else_is_suspected(
    terminal: Terminal, asks: Callable[..., None], how: dict[str, object], why: str
) -> None:
    asks([Kind.TURN_LEFT, Kind.TURN_RIGHT])
    decision, _ = _verified(terminal, _person(terminal, **how))
    assert (decision.cause, decision.detail) == (Cause.SPOOF_SUSPECTED, why)
    assert not any(one.passed for one in decision.liveness.challenges)


@pytest.mark.parametrize("drawn", [[Kind.TURN_LEFT, Kind.COME_CLOSER], [Kind.NOD, Kind.TURN_RIGHT]])
def test_a_photo_that_is_turned_and_tilted_as_asked_is_suspected(
    terminal: Terminal, asks: Callable[..., None], drawn: list[Kind]
) -> None:
    asks(drawn)
    decision, _ = _verified(terminal, _sheet(terminal))
    assert decision.cause is Cause.SPOOF_SUSPECTED
    assert "was not made in time" in (decision.detail or "")


def test_somebody_else_who_takes_over_for_the_challenge_is_suspected(
    terminal: Terminal, asks: Callable[..., None], shared: Path
) -> None:
    asks([Kind.TURN_LEFT, Kind.NOD])
    picture = cv2.imread(str(shared / "data" / "cameras" / "live-b" / "0040.jpg"))
    assert picture is not None
    surface = head(picture, terminal.kit.detector.find(picture)[0])
    accomplice = Mover(lambda _: surface, HEAD, random.Random(2))
    decision, _ = _verified(terminal, Swap(_sheet(terminal), accomplice))
    assert decision.cause is Cause.SPOOF_SUSPECTED
    assert decision.detail == "another face took over"


def test_a_picture_handed_over_as_if_by_a_camera_is_suspected(
    terminal: Terminal, asks: Callable[..., None]
) -> None:
    asks([Kind.TURN_LEFT, Kind.NOD])
    picture = _person(terminal).show(0.0, room(np.random.default_rng(2)))
    decision, _ = _verified(terminal, Injected(picture))
    assert decision.cause is Cause.SPOOF_SUSPECTED


@pytest.mark.parametrize("sitting", ["live-a", "print-of-a"])
def test_who_only_sits_or_shakes_a_photo_makes_no_solid_movement(
    terminal: Terminal, shared: Path, sitting: str
) -> None:
    """Real pictures: a photo held up by hand, quickly moved, tilted and brought closer."""
    finer, find = FinePoints(), terminal.kit.detector.find
    images = [cv2.imread(str(f)) for f in sorted((shared / "data/cameras" / sitting).iterdir())]
    seen = [(image, finer.find(image, find(image)[0])) for image in images if image is not None]
    for first in (0, 25, 50):
        (rest, points), *others = seen[first:]
        parallax, movements = Parallax(rest, points), Movements(pose_of(points))
        for image, moved in others:
            parallax.follow(image, moved)
            assert parallax.shift() is not None
            assert movements.see(pose_of(moved), parallax.shift()) not in SOLID


def test_a_check_that_breaks_is_no_match_and_the_camera_is_closed(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise FloatingPointError("a check broke")

    monkeypatch.setattr(Parallax, "shift", broken)
    closed = []
    camera = SimulatedCamera(_person(terminal), room(np.random.default_rng(2)), seed=1)
    monkeypatch.setattr(camera, "close", lambda: closed.append(True))
    with pytest.raises(FloatingPointError):
        terminal.verify(camera)
    assert closed == [True]


def test_with_the_pair_both_must_be_passed(
    shared: Path, tmp_path: Path, asks: Callable[..., None]
) -> None:
    asks([Kind.NOD, Kind.TURN_LEFT])
    strict = Terminal(tmp_path, shared / "models", passive=True)
    picture, face = _portrait(strict)
    strict.enrol([strict.kit.engine.embed(picture, face)])
    background = room(np.random.default_rng(2))
    for actor, cause in ((_person(strict), Cause.MATCH), (_sheet(strict), Cause.SPOOF_SUSPECTED)):
        decision, _ = strict.verify(SimulatedCamera(actor, background, 1), "passive_and_challenge")
        assert decision.cause is cause
        assert decision.liveness.assurance is Assurance.PASSIVE_AND_CHALLENGE
        assert len(decision.liveness.models) == 2
        assert bool(decision.liveness.challenges) is (cause is Cause.MATCH)
    strict.close()
