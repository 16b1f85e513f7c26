"""A challenge: a few drawn movements, each within its time and between rests."""

from collections.abc import Sequence
from dataclasses import dataclass

from identity.liveness.active.kinds import Kind
from identity.liveness.active.movement import Movements, Shift
from identity.liveness.active.pose import Pose, middle

STEP_S = 6.0
"""Seconds for one movement; twice that for who asked for time."""

REST_LIMIT_S = 6.0
"""Seconds in which a head must be still and straight before the next movement is asked."""

SOONEST_S = 0.3
"""Nobody reads and completes a movement faster; what does was not an answer."""

_REST_PICTURES = 3
_REST_TURN, _REST_NOD = 0.10, 0.08


@dataclass(frozen=True)
class Step:
    """One movement that is asked, and the seconds of rest before it; `last_rest_s` of Challenge
    follows the last, so that a challenge also ends with a straight face."""

    kind: Kind
    rest_s: float


@dataclass(frozen=True)
class StepReport:
    """How one step ended, and how many milliseconds it took."""

    kind: Kind
    passed: bool
    ms: int


@dataclass(frozen=True)
class Ask:
    """Tell the person to make this movement now; `step` counts from 1."""

    kind: Kind
    step: int
    of: int
    seconds: float


@dataclass(frozen=True)
class Rest:
    """Tell the person to look straight again."""


@dataclass(frozen=True)
class Passed:
    """Every movement was made as asked."""


@dataclass(frozen=True)
class Failed:
    """It was not, and why, in words for staff."""

    why: str


Turn = Ask | Rest | Passed | Failed


class Challenge:
    """Feed it the pose of every picture, None where the one face was not seen."""

    def __init__(
        self, steps: Sequence[Step], last_rest_s: float, straight: Pose, patience: float = 1.0
    ) -> None:
        """straight: how this head looks at rest; patience multiplies each step's time."""
        self._steps, self._last_rest_s, self._straight = tuple(steps), last_rest_s, straight
        self._limit_s = STEP_S * patience
        self._number = 0
        self._since: float | None = None
        self._still: list[Pose] = []
        self._still_since = 0.0
        self._movements: Movements | None = None
        self._now = 0.0
        self.reports: list[StepReport] = []

    @property
    def longest_s(self) -> float:
        """Seconds that this can take at most."""
        return REST_LIMIT_S + len(self._steps) * (REST_LIMIT_S + self._limit_s)

    def see(self, at_s: float, pose: Pose | None, shift: Shift | None = None) -> Turn | None:
        """Take one picture; what to tell the person, when that changes. shift: since the picture
        that was answered with Ask."""
        self._now = at_s
        if self._since is None:
            self._since = at_s
        if self._movements is None:
            return self._rest(at_s, pose)
        return self._move(at_s, pose, shift, self._movements)

    def abandon(self) -> None:
        """Something else ended it: a movement that was asked and not made is reported too."""
        if self._movements is not None:
            self._report(self._now, passed=False)
            self._movements = None

    def _rest(self, at_s: float, pose: Pose | None) -> Turn | None:
        waited = at_s - (self._since or 0.0)
        if pose is None or not self._is_straight(pose):
            self._still = []
        else:
            if not self._still:
                self._still_since = at_s
            self._still.append(pose)
        last = self._number == len(self._steps)
        rest_s = self._last_rest_s if last else self._steps[self._number].rest_s
        rested = self._still and at_s - self._still_since >= rest_s
        if rested and len(self._still) >= _REST_PICTURES:
            return Passed() if last else self._ask(at_s)
        if waited > REST_LIMIT_S:
            return Failed("the head did not come to rest")
        return Rest() if not self._still and waited > 0 else None

    def _ask(self, at_s: float) -> Ask:
        self._movements = Movements(middle(self._still))
        self._since, self._still = at_s, []
        return Ask(
            self._steps[self._number].kind, self._number + 1, len(self._steps), self._limit_s
        )

    def _move(
        self, at_s: float, pose: Pose | None, shift: Shift | None, movements: Movements
    ) -> Turn | None:
        took = at_s - (self._since or 0.0)
        made = movements.see(pose, shift) if pose is not None else None
        asked = self._steps[self._number].kind
        if took > self._limit_s:
            return self._failed(at_s, f"{asked} was not made in time")
        if made is None:
            return None
        if made is not asked:
            return self._failed(at_s, f"{asked} was asked, {made} was made")
        if took < SOONEST_S:
            return self._failed(at_s, f"{asked} was made before it could be read")
        self._report(at_s, passed=True)
        self._number += 1
        self._movements, self._since = None, at_s
        return Rest()

    def _is_straight(self, pose: Pose) -> bool:
        turned = abs(pose.turn - self._straight.turn)
        bowed = abs(pose.nod - self._straight.nod)
        return turned <= _REST_TURN and bowed <= _REST_NOD

    def _failed(self, at_s: float, why: str) -> Failed:
        self._report(at_s, passed=False)
        self._movements = None
        return Failed(why)

    def _report(self, at_s: float, passed: bool) -> None:
        took = at_s - (self._since or 0.0)
        self.reports.append(StepReport(self._steps[self._number].kind, passed, round(took * 1000)))
