"""`python -m kiosk` is the `atrium` command."""

import sys

from kiosk.cli import main

sys.exit(main())
