"""A terminal on a display and a bus of its own, and a client beside it that works it.

`dbus-run-session -- python -m tests.journeys.accessible.session CLIENT…`; ends as the client did.
"""

import subprocess
import sys

from kiosk.demo.display import some_display


def main(client: list[str]) -> int:
    """Run the terminal as long as the client needs it."""
    with some_display(1280, 720):
        command = [sys.executable, "-m", "tests.journeys.accessible.terminal"]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as terminal:
            try:
                return subprocess.run(client, check=False).returncode
            finally:
                terminal.terminate()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
