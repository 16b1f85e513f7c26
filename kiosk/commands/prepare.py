"""`atrium prepare`: everything that can be made once and kept: models, translations, the hall."""

import argparse
import os
import time


def run(options: argparse.Namespace) -> int:
    """Prepare each, saying how long it took; what is ready already takes no time."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # signs are painted, no window is opened
    for name, work in (("models", _models), ("translations", _translations), ("hall", _hall)):
        began = time.monotonic()
        work()
        print(f"{name}: ready ({time.monotonic() - began:.1f} s)", flush=True)
    return 0


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
    from kiosk.app.hall import hall_departments
    from kiosk.services.catalogue import load_catalogue

    prepare(parse_departments(hall_departments(load_catalogue().departments)))
