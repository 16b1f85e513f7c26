"""What draws the hall: both drivers draw the same, the better one is taken, a bad one is not."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from foundation.children import spawn
from hall3d.renderer import choice
from hall3d.renderer.choice import Choice
from hall3d.renderer.likeness import Picture, difference
from hall3d.trial.attempt import SAMPLE, Trial
from hall3d.trial.choosing import choose, compared
from tests.hall3d.samples import rows

SIZE = (640, 360)
_MEAN, _WORST = 2.5, 16.0


def missing_gl() -> str:
    """Why OpenGL cannot be tried here, "" where it can."""
    program = "from hall3d.renderer.drivers import GL; GL.open()"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    return done.stderr.strip().splitlines()[-1] if done.returncode else ""


@pytest.fixture
def terminal(cache: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A cache of this test's own that holds the baked hall."""
    own = tmp_path / "cache"
    own.mkdir()
    (own / "hall").symlink_to(cache / "hall")
    monkeypatch.setenv("ATRIUM_CACHE", str(own))
    return own


def shot(renderer: str, view: str, told: Path, out: Path, theme: str = "day") -> Picture:
    """A picture as the command takes it."""
    line = [*(sys.executable, "-m", "kiosk", "hall", "shot", "--renderer", renderer)]
    line += ["--view", view, "--size", "480x270", "--language", "en", "--theme", theme]
    subprocess.run([*line, "--departments", str(told), "--out", str(out)], check=True)
    return np.asarray(Image.open(out).convert("RGB"))


@pytest.mark.parametrize("view", ["entrance", "counter:medical", "overview"])
def test_opengl_draws_what_the_processor_draws(view: str, terminal: Path, tmp_path: Path) -> None:
    if why := missing_gl():
        pytest.skip(why)
    told = tmp_path / "departments.json"
    told.write_text(json.dumps(rows(4)))
    tiny, gl = (shot(name, view, told, tmp_path / f"{name}.png") for name in ("tiny", "gl"))
    mean, worst = difference(tiny, gl)
    assert 0 < mean < _MEAN and worst < _WORST


def test_trying_both_chooses_one_and_remembers_it(terminal: Path) -> None:
    found = choose(rows(4), SIZE)
    assert found.ms["tiny"] > 0 and choice.remembered(SIZE) == found
    assert choice.chosen("auto", SIZE) == found.renderer
    assert choice.remembered((320, 180)) is None, "another size is another question"
    assert (choice.chosen("gl", SIZE), choice.chosen("tiny", SIZE)) == ("gl", "tiny")


GOOD: Picture = np.full((SAMPLE[1], SAMPLE[0], 3), 90, np.uint8)


@pytest.mark.parametrize(
    ("gl", "renderer", "because"),
    [
        (Trial("a card", 4.0, GOOD), "gl", "faster"),
        (Trial("a card", 9.0, GOOD), "tiny", "slower"),
        (Trial("a card", 4.0, GOOD // 2), "tiny", "wrong"),
        (None, "tiny", "failed"),
    ],
)
def test_opengl_is_taken_where_it_is_quicker_and_right(
    gl: Trial | None, renderer: str, because: str
) -> None:
    found = compared(SIZE, Trial("", 10.0, GOOD), gl)
    assert (found.renderer, found.because) == (renderer, because)


def test_what_was_found_on_another_machine_or_is_unreadable_counts_for_nothing(
    terminal: Path,
) -> None:
    good = Choice(choice.machine(), SIZE, "gl", "faster", "a card", {"tiny": 9.0, "gl": 2.0})
    choice.remember(good)
    assert choice.chosen("auto", SIZE) == "gl"
    choice.remember(replace(good, machine="another"))
    assert choice.chosen("auto", SIZE) == "tiny" and choice.remembered(SIZE) is None
    (terminal / "renderer.json").write_text('{"machine": 3}')
    assert choice.remembered(SIZE) is None


def test_opengl_that_fell_is_not_taken_again(terminal: Path) -> None:
    choice.remember(Choice(choice.machine(), SIZE, "gl", "faster", "a card", {"gl": 2.0}))
    with spawn("hall3d", "--renderer", "auto", "--fell", frames=SIZE) as child:
        told = child.channel.receive(20)
    assert told == {"event": "renderer", "name": "tiny", "measured": True}
    known = choice.remembered(SIZE)
    assert known is not None and (known.because, known.ms) == ("fell", {"gl": 2.0})
    assert choice.chosen("auto", SIZE) == "tiny"


def test_a_process_draws_by_opengl_where_it_is_told_to(terminal: Path) -> None:
    if why := missing_gl():
        pytest.skip(why)
    with spawn("hall3d", "--renderer", "gl", frames=SIZE) as child:
        told = {"departments": rows(4), "language": "en", "size": list(SIZE), "theme": "day"}
        child.channel.send({"command": "open", **told})
        seen = []
        while "frame" not in seen:
            message = child.channel.receive(20)
            assert message is not None
            seen.append(message["event"])
            if message["event"] == "renderer":
                assert message == {"event": "renderer", "name": "gl", "measured": False}
        child.channel.send({"command": "resize", "size": [320, 180]})
        while child.channel.receive(2.0) is not None:
            pass
        frame = child.frames.latest() if child.frames else None
        assert frame is not None and (frame.width, frame.height) == (320, 180)
        assert np.frombuffer(frame.pixels, np.uint8).std() > 25


def test_a_driver_that_hangs_ends_the_process() -> None:
    program = (
        "import ctypes; from hall3d.renderer.guard import bounded\n"
        "with bounded(5): pass\n"
        "with bounded(0.2): ctypes.PyDLL(None).pause()"  # holds the interpreter, as drivers do
    )
    done = subprocess.run([sys.executable, "-c", program], timeout=60, check=False)
    assert done.returncode == -signal.SIGALRM


def test_nothing_is_left_of_a_trial_in_the_cache(terminal: Path) -> None:
    choose(rows(4), SIZE)
    assert sorted(os.listdir(terminal)) == ["hall", "renderer.json"]
