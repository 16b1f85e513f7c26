"""The camera for a person who photographs a paper: its pictures are shown, and looked at by nobody
here; what becomes of the one they take is the window's."""

from identity.process.job import Job
from identity.process.lease import Cancelled, Lease
from identity.process.preview import Preview

LARGEST = (1920, 1080)
"""Pixels: what is written on a paper must be read."""

TIMEOUT_S = 180.0


def photograph(job: Job, preview: Preview) -> dict[str, bool]:
    """Show pictures until it is cancelled or time is up: {"ended": True}. IdentityError
    `no_camera`."""
    timeout_s = job.number("timeout_s", TIMEOUT_S, 1, 600)
    try:
        with Lease(job, preview, job.text("camera"), timeout_s, LARGEST) as lease:
            for shot in lease.shots():
                lease.show(shot.image)
    except Cancelled:  # answered already
        pass
    return {"ended": True}
