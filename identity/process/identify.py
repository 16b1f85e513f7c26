"""Whom a picture may show: `identify`. It proposes candidates, and never decides."""

from dataclasses import asdict
from typing import Any

from identity.decisions.candidates import one_in
from identity.errors import IdentityError
from identity.faces.thorough import embed_thoroughly
from identity.gallery.search.finder import Finder
from identity.process.brought import look_at
from identity.process.job import Job
from identity.process.kit import Kit
from identity.quality.gates import ENROL_PICTURE

COUNT = 5
MOST = 50


def identify(job: Job, kit: Kit, finder: Finder, allowed: bool) -> dict[str, Any]:
    """`advice` says what is wrong with the picture, if anything is. IdentityError `not_allowed`
    where the operator did not allow candidate search."""
    if not allowed:
        raise IdentityError(
            "not_allowed",
            "this terminal compares people only with whom they say they are; an operator may"
            " search with `atrium identify`, or allow it in the setting candidate_search",
        )
    # nobody may be able to take a better one, and nothing is decided: any face will do
    sight = look_at(job.text("path"), kit.detector, gate=None)
    probe = embed_thoroughly(kit.detector, kit.engine, sight.image, sight.face)
    sight.image.fill(0)
    count = int(job.number("count", COUNT, 1, MOST))
    try:
        found, people = finder.candidates(probe, kit.engine, count)
    finally:
        probe.fill(0)
    return {
        "decides": False,
        "people": people,
        "one_in": one_in(kit.engine.calibration, people),
        "advice": ENROL_PICTURE.advice(sight.quality),
        "engine": asdict(kit.info),
        "candidates": [{"rank": rank, **asdict(one)} for rank, one in enumerate(found, 1)],
    }
