"""Renders every screen with sample data: `python -m tests.screens.gallery DIR [names] [forms]`.

A form is portrait|landscape, zh|en, then any of elder, dark, high: "portrait-zh-elder".
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer

from kiosk.screens.window import Screens
from tests.screens import samples

FORMS = ("portrait-zh", "portrait-en", "landscape-zh", "landscape-en")
SIZES = {"portrait": (1080, 1920), "landscape": (1920, 1080)}


def stage(screens: Screens, name: str, form: str) -> None:
    """Show one screen in one form, and wait until it stands still."""
    orientation, language, *modes = form.split("-")
    screen, fill = samples.SCREENS[name]
    screens.reset()
    screens.session.reducedMotion = True
    screens.set_language("zh_CN" if language == "zh" else "en")
    screens.session.textSize = "elder" if "elder" in modes else "normal"
    screens.session.contrast = next((m for m in modes if m in ("dark", "high")), "light")
    size = SIZES[orientation]
    if (screens.window.width(), screens.window.height()) != size:
        screens.show(size=size)
    samples.session(screens)
    fill(screens, language == "zh")
    screens.session.screen = screen
    settle(screens)


def settle(screens: Screens, least_ms: int = 30) -> None:
    """Let the window live until the page that was asked for stands still."""
    pause(least_ms)
    for _ in range(100):
        if screens.settled():
            return
        pause(10)
    raise AssertionError(f"{screens.session.screen} does not settle: {screens.warnings}")


def pause(ms: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def main(out: str, names: str = "", forms: str = "") -> None:
    """Write one picture for each name and form."""
    Path(out).mkdir(parents=True, exist_ok=True)
    screens = Screens()
    screens.show(size=SIZES["portrait"])
    for form in forms.split(",") if forms else FORMS:
        for name in names.split(",") if names else samples.SCREENS:
            stage(screens, name, form)
            screens.grab(Path(out) / f"{name}-{form}.png")
    screens.close()
    print("\n".join(dict.fromkeys(screens.warnings)))


if __name__ == "__main__":
    main(*sys.argv[1:])
