"""`atrium keys rotate`: new keys for the gallery; everybody stays enrolled."""

import argparse

from foundation.children import spawn
from kiosk.commands.identity import PREVIEW, ask
from kiosk.settings import load
from kiosk.settings.identity import identity_arguments


def run(options: argparse.Namespace) -> int:
    """Change them; exit 0 when it is done. Broken off anywhere, nobody is lost."""
    with spawn("identity", *identity_arguments(load()), frames=PREVIEW) as child:
        ask(child, "change_keys", templates=options.templates)
    print("the gallery is under new keys, and the old ones are destroyed")
    return 0
