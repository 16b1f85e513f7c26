"""Log lines: when, which room, what happened; never who."""

import logging
import os
import sys


def start_log(room: str) -> None:
    """Send this process's log lines to stderr at ATRIUM_LOG's level (default WARNING)."""
    logging.basicConfig(
        stream=sys.stderr,
        level=os.environ.get("ATRIUM_LOG", "WARNING").upper(),
        format=f"%(asctime)s {room} %(levelname)s %(name)s: %(message)s",
        force=True,
    )
