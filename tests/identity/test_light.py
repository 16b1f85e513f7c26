"""The screen-light challenge: harmless colours, and who reflects them."""

import random
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from benchmarks.liveness.actors import HEAD, Mover
from benchmarks.liveness.camera import AROUND, SimulatedCamera, lit
from benchmarks.liveness.instruments import head, room
from benchmarks.liveness.trial import Terminal
from identity.cameras.demonstration import portrait as astronaut
from identity.decisions.decision import Cause
from identity.liveness.active.kinds import Kind
from identity.liveness.active.light import (
    COLOURS,
    COUNT,
    HOLD_S,
    REFLECTS,
    Reflection,
    Show,
    draw_colours,
    luminance,
)

FPS = 15


def test_the_colours_are_no_flash_and_no_saturated_red() -> None:
    """WCAG 2.3.1: a flash is a pair of changes of 10 % of the brightest luminance or more, three a
    second are too many; a saturated red has 80 % of its sum in red."""
    assert HOLD_S > 1 / 3
    levels = [luminance(colour) for colour in COLOURS]
    assert max(levels) - min(levels) < 0.10
    assert all(red / (red + green + blue) < 0.8 for red, green, blue in COLOURS)


def test_a_draw_shows_each_colour_once_in_any_order() -> None:
    drawn = [tuple(draw_colours()) for _ in range(50)]
    assert all(sorted(one) == sorted(COLOURS) for one in drawn)
    assert len(set(drawn)) > 10


@pytest.mark.parametrize("fps", [5, 15, 60])
def test_each_colour_is_held_however_fast_the_pictures_come(fps: int) -> None:
    show, changes, frame = Show(draw_colours()), [], 0
    while not show.over(frame / fps):
        if show.next(frame / fps) is not None:
            changes.append(frame / fps)
        frame += 1
    assert len(changes) == COUNT
    assert min(np.diff(changes)) >= HOLD_S - 1e-9


def _score(strength: float, gain: Callable[[float], float] = lambda _: 1.0) -> float:
    """A face lit by a screen so strong, before a camera with noise, a delay and this exposure."""
    rng, reflection, show = np.random.default_rng(4), Reflection(), Show(COLOURS)
    shown = [(0.0, np.array((0.8, 0.8, 0.8)))]
    frame = 0
    while not show.over(frame / FPS):
        at_s = frame / FPS
        colour = show.next(at_s)
        if colour is not None:
            reflection.shows(at_s, colour)
            shown.append((at_s + 0.2, np.array(colour) / 255))
        light = [one for since, one in shown if since <= at_s][-1]
        skin = np.array([150.0, 120, 100]) * lit(light, strength) + rng.normal(0, 0.3, 3)
        around = np.array([90.0, 95, 100]) * lit(light, strength * AROUND) + rng.normal(0, 0.3, 3)
        reflection.sees(at_s, skin * gain(at_s), around * gain(at_s))
        frame += 1
    return reflection.score()


def test_skin_that_follows_the_colours_is_seen_whatever_the_exposure_does() -> None:
    assert _score(0.2) > 0.9
    assert _score(0.2, lambda at_s: 1 + 0.3 * np.sin(3 * at_s)) > 0.9


def test_what_does_not_follow_them_is_not() -> None:
    assert _score(0.0) < REFLECTS
    assert Reflection().score() == 0.0


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    opened = Terminal(tmp_path_factory.mktemp("terminal"))
    yield opened
    opened.close()


@pytest.mark.parametrize(("reflects", "cause"), [(0.2, Cause.MATCH), (0.0, Cause.SPOOF_SUSPECTED)])
def test_where_it_is_asked_for_a_face_must_answer_to_the_light(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, reflects: float, cause: Cause
) -> None:
    monkeypatch.setattr(
        "identity.process.challenge.draw", lambda _: [Kind.TURN_LEFT, Kind.COME_CLOSER]
    )
    monkeypatch.setattr("identity.process.challenge.ROUNDS", 1)
    # by the luck of the draw noise resembles the colours now and then: 0012 says how often
    monkeypatch.setattr("identity.process.light.draw_colours", lambda: list(COLOURS))
    picture = astronaut()[:420, 40:440].copy()
    (face,) = terminal.kit.detector.find(picture)
    terminal.enrol([terminal.kit.engine.embed(picture, face)])
    surface = head(picture, face)
    person = Mover(lambda _: surface, HEAD, random.Random(1))
    background = room(np.random.default_rng(2))
    camera = SimulatedCamera(person, background, seed=1, reflects=reflects)
    decision, messages = terminal.verify(camera, light=True)
    assert decision.cause is cause
    colours = [m["colour"] for m in messages if m.get("event") == "light"]
    assert len(colours) == COUNT + 1
    assert colours[-1] is None
    last = decision.liveness.challenges[-1]
    assert (last.kind, last.passed) == (Kind.LIGHT, cause is Cause.MATCH)
