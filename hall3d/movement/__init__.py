"""Moving about in a hall: paths round what stands there, walking, collision (domain)."""

from hall3d.movement.ground import BODY, Ground
from hall3d.movement.paths import Paths
from hall3d.movement.walker import Walker

__all__ = ["BODY", "Ground", "Paths", "Walker"]
