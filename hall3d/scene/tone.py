"""From linear light to what a screen shows."""

import numpy as np

from hall3d.scene.mesh import Array


def shown(light: Array) -> Array:
    """Linear colours (n x 3) as display values 0..1, highlights rolled off as film does
    (Narkowicz), half by channel and half by brightness, so that bright oak stays oak."""
    x = np.maximum(light, 0) * 0.66
    bright = x @ np.array([0.27, 0.6, 0.13])
    scale = _rolled(bright) / np.maximum(bright, 1e-6)
    whole = x * scale[..., None]
    return np.asarray(encoded(0.5 * _rolled(x) + 0.5 * np.minimum(whole, 1.0)))


def _rolled(x: Array) -> Array:
    return np.asarray(x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14))


def encoded(linear: Array) -> Array:
    """The sRGB curve."""
    x = np.clip(linear, 0, 1)
    return np.where(x <= 0.0031308, x * 12.92, 1.055 * x ** (1 / 2.4) - 0.055)
