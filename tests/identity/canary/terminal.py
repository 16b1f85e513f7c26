"""`python -m tests.identity.canary.terminal CAMERA`: a whole terminal, its real window included.

Somebody enrols, is recognised, reaches the hall and leaves. After each step it prints where it is
and waits for a line, so that its memory can be searched.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from kiosk.app.application import Application
from kiosk.app.milestones import Milestones
from kiosk.app.opening import open_window
from kiosk.demo.walker import Walker
from kiosk.screens.frames import FrameItem
from kiosk.settings import Settings

_SETTLE_MS = 1500


def main() -> int:
    """Walk through."""
    from PySide6.QtGui import QGuiApplication

    qt = QGuiApplication(["atrium"])
    settings = Settings.model_validate({"camera": sys.argv[1], "language": "en"})
    milestones = Milestones()
    screens = open_window(settings, milestones, (1280, 720))
    with (
        tempfile.TemporaryDirectory() as nothing,
        Application(settings, screens, milestones) as app,
    ):
        _walk(app, Walker(screens, Path(nothing)))
    del qt
    return 0


def _walk(app: Application, walker: Walker) -> None:
    screens = app.screens
    walker.until(lambda: bool(screens.attract.offerEnrol), "the offer to enrol")
    walker.until(lambda: bool(screens.attract.ready), "a terminal that is ready")
    walker.press("attract.enrol")
    walker.press("enrol.agree")
    walker.until(lambda: FrameItem.sources["identity"].latest() is not None, "a picture")
    walker.pause(300)
    _step("live")
    walker.until(lambda: screens.enrol.stage in ("done", "failed"), "an enrolment")
    walker.press("enrol.finish")
    walker.press("language.continue")
    walker.press("consent.useFace")
    walker.press("who.demo_card")
    walker.screen("hall")
    _step("hall:" + str(app.identification.decision["cause"]))
    walker.press("dock.leave")
    walker.screen("attract")
    walker.pause(_SETTLE_MS)
    _step("left")


def _step(name: str) -> None:
    print(name, flush=True)
    os.read(0, 100)


if __name__ == "__main__":
    sys.exit(main())
