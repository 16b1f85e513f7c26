"""Measures that every room shares, and the turns of its four walls."""

import math

PITCH = 3.7
"""Metres from one arch to the next."""
CORNER = 2.3
"""Metres from a corner to the first arch of the wall beside it."""
HEIGHT = 5.7
FRONT_BAYS = 3
"""Arches along each side before the counters begin."""
LEFT, RIGHT, FRONT = math.pi / 2, -math.pi / 2, math.pi
