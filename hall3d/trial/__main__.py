"""`python -m hall3d.trial one|both`: try one driver, or both and remember the better.

Standard input tells {"departments", "size"} and for one "renderer".
"""

import json
import sys

from foundation.children import die_with_parent
from hall3d.renderer.drivers import DRIVERS, CannotDraw
from hall3d.trial.attempt import tried, written
from hall3d.trial.choosing import choose


def main(arguments: list[str]) -> int:
    """Try and tell."""
    die_with_parent()
    told = json.load(sys.stdin)
    size = tuple(told["size"])
    if arguments == ["one"]:
        try:
            found = tried(told["departments"], size, DRIVERS[told["renderer"]])
        except CannotDraw as lacking:
            raise SystemExit(f"hall3d.trial: {lacking}") from lacking
        sys.stdout.buffer.write(written(found))
    elif arguments == ["both"]:
        choose(told["departments"], size)
    else:
        raise SystemExit("python -m hall3d.trial: give `one` or `both`")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
