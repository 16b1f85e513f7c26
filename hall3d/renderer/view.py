"""How a visitor sees: eye height, field of view, and the ray behind a point of the picture."""

import math
from dataclasses import dataclass

from hall3d.plan import Pose

EYE = 1.62
"""Metres above the floor."""
PITCH = 2.0
"""Degrees that the gaze is raised."""
_VERTICAL_FOV = 50.0
_WIDEST_FOV = 82.0
Vector = tuple[float, float, float]


@dataclass(frozen=True)
class Ray:
    """From the eye towards a point of the picture; `direction` has length one."""

    origin: Vector
    direction: Vector


def field_of_view(width: int, height: int) -> tuple[float, float]:
    """Horizontal and vertical radians for a picture of this shape."""
    shape = width / height
    vertical = math.radians(_VERTICAL_FOV)
    horizontal = 2 * math.atan(math.tan(vertical / 2) * shape)
    if horizontal > math.radians(_WIDEST_FOV):
        horizontal = math.radians(_WIDEST_FOV)
        vertical = 2 * math.atan(math.tan(horizontal / 2) / shape)
    return horizontal, vertical


def ray(pose: Pose, size: tuple[int, int], x: float, y: float) -> Ray:
    """The ray behind a point of the picture: x from the left, y from the top, both 0..1."""
    horizontal, vertical = field_of_view(*size)
    right = (2 * x - 1) * math.tan(horizontal / 2)
    up = (1 - 2 * y) * math.tan(vertical / 2)
    pitch, heading = math.radians(PITCH), math.radians(pose.heading)
    forward = math.cos(pitch) - up * math.sin(pitch)
    high = math.sin(pitch) + up * math.cos(pitch)
    along_x = forward * math.sin(heading) + right * math.cos(heading)
    along_y = forward * math.cos(heading) - right * math.sin(heading)
    length = math.sqrt(along_x**2 + along_y**2 + high**2)
    return Ray((pose.x, pose.y, EYE), (along_x / length, along_y / length, high / length))
