"""What draws the hall, seen from the window: tried while nobody is there, left when it fell."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from foundation.paths import cache_dir
from kiosk.app.conductor import Conductor
from kiosk.app.hall import hall_departments
from kiosk.app.renderer import Renderer
from kiosk.journey import events as ev
from kiosk.services.catalogue import load_catalogue
from tests.app.test_room import until

SIZE = (640, 360)
UNMEASURED = {"event": "renderer", "name": "tiny", "measured": False}


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where it is kept what was found; nothing was yet, and the hall is baked."""
    own = tmp_path / "cache"
    own.mkdir()
    (own / "hall").symlink_to(cache_dir() / "hall")
    monkeypatch.setenv("ATRIUM_CACHE", str(own))
    monkeypatch.setattr("kiosk.app.renderer._QUIET_MS", 10)
    return own / "renderer.json"


def renderer(conductor: Conductor, setting: str = "auto") -> Renderer:
    return Renderer(
        setting, SIZE, lambda: hall_departments(load_catalogue().departments), conductor
    )


def test_drivers_are_tried_while_nobody_is_there_and_the_hall_is_started_anew(
    qt: QCoreApplication, found: Path
) -> None:
    one, told = renderer(Conductor()), []
    one.found.connect(lambda: told.append(found.is_file()))
    one.heard(UNMEASURED)
    until(qt, lambda: bool(told), seconds=150)
    assert told == [True]
    one.close()


def test_whoever_comes_ends_the_trial(qt: QCoreApplication, found: Path) -> None:
    conductor = Conductor()
    one, told = renderer(conductor), []
    one.found.connect(lambda: told.append(True))
    one.heard(UNMEASURED)
    until(qt, lambda: one.trying)
    conductor.send(ev.Begin())
    assert not one.trying and not found.exists()
    qt.processEvents()
    assert told == []


@pytest.mark.parametrize(
    ("setting", "event"), [("tiny", UNMEASURED), ("auto", {**UNMEASURED, "measured": True})]
)
def test_what_is_chosen_or_known_is_not_tried(
    qt: QCoreApplication, found: Path, setting: str, event: dict[str, object]
) -> None:
    one = renderer(Conductor(), setting)
    one.heard(event)
    assert not one.waiting and not one.trying


def test_opengl_that_fell_is_said_at_each_start_from_then_on(qt: QCoreApplication) -> None:
    one = renderer(Conductor())
    one.heard({"event": "renderer", "name": "tiny", "measured": True})
    one.fell()
    assert one.arguments() == ["--renderer", "auto"]
    one.heard({"event": "renderer", "name": "gl", "measured": True})
    one.fell()
    one.heard({"event": "renderer", "name": "tiny", "measured": True})
    one.fell()
    assert one.arguments() == ["--renderer", "auto", "--fell"]
