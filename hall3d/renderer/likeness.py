"""How different two pictures look to somebody who sees them side by side."""

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
"""height x width x RGB; both sides multiples of three pixels."""
_BLOCK = 3
_WHITE = np.array([0.95047, 1.0, 1.08883])
_TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def difference(a: Picture, b: Picture) -> tuple[float, float]:
    """Mean and 99th percentile of the colour difference (CIE76 delta E) after a slight blur: edges
    that lie a fraction of a pixel aside do not count, colours and shapes do."""
    away = np.linalg.norm(_lab(_blurred(a)) - _lab(_blurred(b)), axis=-1)
    return float(away.mean()), float(np.percentile(away, 99))


def _blurred(picture: Picture) -> NDArray[np.float64]:
    height, width, _ = picture.shape
    cut = picture.reshape(height // _BLOCK, _BLOCK, width // _BLOCK, _BLOCK, 3)
    return np.asarray(cut.mean((1, 3)) / 255)


def _lab(display: NDArray[np.float64]) -> NDArray[np.float64]:
    linear = np.where(display <= 0.04045, display / 12.92, ((display + 0.055) / 1.055) ** 2.4)
    share = linear @ _TO_XYZ.T / _WHITE
    f = np.where(share > 0.008856, np.cbrt(share), 7.787 * share + 16 / 116)
    x, y, z = f[..., 0], f[..., 1], f[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], -1)
