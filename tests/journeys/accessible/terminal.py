"""A terminal in a window of its own, for clients outside: `python -m ...terminal`."""

from kiosk.app.application import Application
from kiosk.app.milestones import Milestones
from kiosk.app.opening import open_window
from kiosk.settings import Settings


def main() -> None:
    """Serve until the process is ended."""
    settings = Settings(camera="demonstration", language="en")
    milestones = Milestones()
    screens = open_window(settings, milestones, (1280, 720))
    with Application(settings, screens, milestones):
        screens.application.exec()


if __name__ == "__main__":
    main()
