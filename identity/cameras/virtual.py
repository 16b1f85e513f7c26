"""Cameras that are programs: refused, because anything can be played into them.

Linux tells by where a device hangs in /sys and by its name. Elsewhere nothing is known, and
nothing is refused.
"""

from pathlib import Path

SYSFS = Path("/sys/class/video4linux")

_NAMES = (
    "obs virtual camera",
    "obs-camera",
    "dummy video device",
    "v4l2loopback",
    "loopback",
    "virtual",
    "snap camera",
    "manycam",
    "droidcam",
    "epoccam",
    "iriun",
    "ivcam",
    "xsplit",
    "vcam",
    "akvirtualcamera",
    "splitcam",
    "e2esoft",
    "chromacam",
    "mmhmm",
)


def virtual_camera(number: int, sysfs: Path = SYSFS) -> str | None:
    """The name of a webcam that is no device but a program; None for others."""
    entry = sysfs / f"video{number}"
    try:
        name = (entry / "name").read_text("utf-8", errors="replace").strip()
    except OSError:
        return None
    known = any(word in name.lower() for word in _NAMES)
    without_device = "/devices/virtual/" in str(entry.resolve())
    return name if known or without_device else None
