"""Can this process do its work: `readiness`."""

from collections.abc import Callable
from typing import Any

from identity.cameras.source import open_camera
from identity.errors import IdentityError
from identity.gallery.store import Gallery
from identity.process.job import Job
from identity.process.kit import Kit


def readiness(job: Job, kit: Kit, gallery: Gallery) -> list[dict[str, Any]]:
    """Try each part; a camera is opened, one picture is taken and thrown away.

    Where no demonstration is offered, a recording is not ready: nobody stands before it.
    """
    camera = job.text("camera")
    demonstration = job.fields.get("demonstration", True) is not False
    return [
        _tried("recognition", lambda: _recognition(kit)),
        {
            "item": "liveness",
            "ok": kit.pair.available,
            "detail": kit.pair.missing or "the Silent-Face pair",
        },
        _tried("gallery", lambda: f"{len(gallery.subjects())} enrolled"),
        _tried("camera", lambda: _camera(camera, job, demonstration)),
    ]


def _tried(item: str, attempt: Callable[[], str]) -> dict[str, Any]:
    try:
        return {"item": item, "ok": True, "detail": attempt()}
    except IdentityError as failed:
        return {"item": item, "ok": False, "detail": failed.detail}


def _recognition(kit: Kit) -> str:
    _ = kit.detector, kit.engine
    return kit.info.name


def _camera(source: str, job: Job, demonstration: bool) -> str:
    camera = open_camera(source, job.stop)
    try:
        shot = camera.read(job.stop)
        if shot is None:
            raise IdentityError("no_camera", "the camera gave no picture")
        height, width = shot.image.shape[:2]
        shot.image.fill(0)
        what = "" if camera.responds else " (recorded)"
        what = " (demonstration)" if camera.demonstration else what
        if what and not demonstration:
            raise IdentityError(
                "no_camera", f"a recording{what}, not a camera; name a camera in the settings"
            )
        return f"{width} x {height}{what}"
    finally:
        camera.close()
