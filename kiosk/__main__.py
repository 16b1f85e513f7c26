"""`python -m kiosk` is the `atrium` command."""

import multiprocessing
import sys

from kiosk.cli import main

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a frozen program starts its bakers as itself
    sys.exit(main())
