"""`python -m hall3d`: the renderer process."""

import sys

from hall3d.renderer.process import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
