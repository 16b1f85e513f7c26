"""`atrium prepare`: what can be made once and kept: programs, models, translations, hall, and what
draws it."""

import argparse
import compileall
import os
import time
from pathlib import Path
from typing import Any


def run(options: argparse.Namespace) -> int:
    """Prepare each, saying how long it took; what is ready already takes no time."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # signs are painted, no window is opened
    for name, work in _WORK:
        began = time.monotonic()
        work()
        print(f"{name}: ready ({time.monotonic() - began:.1f} s)", flush=True)
    return 0


def _programs() -> None:
    """Compile every room, also where Python itself writes nothing: a process begins far sooner."""
    for room in _ROOMS:
        folder = Path(__file__).parents[2] / room
        if folder.is_dir():  # a packaged program brings its own
            compileall.compile_dir(folder, quiet=1)


def _models() -> None:
    from identity.faces.prepare import prepare_models

    prepare_models()


def _translations() -> None:
    from kiosk.screens.language import LANGUAGES, compiled

    for language in LANGUAGES:
        if language != "en":
            compiled(language)


def _hall() -> None:
    from hall3d.plan import parse_departments
    from hall3d.renderer.prepare import prepare

    prepare(parse_departments(_departments()))


def _renderer() -> None:
    from hall3d.trial.choosing import choose
    from kiosk.app.hall import LARGEST_FRAME

    choose(_departments(), LARGEST_FRAME)


def _departments() -> list[dict[str, Any]]:
    from kiosk.app.hall import hall_departments
    from kiosk.services.catalogue import load_catalogue

    return hall_departments(load_catalogue().departments)


_ROOMS = ("foundation", "kiosk", "identity", "hall3d", "backend")

_WORK = (
    ("programs", _programs),
    ("models", _models),
    ("translations", _translations),
    ("hall", _hall),
    ("renderer", _renderer),
)
