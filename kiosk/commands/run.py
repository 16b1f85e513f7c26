"""`atrium run`: the terminal itself."""

import argparse
from pathlib import Path

from kiosk.app.milestones import Milestones
from kiosk.app.opening import open_window
from kiosk.cli import CommandFailed
from kiosk.commands import demo
from kiosk.demo.display import has_display
from kiosk.settings import SettingsError, load

WINDOW = (1280, 720)


def run(options: argparse.Namespace) -> int:
    """Open the window and serve until it is closed."""
    if not has_display():
        if not options.demo_without_display:
            raise CommandFailed("there is no display; `atrium demo --out DIR` needs none")
        print("There is no display here, so this plays the demonstration: see out/demo/.")
        return demo.run(_demo_options(options))
    try:
        settings = load()
    except SettingsError as wrong:
        raise CommandFailed(str(wrong)) from wrong
    changes = {"camera": options.camera, "language": options.language}
    settings = settings.model_copy(update={k: v for k, v in changes.items() if v is not None})
    size = WINDOW[::-1] if options.portrait else WINDOW
    milestones = Milestones()
    screens = open_window(settings, milestones, size, options.kiosk)
    from kiosk.app.application import Application  # behind the window that is seen already

    with Application(settings, screens, milestones, options.models):
        return int(screens.application.exec())


def _demo_options(options: argparse.Namespace) -> argparse.Namespace:
    return argparse.Namespace(
        out=Path("out/demo"),
        camera=options.camera,
        enrol_from=None,
        models=options.models,
        language=options.language or "zh_CN",
        portrait=options.portrait,
    )
