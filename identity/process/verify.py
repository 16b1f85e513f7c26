"""Is this the person they say they are: `verify`."""

import time
from dataclasses import dataclass, replace

from identity.decisions.attempts import Attempts, Limits, limits
from identity.decisions.decision import FAILED_TRIES, Cause, Decision, LivenessReport
from identity.decisions.judge import MATCH_FRAMES, Judge, Yardstick
from identity.decisions.policy import Assurance, Liveness, Policy, parse_policy
from identity.errors import IdentityError
from identity.gallery.store import Gallery
from identity.liveness.active.challenge import StepReport
from identity.liveness.active.continuity import Continuity
from identity.liveness.active.pose import Pose, middle, pose_of
from identity.liveness.points import FinePoints
from identity.process.capture import Capture
from identity.process.challenge import Challenger
from identity.process.job import Job
from identity.process.kit import Kit
from identity.process.lease import Cancelled
from identity.process.preview import Preview
from identity.quality.gates import VERIFY

TIMEOUT_S = 20.0

UNHURRIED = 2.0
"""How many times longer a movement may take for who asked for time."""


@dataclass(frozen=True)
class Order:
    """One verification as it was asked for; `pair`: whether the liveness pair was there then."""

    subject: str
    camera: str
    policy: Policy
    timeout_s: float
    unhurried: bool
    light: bool
    pair: bool = False


def parse_order(job: Job) -> Order:
    """The request's fields; IdentityError `bad_request`."""
    return Order(
        subject=job.text("subject"),
        camera=job.text("camera"),
        policy=parse_policy(
            job.fields.get("one_in", 10_000),
            job.fields.get("liveness", Liveness.AUTOMATIC),
        ),
        timeout_s=job.number("timeout_s", TIMEOUT_S, 1, 600),
        unhurried=job.flag("unhurried"),
        light=job.flag("light"),
    )


def verify(job: Job, kit: Kit, gallery: Gallery, preview: Preview) -> Decision:
    """Carry out one verification, and count it where it failed."""
    order = parse_order(job)
    order.policy.require(kit.pair.available, kit.pair.missing)
    order = replace(order, pair=kit.pair.available)
    draft = Decision(Cause.TIMEOUT, order.policy.one_in, kit.info)
    calibration = kit.engine.calibration
    calibration.threshold(order.policy.one_in, 1)  # what was never measured is refused at once
    enrolled = gallery.templates(order.subject, kit.info.models[-1])
    if not enrolled:
        return replace(draft, cause=Cause.NOT_ENROLLED, detail=_other_models(gallery, order))
    allowed, tries = limits(_pair_judges(order)), gallery.attempts(order.subject)
    refused = _refused(draft, tries, allowed)
    if refused is not None:
        return refused
    engine = kit.engine
    yardstick = Yardstick(
        engine.similarity,
        engine.mean,
        engine.mean(enrolled),
        calibration.threshold(order.policy.one_in, len(enrolled)),
        calibration.same_person,
    )
    judge = Judge(yardstick, _pair_judges(order))
    try:
        decision = _watch(job, order, kit, preview, judge, draft)
    finally:
        judge.wipe()
        for vector in enrolled:
            vector.fill(0)
    return _counted(decision, order.subject, gallery, tries, allowed)


def _pair_judges(order: Order) -> bool:
    """Whether the pair counts; what the camera can do changes nothing about that."""
    return order.policy.assurance(order.pair, responds=False).passive


def _other_models(gallery: Gallery, order: Order) -> str | None:
    """Why somebody enrolled is not: pictures are not kept, so that templates of other networks
    cannot be made anew from them."""
    others = gallery.models(order.subject)
    return f"enrolled with {', '.join(others)}; enrol this person anew" if others else None


def _refused(draft: Decision, tries: Attempts, allowed: Limits) -> Decision | None:
    """`locked`, for good or for a while; None when a try is possible."""
    if tries.locked(allowed):
        return replace(draft, cause=Cause.LOCKED)
    wait = tries.wait_s(allowed, time.time())
    return replace(draft, cause=Cause.LOCKED, retry_after_s=wait) if wait else None


def _watch(
    job: Job, order: Order, kit: Kit, preview: Preview, judge: Judge, draft: Decision
) -> Decision:
    """Look through the camera until the judge knows, or nothing more comes."""
    capture = Capture(job, kit, preview, order.camera, order.timeout_s)
    watch = _Watch(order, kit, judge, capture)
    try:
        with capture:
            cause = watch.decide()
            timing = capture.timing
    except Cancelled:
        cause, timing = Cause.CANCELLED, capture.timing
    except IdentityError as failed:
        if failed.cause not in (Cause.NO_CAMERA, Cause.SPOOF_SUSPECTED):
            raise
        cause, timing = Cause(failed.cause), capture.timing
        watch.detail = failed.detail
    if cause is Cause.QUALITY:
        watch.detail = capture.tally.usual_advice()
    return replace(
        draft,
        cause=cause,
        liveness=watch.report(),
        frames=capture.frames,
        ms=timing,
        detail=watch.detail,
    )


class _Watch:
    """One look at one person: who it is, then, where that is asked, whether they answer."""

    def __init__(self, order: Order, kit: Kit, judge: Judge, capture: Capture) -> None:
        self._order, self._kit, self._judge, self._capture = order, kit, judge, capture
        self._points = FinePoints()
        self._poses: list[Pose] = []
        self._challenges: tuple[StepReport, ...] = ()
        self.detail: str | None = None

    @property
    def assurance(self) -> Assurance:
        """What is checked with the camera that is open."""
        return self._order.policy.assurance(self._order.pair, self._capture.responds)

    def decide(self) -> Cause:
        """How it ended."""
        cause = self._recognise()
        if cause is Cause.MATCH and self.assurance.challenge:
            return self._challenge()
        return cause

    def report(self) -> LivenessReport:
        """What was checked, and what came out."""
        score, assurance = self._judge.liveness, self.assurance
        return LivenessReport(
            enforced=assurance.enforced,
            assurance=assurance,
            models=self._kit.pair.models if assurance.passive else (),
            score=None if score is None else round(score, 3),
            challenges=self._challenges,
        )

    def _recognise(self) -> Cause:
        capture, kit, judge = self._capture, self._kit, self._judge
        for sight in capture.sights(VERIFY):
            vector = kit.engine.embed(sight.image, sight.face)
            passive = self.assurance.passive
            live = kit.pair.score(sight.image, sight.face) if passive else None
            cause = judge.see(sight.at_s, vector, live)
            if self.assurance.challenge:
                self._poses.append(pose_of(self._points.find(sight.image, sight.face)))
            capture.guide("ready" if cause else "hold_still", 1.0 if cause else judge.progress)
            if cause is not None:
                return cause
        return judge.at_the_end() or capture.tally.dominating()

    def _challenge(self) -> Cause:
        engine, judge = self._kit.engine, self._judge
        outcome = Challenger(
            self._capture,
            self._kit,
            Continuity(judge.probe, engine.similarity, engine.calibration.same_person),
            middle(self._poses[-MATCH_FRAMES:]),
            patience=UNHURRIED if self._order.unhurried else 1.0,
            points=self._points,
            passive=self.assurance.passive,
            light=self._order.light,
        ).run()
        self._challenges, self.detail = tuple(outcome.reports), outcome.detail
        if outcome.cause is Cause.MATCH and not judge.still_alive(outcome.live):
            self.detail = "the face looked like a picture while it moved"
            return Cause.SPOOF_SUSPECTED
        return outcome.cause


def _counted(
    decision: Decision, subject: str, gallery: Gallery, tries: Attempts, allowed: Limits
) -> Decision:
    """Keep the number of failures in a row; says when the next try is possible."""
    if decision.cause is Cause.MATCH:
        gallery.keep_attempts(subject, Attempts())
    if decision.cause not in FAILED_TRIES:
        return decision
    now = time.time()
    tries = tries.after_failure(now)
    gallery.keep_attempts(subject, tries)
    return replace(decision, retry_after_s=tries.wait_s(allowed, now) or None)
