"""Remember a face: `enrol` from the camera, `enrol_pictures` from files.

Somebody who looks like another person enrolled already is refused as a `duplicate`, unless staff
allow it in the request.
"""

from collections.abc import Sequence
from itertools import islice
from typing import Any, NamedTuple

from identity.decisions.collector import Collector
from identity.decisions.decision import Cause
from identity.errors import IdentityError
from identity.faces.thorough import embed_thoroughly
from identity.gallery.search.finder import Finder
from identity.gallery.store import Gallery
from identity.pictures import Vector
from identity.process.brought import look_at
from identity.process.capture import Capture
from identity.process.job import Job
from identity.process.kit import Kit
from identity.process.lease import Cancelled
from identity.process.preview import Preview
from identity.quality.gates import ENROL
from identity.reading import shown

IMAGES = 3
TIMEOUT_S = 30.0
MOST_IMAGES = 20


class People(NamedTuple):
    """Who is enrolled, and how one of them is found."""

    gallery: Gallery
    finder: Finder


def enrol(job: Job, kit: Kit, people: People, preview: Preview) -> dict[str, Any]:
    """Take `images` pictures spread in time; IdentityError with the cause when it fails."""
    subject, camera, twice = job.text("subject"), job.text("camera"), job.flag("allow_duplicate")
    images = int(job.number("images", IMAGES, 1, MOST_IMAGES))
    skip = int(job.number("skip_frames", 0, 0, 10_000))
    timeout_s = job.number("timeout_s", TIMEOUT_S, 1, 600)
    collector = _collector(kit, images)
    try:
        with Capture(job, kit, preview, camera, timeout_s) as capture:
            for sight in islice(capture.sights(ENROL), skip, None):
                if collector.due(sight.at_s):
                    vector = embed_thoroughly(kit.detector, kit.engine, sight.image, sight.face)
                    collector.keep(sight.at_s, vector, sight.quality.rounded())
                capture.guide("ready" if collector.full else "hold_still", collector.progress)
                if collector.full:
                    break
            else:
                raise _not_enough(capture, len(collector.vectors), images)
        return _store(subject, twice, collector, kit, people)
    except Cancelled as cancelled:
        raise IdentityError(Cause.CANCELLED, "the enrolment was cancelled") from cancelled
    finally:
        collector.wipe()


def enrol_pictures(job: Job, kit: Kit, people: People) -> dict[str, Any]:
    """Every picture must show one good face of the same person; else nothing is stored."""
    subject, twice = job.text("subject"), job.flag("allow_duplicate")
    paths = job.fields.get("paths")
    if not isinstance(paths, list) or not 0 < len(paths) <= MOST_IMAGES:
        raise IdentityError("bad_request", f"give 1 to {MOST_IMAGES} pictures as `paths`")
    if not all(isinstance(path, str) for path in paths):
        raise IdentityError("bad_request", "each of `paths` is a text")
    collector = _collector(kit, len(paths))
    try:
        for path in paths:
            if job.stop.is_set():
                raise IdentityError(Cause.CANCELLED, "the enrolment was cancelled")
            _add_picture(path, collector, kit)
        return _store(subject, twice, collector, kit, people)
    finally:
        collector.wipe()


def _add_picture(path: str, collector: Collector, kit: Kit) -> None:
    sight = look_at(path, kit.detector)
    before = len(collector.vectors)
    vector = embed_thoroughly(kit.detector, kit.engine, sight.image, sight.face)
    collector.keep(sight.at_s, vector, sight.quality.rounded())
    sight.image.fill(0)
    if len(collector.vectors) <= before:
        raise IdentityError(
            "different_people", f"{shown(path)} shows somebody else than those before"
        )


def _collector(kit: Kit, images: int) -> Collector:
    engine = kit.engine
    return Collector(images, engine.mean, engine.similarity, engine.calibration.same_person)


def _not_enough(capture: Capture, kept: int, images: int) -> IdentityError:
    cause = capture.tally.dominating()
    advice = capture.tally.usual_advice() if cause is Cause.QUALITY else None
    return IdentityError(
        cause,
        f"{kept} of {images} pictures were good enough"
        + (f"; most were not: {advice}" if advice else ""),
    )


def _store(
    subject: str, twice: bool, collector: Collector, kit: Kit, people: People
) -> dict[str, Any]:
    vectors = collector.vectors
    if not twice:
        _refuse_duplicate(subject, vectors, kit, people.finder)
    quality: Sequence[dict[str, float]] = list(collector.quality)
    people.gallery.enrol(subject, kit.info.models[-1], vectors)
    people.finder.enrolled(subject, vectors, kit.engine)
    return {"subject": subject, "images": len(quality), "quality": quality}


def _refuse_duplicate(subject: str, vectors: list[Vector], kit: Kit, finder: Finder) -> None:
    """One person must not be two. Who is enrolled anew is no duplicate of themselves."""
    found, _ = finder.candidates(kit.engine.mean(vectors), kit.engine, 1, besides=subject)
    if found and found[0].alike:
        raise IdentityError(
            "duplicate",
            f"this face is much like that of {found[0].subject}, who is enrolled already; if staff"
            " are sure that they are two people, enrol with `allow_duplicate`",
            subject=found[0].subject,
        )
