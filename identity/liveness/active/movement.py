"""Which movement a head made since it was at rest, read picture by picture."""

from dataclasses import dataclass

from identity.liveness.active.kinds import Kind
from identity.liveness.active.pose import Pose

Shift = tuple[float, float]
"""How far the nose moved beyond the face around it: to the person's left and down, in eye
distances. Only what stands out of the face moves so; a sheet of paper, flat or bent, does not."""

TURN = 0.13
"""How far the nose must leave its place between the eyes, in eye distances: 20 to 25 degrees."""

SHIFT_TURN = 0.02
SHIFT_NOD = 0.03
"""The least shift of a turned and of a bowed head. Where these three come from:
docs/decisions/0012."""

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

    def see(self, pose: Pose, shift: Shift | None) -> Kind | None:
        """Take one picture; the movement, once CONFIRM pictures in a row show it. shift: None when
        it could not be followed, and then nothing solid is seen."""
        shown = self._shown(pose, shift or (0.0, 0.0))
        self._times = self._times + 1 if shown is self._candidate else 1
        self._candidate = shown
        return shown if self._times >= CONFIRM else None

    def _shown(self, pose: Pose, shift: Shift) -> Kind | None:
        turned = pose.turn - self.neutral.turn
        beside, below = shift
        if turned >= TURN and beside >= SHIFT_TURN:
            return Kind.TURN_LEFT
        if turned <= -TURN and beside <= -SHIFT_TURN:
            return Kind.TURN_RIGHT
        self._bowed = max(self._bowed, below)
        if self._bowed >= SHIFT_NOD and below <= BACK * self._bowed:
            return Kind.NOD
        grown = min(pose.across / self.neutral.across, pose.along / self.neutral.along)
        return Kind.COME_CLOSER if grown >= CLOSER else None
