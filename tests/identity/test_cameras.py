"""Cameras: what a source string means, recordings, live devices and their failures."""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

import cv2
import numpy as np
import pytest

from identity.cameras import live
from identity.cameras.camera import Camera
from identity.cameras.live import LiveCamera
from identity.cameras.recorded import Part
from identity.cameras.source import Network, Recording, Webcam, open_camera, parse_source
from identity.errors import IdentityError
from identity.pictures import Image
from tests.identity.client import numbered

FAST = "fps=240"


def _picture(grey: int) -> Image:
    return np.full((48, 64, 3), grey, np.uint8)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twelve pictures, each as bright as ten times its number."""
    for n in range(12):
        cv2.imwrite(str(numbered(tmp_path / "f", n)), _picture(n * 10))
    return tmp_path / "f"


def _greys(camera: Camera, most: int = 50) -> list[int]:
    stop = Event()
    seen: list[int] = []
    while len(seen) < most and (shot := camera.read(stop)) is not None:
        seen.append(round(float(shot.image.mean())))
    camera.close()
    return seen


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("0", Webcam(0)),
        ("webcam:2", Webcam(2)),
        ("rtsp://10.0.0.1/door?channel=1", Network("rtsp://10.0.0.1/door?channel=1")),
        ("demonstration", None),
        ("/r/a.mp4", Recording(Path("/r/a.mp4"), Part())),
        ("r?first=20", Recording(Path("r"), Part(first=20))),
        ("/r?first=2&count=3&fps=7.5&loop=1", Recording(Path("/r"), Part(2, 3, 7.5, True))),
    ],
)
def test_what_a_source_means(text: str, meaning: object) -> None:
    assert parse_source(text) == meaning


@pytest.mark.parametrize(
    "text", ["webcam:front", "", "/r?first=-1", "/r?count=0", "/r?fps=0", "/r?fps=x", "/r?speed=2"]
)
def test_a_source_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(IdentityError) as refused:
        parse_source(text)
    assert refused.value.cause == "bad_request"


def test_pictures_play_in_the_order_of_their_numbers(folder: Path) -> None:
    assert _greys(open_camera(f"{folder}?{FAST}", Event())) == [n * 10 for n in range(12)]


def test_a_part_of_a_recording(folder: Path) -> None:
    camera = open_camera(f"{folder}?first=9&count=2&{FAST}", Event())
    assert _greys(camera) == [90, 100]


def test_a_loop_starts_over(folder: Path) -> None:
    camera = open_camera(f"{folder}?first=10&loop=1&{FAST}", Event())
    assert _greys(camera, most=5) == [100, 110, 100, 110, 100]


def test_a_recording_has_the_pace_it_was_taken_at(folder: Path) -> None:
    camera, stop = open_camera(f"{folder}?count=4&fps=50", Event()), Event()
    started = time.monotonic()
    times = []
    while (shot := camera.read(stop)) is not None:
        times.append(shot.at_s)
    assert times == pytest.approx([0, 0.02, 0.04, 0.06])
    assert time.monotonic() - started >= 0.06


@pytest.mark.log_allowed
def test_broken_pictures_are_left_out(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    numbered(folder, 1).write_bytes(b"no picture")
    numbered(folder, 2).write_bytes(numbered(folder, 2).read_bytes()[:20])
    assert _greys(open_camera(f"{folder}?count=4&{FAST}", Event())) == [0, 30]
    assert "2 of 4 pictures are broken" in caplog.text


@pytest.mark.log_allowed
def test_nothing_but_broken_pictures_is_no_camera(tmp_path: Path) -> None:
    numbered(tmp_path, 0).write_bytes(b"no picture")
    camera = open_camera(str(tmp_path), Event())
    with pytest.raises(IdentityError, match="none of the 1 pictures") as failed:
        camera.read(Event())
    assert failed.value.cause == "no_camera"


@pytest.mark.parametrize("what", ["missing", "empty", "text.mp4", "f?first=99"])
def test_a_recording_that_cannot_play_is_no_camera(tmp_path: Path, folder: Path, what: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.mp4").write_text("not a video")
    with pytest.raises(IdentityError) as failed:
        open_camera(str(tmp_path / what), Event())
    assert failed.value.cause == "no_camera"
    assert str(tmp_path) in failed.value.detail


def test_a_video_file_plays_and_so_does_a_part_of_it(tmp_path: Path) -> None:
    file = str(tmp_path / "v.avi")
    writer = cv2.VideoWriter(file, cv2.VideoWriter.fourcc(*"MJPG"), 25, (64, 48))
    for n in range(6):
        writer.write(_picture(n * 40))
    writer.release()
    assert _greys(open_camera(f"{file}?{FAST}", Event())) == pytest.approx(
        [0, 40, 80, 120, 160, 200], abs=2
    )
    part = _greys(open_camera(f"{file}?first=4&loop=1&{FAST}", Event()), most=4)
    assert part == pytest.approx([160, 200, 160, 200], abs=2)


def test_the_demonstration_says_so_and_moves(portrait: Image) -> None:
    camera = open_camera("demonstration", Event())
    assert camera.demonstration
    first, second = camera.read(Event()), camera.read(Event())
    assert first is not None
    assert second is not None
    assert first.image.shape == (480, 640, 3)
    assert (first.image == portrait).all()
    assert (first.image != second.image).any()


class Device:
    """A driver that can be slow to open, deliver, hang and fail."""

    def __init__(self, pictures: list[Image | None], opening: Event | None = None) -> None:
        self.released = Event()
        self._pictures = pictures
        self._opening = opening

    def open(self, *_: object) -> "Device":
        if self._opening is not None:
            self._opening.wait(10)
        return self

    def set(self, *_: object) -> None:
        pass

    def isOpened(self) -> bool:
        return True

    def read(self) -> tuple[bool, Image | None]:
        time.sleep(0.005)
        image = self._pictures.pop(0) if self._pictures else None
        return image is not None, image

    def release(self) -> None:
        self.released.set()


@pytest.fixture
def plug(monkeypatch: pytest.MonkeyPatch) -> Callable[[Device], None]:
    """Let the next live camera be this device."""

    def plugged(device: Device) -> None:
        monkeypatch.setattr(live.LiveCamera, "_absent", lambda _: False)
        monkeypatch.setattr(cv2, "VideoCapture", device.open)

    return plugged


def test_a_live_camera_gives_pictures_and_lets_go(plug: Callable[[Device], None]) -> None:
    device = Device([_picture(7) for _ in range(500)])
    plug(device)
    camera = open_camera("0", Event())
    shots = [camera.read(Event()) for _ in range(3)]
    camera.close()
    assert all(shot is not None and shot.image.mean() == 7 for shot in shots)
    assert device.released.is_set()


def test_a_camera_that_is_pulled_out_fails_clearly(plug: Callable[[Device], None]) -> None:
    device = Device([_picture(7), _picture(7)])
    plug(device)
    camera = open_camera("0", Event())
    with pytest.raises(IdentityError, match="still connected"):
        while True:
            camera.read(Event())
    camera.close()
    assert device.released.is_set()


def test_stopping_does_not_wait_for_a_driver_that_hangs(
    plug: Callable[[Device], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "_CLOSE_S", 0.01)
    hanging, stop = Event(), Event()
    device = Device([_picture(7)], opening=hanging)
    plug(device)
    threading.Timer(0.05, stop.set).start()
    camera = LiveCamera(0, "webcam 0", stop)
    assert stop.is_set()
    assert camera.read(stop) is None
    camera.close()
    assert not device.released.is_set()
    hanging.set()
    assert device.released.wait(5)


def test_a_camera_that_never_delivers_is_given_up(
    plug: Callable[[Device], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "OPEN_S", 0.05)
    monkeypatch.setattr(live, "_CLOSE_S", 0.01)
    hanging = Event()
    plug(Device([], opening=hanging))
    with pytest.raises(IdentityError, match="gave no picture"):
        open_camera("0", Event())
    hanging.set()


def test_a_webcam_that_is_not_there_is_named() -> None:
    with pytest.raises(IdentityError, match="webcam 93 is not connected") as failed:
        open_camera("93", Event())
    assert failed.value.cause == "no_camera"


def test_a_network_address_is_not_repeated_in_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    """It may hold a password."""

    class Unreachable(Device):
        def isOpened(self) -> bool:
            return False

    monkeypatch.setattr(cv2, "VideoCapture", Unreachable([]).open)
    with pytest.raises(IdentityError, match="cannot be reached") as failed:
        open_camera("rtsp://guard:secret@10.0.0.9/door", Event())
    assert "secret" not in failed.value.detail
