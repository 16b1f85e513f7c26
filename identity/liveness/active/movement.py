"""Which movement a head made since it was at rest, read picture by picture."""

from identity.liveness.active.kinds import Kind
from identity.liveness.active.pose import Pose

Shift = tuple[float, float]
"""How far the nose moved beyond the face around it: to the person's left and down, in eye
distances. Only what stands out of the face moves so; a sheet of paper, flat or bent, does not."""

TURN = 0.13
"""How far the nose must leave its place between the eyes, in eye distances: 20 to 25 degrees."""

SHIFT_TURN = 0.02
SHIFT_NOD = 0.025
"""The least shift of a turned and of a bowed head. Where these come from:
docs/decisions/0012."""

CLOSER = 1.25
"""Growth of both eye distance and eye-mouth distance; turning and nodding only shorten one."""

BACK = 0.5
"""A nod is over when the head came back by this share of it."""

CONFIRM = 2
"""Pictures in a row that must show a movement."""

MEMORY = 12
"""Pictures for which a nose that stood out is remembered: it is seen best on the way, while the
landmarks turn most at the end."""


class Movements:
    """Tells the first whole movement after `neutral`. All are watched at once, so that doing
    something else than what was asked is seen too."""

    def __init__(self, neutral: Pose) -> None:
        self._neutral = neutral
        self._candidate: Kind | None = None
        self._times = 0
        self._left, self._right = _Lately(), _Lately()
        self._bowed, self._below = 0.0, 0.0

    def see(self, pose: Pose, shift: Shift | None) -> Kind | None:
        """Take one picture; the movement, once CONFIRM pictures in a row show it. shift: None when
        it could not be followed, and then nothing solid is seen."""
        shown = self._shown(pose, shift or (0.0, 0.0))
        self._times = self._times + 1 if shown is self._candidate else 1
        self._candidate = shown
        return shown if self._times >= CONFIRM else None

    def _shown(self, pose: Pose, shift: Shift) -> Kind | None:
        neutral = self._neutral
        turned = pose.turn - neutral.turn
        beside, below = shift
        left, right = self._left.see(beside >= SHIFT_TURN), self._right.see(beside <= -SHIFT_TURN)
        if turned >= TURN and left:
            return Kind.TURN_LEFT
        if turned <= -TURN and right:
            return Kind.TURN_RIGHT
        self._bowed = max(self._bowed, min(below, self._below))
        self._below = below
        if self._bowed >= SHIFT_NOD and below <= BACK * self._bowed:
            return Kind.NOD
        grown = min(pose.across / neutral.across, pose.along / neutral.along)
        return Kind.COME_CLOSER if grown >= CLOSER else None


class _Lately:
    """Whether something was so in CONFIRM pictures in a row, not longer ago than MEMORY."""

    def __init__(self) -> None:
        self._times, self._ago = 0, MEMORY + 1

    def see(self, now: bool) -> bool:
        self._times = self._times + 1 if now else 0
        self._ago = 0 if self._times >= CONFIRM else self._ago + 1
        return self._ago <= MEMORY
