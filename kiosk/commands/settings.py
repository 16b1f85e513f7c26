"""`atrium settings`: show the settings, or change some of them."""

import argparse

from foundation.paths import config_file
from kiosk.cli import CommandFailed
from kiosk.settings import SettingsError, load, save
from kiosk.settings.file import from_text


def run(options: argparse.Namespace) -> int:
    """Show all, or write KEY=VALUE and show what that changed."""
    try:
        if options.changes:
            pairs = [change.partition("=") for change in options.changes]
            if any(not separator for _, separator, _ in pairs):
                raise CommandFailed("write a change as KEY=VALUE", code=2)
            made = save({key: from_text(key, text) for key, _, text in pairs})
            print("\n".join(map(str, made)) or "nothing changed")
            return 0
        print(f"# {config_file()}")
        for key, value in load().model_dump().items():
            print(f"{key} = {value!r}")
    except SettingsError as wrong:
        raise CommandFailed(str(wrong)) from wrong
    return 0
