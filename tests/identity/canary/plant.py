"""`python -m tests.identity.canary.plant PICTURES NEEDLES`: make the pictures and say what to seek.

Stays, with the needles in its memory, until its stdin ends: the search is tried on it first.
"""

import sys
from pathlib import Path

import cv2
import numpy as np

from identity.cameras.demonstration import HEIGHT, WIDTH, portrait
from identity.faces.detector import Detector
from identity.faces.sface import SFace
from identity.pictures import Image
from tests.identity.canary.needles import (
    COLOUR,
    frame_needles,
    stripe_needles,
    template_needles,
    write_masked,
)

CORNER = (96, 160)
"""Height and width of the pattern, pixels."""

STRIPE = 100
"""Width of a stripe of one colour at the right edge, which stays that colour when it is scaled."""

FRAMES = 120


def planted() -> Image:
    """The portrait in a camera's size, with noise that nothing else shows in one corner."""
    head = portrait()[0:384]
    image: Image = cv2.resize(head, (WIDTH, HEIGHT))
    image[: CORNER[0], : CORNER[1]] = np.random.default_rng().integers(0, 256, (*CORNER, 3))
    image[:, -STRIPE:] = COLOUR
    return image


def main() -> int:
    """Plant, say "ready", wait."""
    pictures, file = map(Path, sys.argv[1:])
    image = planted()
    pictures.mkdir(parents=True)
    first = pictures / "0.png"
    cv2.imwrite(str(first), image)
    for number in range(1, FRAMES):
        (pictures / f"{number}.png").hardlink_to(first)
    engine = SFace()
    (face,) = Detector().find(image)
    vector = engine.embed(image, face)
    needles = template_needles(vector, engine.mean([vector] * 3))
    needles |= frame_needles(image, CORNER) | stripe_needles()
    write_masked(needles, file)
    print("ready", flush=True)
    sys.stdin.read()
    return len(needles) == 0


if __name__ == "__main__":
    sys.exit(main())
