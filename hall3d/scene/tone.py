"""From linear light to what a screen shows."""

import numpy as np

from hall3d.scene.mesh import Array


def shown(light: Array) -> Array:
    """Linear colours as display values 0..1, highlights rolled off softly."""
    x = np.maximum(light, 0)
    rolled = x * (1 + x / 7.0) / (1 + 0.62 * x)
    return np.asarray(encoded(rolled))


def encoded(linear: Array) -> Array:
    """The sRGB curve."""
    x = np.clip(linear, 0, 1)
    return np.where(x <= 0.0031308, x * 12.92, 1.055 * x ** (1 / 2.4) - 0.055)
