"""The first thing seen: the window opens before the rest of the terminal is loaded."""

from PySide6.QtCore import QEventLoop

from foundation.memory import give_back_pictures
from kiosk.app.milestones import Milestones
from kiosk.screens.window import Screens
from kiosk.settings import Settings


def open_window(
    settings: Settings, milestones: Milestones, size: tuple[int, int], kiosk: bool = False
) -> Screens:
    """A window that shows the first screen, painted, in the operator's language.

    size: of the window in pixels, unless `kiosk` fills the screen.
    """
    give_back_pictures()
    screens = Screens()
    screens.set_language(settings.language)
    screens.attract.ready = False
    screens.attract.openUntil = settings.open_until
    painted = QEventLoop()
    screens.window.frameSwapped.connect(painted.quit)
    screens.show(kiosk=kiosk, size=size)
    painted.exec()
    screens.window.frameSwapped.disconnect(painted.quit)
    milestones.since_process_start("cold_start")
    return screens
