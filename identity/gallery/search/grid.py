"""One signed byte a number, on a grid that all vectors share, so that bytes can be compared."""

import numpy as np
from numpy.typing import NDArray

from identity.gallery.search.index import Vectors

Codes = NDArray[np.int8]

_MOST = 127
_REACH = 0.45
"""The largest number on the grid. Those of a rotated unit vector of 128 spread by 0.088, and this
is 5 times that. A rare larger one is cut to it."""


def encode(vectors: Vectors) -> Codes:
    """n x dimensions, the nearest points of the grid."""
    codes: Codes = np.clip(np.rint(vectors * (_MOST / _REACH)), -_MOST, _MOST).astype(np.int8)
    return codes


def decode(codes: Codes) -> Vectors:
    """What the points stand for."""
    vectors: Vectors = codes.astype(np.float32) * np.float32(_REACH / _MOST)
    return vectors


def nearest_first(codes: Codes, probe: Codes) -> NDArray[np.intp]:
    """The order of the rows by their exact distance from the probe, in whole numbers."""
    apart = codes.astype(np.int32) - probe.astype(np.int32)
    return np.argsort(np.einsum("ij,ij->i", apart, apart), kind="stable")
