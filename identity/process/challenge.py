"""The active challenge: ask for movements, watch that they are made, and by the same face."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from identity.decisions.decision import Cause
from identity.faces.face import Face
from identity.faces.measure import measure
from identity.liveness.active.challenge import (
    Ask,
    Challenge,
    Failed,
    Passed,
    Rest,
    Step,
    StepReport,
    Turn,
)
from identity.liveness.active.continuity import Continuity
from identity.liveness.active.kinds import CHANCE, Kind, draw
from identity.liveness.active.movement import Shift
from identity.liveness.active.pose import Pose, pose_of
from identity.liveness.parallax import Parallax
from identity.liveness.points import FinePoints
from identity.process.capture import Capture, Look
from identity.process.kit import Kit
from identity.process.light import shine
from identity.quality.gates import VERIFY

STEPS = 2
ROUNDS = 2
"""A failed challenge may be tried once more, with a new draw."""

REST_S = (0.3, 0.9)
"""Between these each rest is drawn, so that no recording keeps its time."""


@dataclass
class Outcome:
    """How a challenge ended: MATCH or SPOOF_SUSPECTED, why, each movement asked, and how alive
    its straight pictures looked to the pair."""

    cause: Cause = Cause.SPOOF_SUSPECTED
    detail: str | None = None
    reports: list[StepReport] = field(default_factory=list)
    live: list[float] = field(default_factory=list)


class Challenger:
    """One challenge of one capture."""

    def __init__(
        self,
        capture: Capture,
        kit: Kit,
        continuity: Continuity,
        straight: Pose,
        patience: float,
        points: FinePoints,
        passive: bool,
        light: bool,
    ) -> None:
        """straight: this head at rest, from the same `points`; passive: whether the pair judges
        its straight pictures; light: whether the face must also reflect the screen's light."""
        self._capture, self._kit, self._continuity = capture, kit, continuity
        self._straight, self._patience, self._passive = straight, patience, passive
        self._points, self._light = points, light
        self._asking: Kind | None = None
        self._parallax: Parallax | None = None
        self._outcome = Outcome()

    def run(self) -> Outcome:
        """Ask until it is passed, or failed for good. A camera that ends has not answered."""
        outcome = self._outcome
        try:
            for _ in range(ROUNDS):
                outcome.detail = self._round() or self._shine()
                if outcome.detail is None:
                    outcome.cause = Cause.MATCH
                    break
        finally:
            self._forget()
        return outcome

    def _round(self) -> str | None:
        """One draw; None when it was passed, else why not."""
        steps = [Step(kind, CHANCE.uniform(*REST_S)) for kind in draw(STEPS)]
        rest_s = CHANCE.uniform(*REST_S)
        challenge = Challenge(steps, rest_s, self._straight, self._patience)
        self._capture.allow(challenge.longest_s)
        self._continuity.restart()
        self._forget()
        try:
            return self._watch(challenge)
        finally:
            challenge.abandon()
            self._outcome.reports += challenge.reports
            self._no_longer_ask()

    def _shine(self) -> str | None:
        """The screen-light challenge, where it is asked for; None when it was passed."""
        if not self._light:
            return None
        report, failure = shine(self._capture, self._still_the_same)
        self._outcome.reports.append(report)
        return failure

    def _still_the_same(self, look: Look) -> str | None:
        if look.face is None:
            return self._continuity.lost(look.at_s, look.several)
        pose = pose_of(self._points.find(look.image, look.face))
        return self._continuity.seen(self._alike(look, look.face, pose))

    def _watch(self, challenge: Challenge) -> str | None:
        for look in self._capture.looks():
            face = look.face
            if face is None:
                failure = self._continuity.lost(look.at_s, look.several)
                turn = challenge.see(look.at_s, None)
            else:
                failure, turn = self._see(challenge, look, face)
            self._tell(turn)
            if failure is not None:
                return failure
            if isinstance(turn, Failed):
                return turn.why
            if isinstance(turn, Passed):
                return None
        return "the camera gave no more pictures"

    def _see(self, challenge: Challenge, look: Look, face: Face) -> tuple[str | None, Turn | None]:
        """A picture with one face: why it ends the challenge, and what comes next."""
        points = self._points.find(look.image, face)
        pose = pose_of(points)
        alike = self._alike(look, face, pose)
        turn = challenge.see(look.at_s, pose if alike else None, self._shift(look, points))
        if isinstance(turn, Ask):
            self._forget()
            self._parallax = Parallax(look.image, points)
        return self._continuity.seen(alike), turn

    def _alike(self, look: Look, face: Face, pose: Pose) -> bool:
        vector = self._kit.engine.embed(look.image, face)
        alike = self._continuity.alike(vector, pose.turn - self._straight.turn)
        vector.fill(0)
        if self._passive and VERIFY.advice(measure(look.image, face)) is None:
            self._outcome.live.append(self._kit.pair.score(look.image, face))
        return alike

    def _shift(self, look: Look, points: NDArray[np.float32]) -> Shift | None:
        if self._parallax is None:
            return None
        self._parallax.follow(look.image, points)
        return self._parallax.shift()

    def _forget(self) -> None:
        """The picture at rest that movements were compared with."""
        if self._parallax is not None:
            self._parallax.wipe()
        self._parallax = None

    def _tell(self, turn: Turn | None) -> None:
        match turn:
            case Ask(kind, step, of, seconds):
                self._asking = kind
                self._capture.tell("challenge", kind=kind, step=step, of=of, seconds=seconds)
                self._capture.guide("ready", 1.0)
            case Rest():
                self._no_longer_ask()
                self._capture.guide("turned", 1.0)
            case _:
                pass

    def _no_longer_ask(self) -> None:
        if self._asking is not None:
            self._asking = None
            self._capture.tell("challenge", kind=None)
