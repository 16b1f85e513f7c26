"""Walking through a hall: the ground one may tread, the way to a place, and the walker."""

from hall3d.movement.ground import Ground, Point
from hall3d.movement.places import place_at
from hall3d.movement.routes import find_route
from hall3d.movement.walker import Walker

__all__ = ["Ground", "Point", "Walker", "find_route", "place_at"]
