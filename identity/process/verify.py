"""Is this the person they say they are: `verify`."""

import time
from dataclasses import dataclass, replace

from identity.decisions.attempts import Attempts, Limits, limits
from identity.decisions.decision import FAILED_TRIES, Cause, Decision, LivenessReport
from identity.decisions.judge import Judge, Yardstick
from identity.decisions.policy import Policy, parse_policy
from identity.errors import IdentityError
from identity.gallery.store import Gallery
from identity.process.capture import Cancelled, Capture
from identity.process.job import Job
from identity.process.kit import Kit
from identity.process.preview import Preview
from identity.quality.gates import VERIFY

TIMEOUT_S = 20.0


@dataclass(frozen=True)
class Order:
    """One verification as it was asked for."""

    subject: str
    camera: str
    policy: Policy
    timeout_s: float


def parse_order(job: Job) -> Order:
    """The request's fields; IdentityError `bad_request`."""
    return Order(
        subject=job.text("subject"),
        camera=job.text("camera"),
        policy=parse_policy(
            job.fields.get("one_in", 10_000),
            job.fields.get("liveness", "passive_if_available"),
        ),
        timeout_s=job.number("timeout_s", TIMEOUT_S, 1, 600),
    )


def verify(job: Job, kit: Kit, gallery: Gallery, preview: Preview) -> Decision:
    """Carry out one verification, and count it where it failed."""
    order = parse_order(job)
    pair = kit.pair
    enforced = order.policy.enforces_liveness(pair.available, pair.missing)
    draft = Decision(
        Cause.TIMEOUT,
        order.policy.one_in,
        kit.info,
        LivenessReport(enforced, pair.models if enforced else ()),
    )
    calibration = kit.engine.calibration
    calibration.threshold(order.policy.one_in, 1)  # what was never measured is refused at once
    enrolled = gallery.templates(order.subject, kit.info.models[-1])
    if not enrolled:
        return replace(draft, cause=Cause.NOT_ENROLLED)
    allowed, tries = limits(enforced), gallery.attempts(order.subject)
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
    judge = Judge(yardstick, enforced)
    try:
        decision = _watch(job, order, kit, preview, judge, draft)
    finally:
        judge.wipe()
        for vector in enrolled:
            vector.fill(0)
    return _counted(decision, order.subject, gallery, tries, allowed)


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
    detail: str | None = None
    try:
        with capture:
            cause = _decide(capture, kit, judge, draft.liveness.enforced)
            timing = capture.timing
    except Cancelled:
        cause, timing = Cause.CANCELLED, capture.timing
    except IdentityError as failed:
        if failed.cause != Cause.NO_CAMERA:
            raise
        cause, detail, timing = Cause.NO_CAMERA, failed.detail, capture.timing
    if cause is Cause.QUALITY:
        detail = capture.tally.usual_advice()
    score = judge.liveness
    return replace(
        draft,
        cause=cause,
        liveness=replace(draft.liveness, score=None if score is None else round(score, 3)),
        frames=capture.tally.total,
        ms=timing,
        detail=detail,
    )


def _decide(capture: Capture, kit: Kit, judge: Judge, enforced: bool) -> Cause:
    for sight in capture.sights(VERIFY):
        vector = kit.engine.embed(sight.image, sight.face)
        live = kit.pair.score(sight.image, sight.face) if enforced else None
        cause = judge.see(sight.at_s, vector, live)
        capture.guide("ready" if cause else "hold_still", 1.0 if cause else judge.progress)
        if cause is not None:
            return cause
    return judge.at_the_end() or capture.tally.dominating()


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
