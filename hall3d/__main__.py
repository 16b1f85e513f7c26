"""`python -m hall3d`: the renderer process; `bake` and `shot` are for set-up and for looking."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Run what the command line asks for."""
    if arguments[:1] == ["shot"]:
        from hall3d.renderer.shot import main as shot

        return shot(arguments[1:])
    if arguments[:1] == ["bake"]:
        from hall3d.renderer.prepare import main as prepare

        return prepare(arguments[1:])
    from hall3d.renderer.process import main as serve

    return serve(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
