"""`python -m hall3d.trial one|both`: try one driver, or both and remember the better.

Standard input tells {"departments", "size"} and for one "renderer".
"""

import json
import os
import sys

from foundation.children import die_with_parent
from hall3d.renderer.drivers import DRIVERS
from hall3d.trial.attempt import tried, written
from hall3d.trial.choosing import choose

_CALM = 10
"""How far both stand back: somebody may come meanwhile."""


def main(arguments: list[str]) -> int:
    """Try and tell."""
    die_with_parent()
    told = json.load(sys.stdin)
    size = tuple(told["size"])
    if arguments == ["one"]:
        found = tried(told["departments"], size, DRIVERS[told["renderer"]])
        sys.stdout.buffer.write(written(found))
    elif arguments == ["both"]:
        os.nice(_CALM)
        choose(told["departments"], size)
    else:
        raise SystemExit("python -m hall3d.trial: give `one` or `both`")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
