"""What a clerk does: looks at who comes, nods once, and looks back at the work."""

import math

from hall3d.people.easing import approach, between, heading_to
from hall3d.people.places import Place
from hall3d.plan.model import Pose

REACH = 5.6
"""Metres within which somebody is looked at; who stands before a counter is 5 m away."""
_LEAVES = 7.0
_NOD = 1.0
"""Seconds that a nod takes."""
_FAR_TURN = 62.0
_SEEN = 0.15
"""Degrees of a turn that can be seen."""
_BODY_SHARE = 0.32
"""How much of a turn the trunk takes over from the head."""


class Clerk:
    """One clerk. `turn`: degrees that the face is turned to the right of the own counter's front;
    `down`: degrees that the head is lowered."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.turn = 0.0
        self.down = 6.0
        self._nod = 0.0
        self._greeted = False
        self._wish = (0.0, 6.0)
        self._shown = (0.0, 0.0)

    @property
    def body_turn(self) -> float:
        """Degrees of the turn that the trunk takes."""
        return self.turn * _BODY_SHARE

    @property
    def head_turn(self) -> float:
        """Degrees of the turn that neck and head take."""
        return self.turn - self.body_turn

    @property
    def nodding(self) -> float:
        """Degrees that a nod lowers the head further by."""
        share = self._nod / _NOD
        return 13.0 * math.sin(math.pi * share) ** 2 if self._nod > 0 else 0.0

    @property
    def busy(self) -> bool:
        """Whether a movement is under way."""
        turn, down = self._wish
        return self._nod > 0 or abs(turn - self.turn) > 0.5 or abs(down - self.down) > 0.5

    def step(self, seconds: float, visitor: Pose) -> None:
        """Let time pass with the visitor somewhere."""
        away = math.dist((visitor.x, visitor.y), (self.place.x, self.place.y))
        if away > _LEAVES:
            self._greeted = False
        self._wish = self._attention(visitor) if away <= REACH else (0.0, 6.0)
        if away <= REACH and not self._greeted:
            self._greeted, self._nod = True, _NOD
        self._nod = max(0.0, self._nod - seconds)
        self.turn = approach(self.turn, self._wish[0], seconds, 0.28, 130.0)
        self.down = approach(self.down, self._wish[1], seconds, 0.25, 60.0)

    def changed(self) -> bool:
        """Whether the clerk looks otherwise than when this was last asked."""
        now = (self.turn, self.down + self.nodding)
        if math.dist(now, self._shown) < _SEEN:
            return False
        self._shown = now
        return True

    def settle(self) -> None:
        """Be where the movement under way would end."""
        self._nod = 0.0
        self.turn, self.down = self._wish

    def _attention(self, visitor: Pose) -> tuple[float, float]:
        way = heading_to((self.place.x, self.place.y), (visitor.x, visitor.y))
        turn = between(self.place.heading, way)
        return max(-_FAR_TURN, min(_FAR_TURN, turn)), -3.0
