"""Which movement a head made since it was at rest, read picture by picture."""

from dataclasses import dataclass

from identity.liveness.active.kinds import Kind
from identity.liveness.active.pose import Pose

TURN = 0.20
"""How far the nose must leave its place at rest, in eye distances: about 25 degrees. Sitting still
it wanders with a standard deviation of 0.01 to 0.04 (docs/decisions/0012)."""

NOD = 0.12
"""The same between eyes and mouth; at rest 0.02."""

CLOSER = 1.25
"""Growth of both eye distance and eye-mouth distance; turning and nodding only shorten one."""

BACK = 0.5
"""A nod is over when the head came back by this share of it."""

CONFIRM = 2
"""Pictures in a row that must show a movement."""


@dataclass
class Movements:
    """Tells the first whole movement after `neutral`. All are watched at once, so that doing
    something else than what was asked is seen too."""

    neutral: Pose

    def __post_init__(self) -> None:
        self._candidate: Kind | None = None
        self._times = 0
        self._bowed = 0.0

    def see(self, pose: Pose) -> Kind | None:
        """Take one picture; the movement, once CONFIRM pictures in a row show it."""
        shown = self._shown(pose)
        self._times = self._times + 1 if shown is self._candidate else 1
        self._candidate = shown
        return shown if self._times >= CONFIRM else None

    def _shown(self, pose: Pose) -> Kind | None:
        turned = pose.turn - self.neutral.turn
        bowed = pose.nod - self.neutral.nod
        if abs(turned) >= TURN:
            return Kind.TURN_LEFT if turned > 0 else Kind.TURN_RIGHT
        if abs(bowed) > abs(self._bowed):
            self._bowed = bowed
        if abs(self._bowed) >= NOD and bowed / self._bowed <= BACK:
            return Kind.NOD
        grown = min(pose.across / self.neutral.across, pose.along / self.neutral.along)
        return Kind.COME_CLOSER if grown >= CLOSER else None
