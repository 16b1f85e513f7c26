"""Which camera a source string means, and opening it."""

from dataclasses import dataclass
from pathlib import Path
from threading import Event
from urllib.parse import parse_qsl

from identity.cameras.camera import Camera, no_camera
from identity.cameras.demonstration import DemonstrationCamera
from identity.cameras.live import USUAL, LiveCamera
from identity.cameras.recorded import FolderCamera, Part, VideoCamera
from identity.errors import IdentityError

DEMONSTRATION = "demonstration"


@dataclass(frozen=True)
class Webcam:
    """A camera of this machine, by number."""

    number: int


@dataclass(frozen=True)
class Network:
    """A camera at an address, such as rtsp://…"""

    address: str


@dataclass(frozen=True)
class Recording:
    """A video file or a folder of pictures, and which part of it."""

    path: Path
    part: Part


def parse_source(source: str) -> Webcam | Network | Recording | None:
    """What a source string names; None is the demonstration camera.

    "0", "webcam:0", "rtsp://…", "PATH", "PATH?first=20&count=40&fps=15&loop=1", "demonstration".
    Raises IdentityError `bad_request`.
    """
    text = source.removeprefix("webcam:")
    if source == DEMONSTRATION:
        return None
    if text.isdecimal():
        return Webcam(int(text))
    if "://" in source:
        return Network(source)
    path, _, options = source.rpartition("?") if "?" in source else (source, "", "")
    if not path or source.startswith("webcam:"):
        raise IdentityError("bad_request", "a camera source is a number, a path or an address")
    return Recording(Path(path), _part(options))


def open_camera(source: str, stop: Event, size: tuple[int, int] = USUAL) -> Camera:
    """Open a camera; size: the pixels a webcam is asked for.

    Raises IdentityError `no_camera` or `bad_request`.
    """
    match parse_source(source):
        case None:
            return DemonstrationCamera()
        case Webcam(number):
            return LiveCamera(number, f"webcam {number}", stop, size)
        case Network(address):
            return LiveCamera(address, "the network camera", stop)
        case Recording(path, part) if path.is_dir():
            return FolderCamera(path, part)
        case Recording(path, part) if path.is_file():
            return VideoCamera(path, part)
        case Recording(path, _):
            raise no_camera(f"there is no file or folder {path}")


def _part(options: str) -> Part:
    given = dict(parse_qsl(options, keep_blank_values=True))
    try:
        part = Part(
            first=int(given.pop("first", 0)),
            count=int(given["count"]) if "count" in given else None,
            fps=float(given["fps"]) if "fps" in given else None,
            loop=given.pop("loop", "0") == "1",
        )
    except ValueError as wrong:
        raise IdentityError("bad_request", f"in the camera source: {wrong}") from wrong
    unknown = set(given) - {"count", "fps"}
    counted = part.count is None or part.count >= 1
    paced = part.fps is None or 1 <= part.fps <= 240
    if unknown or part.first < 0 or not counted or not paced:
        raise IdentityError(
            "bad_request",
            "a recording takes first=0…, count=1…, fps=1…240 and loop=1, joined by &",
        )
    return part
