"""`atrium prepare`: everything that can be made once and kept: models, translations, the hall."""

import argparse
import time
from collections.abc import Callable


def run(options: argparse.Namespace) -> int:
    """Prepare each, saying how long it took; what is ready already takes no time."""
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
    from hall3d.renderer.prepare import prepare
    from kiosk.app.hall import hall_departments
    from kiosk.services.catalogue import load_catalogue

    prepare(hall_departments(load_catalogue().departments))


Work = Callable[[], None]
