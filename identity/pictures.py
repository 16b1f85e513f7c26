"""The types that pictures and vectors have everywhere in this room."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Image = NDArray[Any]
"""height x width x 3, uint8, BGR, top row first."""

Vector = NDArray[np.float32]
"""One face as an engine sees it, one dimension."""
