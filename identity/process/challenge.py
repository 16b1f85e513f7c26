"""The active challenge: ask for movements, watch that they are made, and by the same face."""

from dataclasses import dataclass

from identity.decisions.decision import Cause
from identity.faces.measure import measure
from identity.liveness.active.challenge import (
    Ask,
    Challenge,
    Failed,
    Passed,
    Rest,
    Step,
    StepReport,
)
from identity.liveness.active.continuity import Continuity
from identity.liveness.active.kinds import CHANCE, draw
from identity.liveness.active.pose import Pose, pose_of
from identity.process.capture import Capture, Look
from identity.process.kit import Kit
from identity.quality.gates import VERIFY

STEPS = 2
ROUNDS = 2
"""A failed challenge may be tried once more, with a new draw."""

REST_S = (0.3, 0.9)
"""Between these the rest before each movement is drawn, so that no recording keeps its time."""


@dataclass
class Outcome:
    """How a challenge ended: MATCH or SPOOF_SUSPECTED, why, each movement asked, and how alive
    its straight pictures looked to the pair."""

    cause: Cause
    detail: str | None
    reports: list[StepReport]
    live: list[float]


@dataclass
class Challenger:
    """One challenge of one capture. `straight`: this head at rest; `score`: whether the pair
    judges the straight pictures."""

    capture: Capture
    kit: Kit
    continuity: Continuity
    straight: Pose
    patience: float
    score: bool

    def run(self) -> Outcome:
        """Ask until it is passed, or failed for good. A camera that ends has not answered."""
        outcome = Outcome(Cause.SPOOF_SUSPECTED, None, [], [])
        try:
            for _ in range(ROUNDS):
                outcome.detail = self._round(outcome)
                if outcome.detail is None:
                    outcome.cause = Cause.MATCH
                    break
        finally:
            self.capture.tell("challenge", kind=None)
        return outcome

    def _round(self, outcome: Outcome) -> str | None:
        """One draw; None when it was passed, else why not."""
        steps = [Step(kind, CHANCE.uniform(*REST_S)) for kind in draw(STEPS)]
        challenge = Challenge(steps, self.straight, self.patience)
        self.capture.allow(challenge.longest_s)
        self.continuity.restart()
        failure: str | None = "the camera gave no more pictures"
        for look in self.capture.looks():
            pose = pose_of(look.face.points) if look.face else None
            failure = self._continues(look, pose, outcome)
            turn = challenge.see(look.at_s, pose)
            self._tell(turn)
            if failure is None and isinstance(turn, Failed):
                failure = turn.why
            if failure is not None or isinstance(turn, Passed):
                break
        else:
            failure = failure or "the camera gave no more pictures"
        outcome.reports += challenge.reports
        return failure

    def _continues(self, look: Look, pose: Pose | None, outcome: Outcome) -> str | None:
        """Whether it is still the same one face; else why not."""
        if look.face is None or pose is None:
            return self.continuity.lost(look.at_s, look.several)
        vector = self.kit.engine.embed(look.image, look.face)
        turned = pose.turn - self.straight.turn
        failure = self.continuity.seen(look.at_s, vector, turned)
        vector.fill(0)
        if self.score and VERIFY.advice(measure(look.image, look.face)) is None:
            outcome.live.append(self.kit.pair.score(look.image, look.face))
        return failure

    def _tell(self, turn: Ask | Rest | Passed | Failed | None) -> None:
        match turn:
            case Ask(kind, step, of, seconds):
                self.capture.tell("challenge", kind=kind, step=step, of=of, seconds=seconds)
                self.capture.guide("ready", 1.0)
            case Rest():
                self.capture.tell("challenge", kind=None)
                self.capture.guide("turned", 1.0)
            case _:
                pass
