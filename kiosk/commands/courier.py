"""`atrium courier`: delivers what waits, also while the window is closed."""

import argparse

from kiosk.cli import CommandFailed
from kiosk.services.courier.routing import BrokenRoutes, load_ways, routes_file
from kiosk.services.courier.standing import stand


def run(options: argparse.Namespace) -> int:
    """Deliver until it is told to end; with --until-empty exit 0 when nothing is left."""
    try:
        left = stand(load_ways(routes_file()), options.until_empty)
    except BrokenRoutes as broken:
        raise CommandFailed(str(broken)) from broken
    if left:
        print(f"{left} still wait")
    return 1 if left and options.until_empty else 0
