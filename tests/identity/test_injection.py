"""Pictures that no camera takes, cameras that are programs, and recordings in any order."""

import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event

import cv2
import numpy as np
import pytest

from benchmarks.liveness.actors import Injected
from benchmarks.liveness.camera import SimulatedCamera
from benchmarks.liveness.trial import Terminal
from identity.cameras import live
from identity.cameras.camera import Shot
from identity.cameras.source import open_camera
from identity.cameras.virtual import virtual_camera
from identity.decisions.decision import Cause
from identity.decisions.policy import Assurance
from identity.errors import IdentityError
from identity.liveness.injection import FrameCheck
from identity.pictures import Image

FPS = 15.0


def _noisy(count: int, seed: int = 0) -> list[Image]:
    rng = np.random.default_rng(seed)
    return [rng.integers(0, 256, (48, 64, 3)).astype(np.uint8) for _ in range(count)]


def _verdicts(images: Sequence[Image], times: Sequence[float] | None = None) -> list[str]:
    check = FrameCheck()
    at = times or [n / FPS for n in range(len(images))]
    found = [check.see(t, image.copy()) for t, image in zip(at, images, strict=True)]
    return [why for why in found if why is not None]


def test_a_camera_with_noise_and_a_few_copies_is_one() -> None:
    images = _noisy(90)
    for n in (10, 20, 40, 50, 70):
        images[n] = images[n - 1]
    assert _verdicts(images) == []


def test_the_same_picture_again_and_again_is_injected() -> None:
    still = _noisy(1)[0]
    changed = still.copy()
    changed[:7, :7] = 0  # something small that moves does not help
    for images in ([still] * 10, [still, changed] * 5):
        assert "same picture" in _verdicts(images)[0]


def test_a_loop_is_injected() -> None:
    assert "second time" in _verdicts(_noisy(20) * 2)[0]


def test_time_that_stands_still_is_injected() -> None:
    assert "does not advance" in _verdicts(_noisy(12), [0.0] * 12)[0]


def test_pictures_faster_than_any_sensor_are_injected() -> None:
    assert "faster" in _verdicts(_noisy(40), [n / 1000 for n in range(40)])[0]
    assert _verdicts(_noisy(40), [n / 120 for n in range(40)]) == []


def _device(sysfs: Path, number: int, name: str, hangs_at: str) -> None:
    place = sysfs / "devices" / hangs_at / f"video{number}"
    place.mkdir(parents=True)
    (place / "name").write_text(f"{name}\n")
    (sysfs / "class").mkdir(exist_ok=True)
    (sysfs / "class" / f"video{number}").symlink_to(place)


@pytest.mark.parametrize(
    ("name", "hangs_at", "refused"),
    [
        ("HD Pro Webcam C920", "pci0000:00/usb1/1-2/video4linux", False),
        ("OBS Virtual Camera", "pci0000:00/usb1/1-2/video4linux", True),
        ("DroidCam", "platform/droidcam/video4linux", True),
        ("HD Pro Webcam C920", "virtual/video4linux", True),  # a name is easily borrowed
        ("Dummy video device (0x0000)", "virtual/video4linux", True),
    ],
)
def test_cameras_that_are_programs(tmp_path: Path, name: str, hangs_at: str, refused: bool) -> None:
    _device(tmp_path, 4, name, hangs_at)
    assert virtual_camera(4, tmp_path / "class") == (name if refused else None)
    assert virtual_camera(5, tmp_path / "class") is None


def test_a_virtual_camera_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "virtual_camera", lambda _: "OBS Virtual Camera")
    with pytest.raises(IdentityError, match=r"program \(OBS Virtual Camera\)") as failed:
        open_camera("0", Event())
    assert failed.value.cause == "no_camera"


class Played:
    """Pictures in this order, at no more than their own pace's time."""

    demonstration = False

    def __init__(self, images: Sequence[Image], responds: bool = False) -> None:
        self.responds = responds
        self._images = list(images)
        self._shown = 0

    def read(self, stop: Event) -> Shot | None:
        if self._shown == len(self._images):
            return None
        self._shown += 1
        return Shot(self._images[self._shown - 1].copy(), (self._shown - 1) / FPS)

    def close(self) -> None:
        pass


@pytest.fixture(scope="module")
def recorded(shared: Path) -> Callable[[str], list[Image]]:
    """The pictures of one sitting."""

    def read(sitting: str) -> list[Image]:
        images = []
        for file in sorted((shared / "data" / "cameras" / sitting).iterdir()):
            image = cv2.imread(str(file))
            assert image is not None
            images.append(image)
        return images

    return read


@pytest.fixture(scope="module")
def terminals(
    tmp_path_factory: pytest.TempPathFactory, shared: Path, recorded: Callable[[str], list[Image]]
) -> Iterator[dict[bool, Terminal]]:
    """With the pair and without; both know the first person from five pictures."""
    known = recorded("live-a")[:20:4]
    opened = {
        passive: Terminal(tmp_path_factory.mktemp("terminal"), shared / "models", passive)
        for passive in (True, False)
    }
    for one in opened.values():
        find, embed = one.kit.detector.find, one.kit.engine.embed
        one.enrol([embed(image, find(image)[0]) for image in known])
    yield opened
    for one in opened.values():
        one.close()


@pytest.fixture
def terminal(terminals: dict[bool, Terminal]) -> Terminal:
    """The one with the pair."""
    return terminals[True]


def test_none_of_fifty_shuffles_of_a_held_up_photo_is_accepted(
    terminal: Terminal, recorded: Callable[[str], list[Image]]
) -> None:
    images, order = recorded("print-of-a"), random.Random(3)
    causes = set()
    for _ in range(50):
        order.shuffle(images)
        causes.add(terminal.verify(Played(images))[0].cause)
    assert causes <= {Cause.SPOOF_SUSPECTED, Cause.TIMEOUT, Cause.QUALITY}


def test_nor_where_only_the_challenge_gates(
    terminals: dict[bool, Terminal], recorded: Callable[[str], list[Image]]
) -> None:
    images, order = recorded("print-of-a"), random.Random(4)
    for _ in range(5):
        order.shuffle(images)
        decision, messages = terminals[False].verify(Played(images, responds=True))
        assert decision.cause is Cause.SPOOF_SUSPECTED
        assert decision.liveness.assurance is Assurance.CHALLENGE
        assert any(m.get("event") == "challenge" for m in messages) == bool(
            decision.liveness.challenges
        )


@pytest.mark.parametrize("responds", [False, True])
def test_the_person_is_accepted_within_two_seconds_of_pictures(
    terminal: Terminal, recorded: Callable[[str], list[Image]], responds: bool
) -> None:
    decision, _ = terminal.verify(Played(recorded("live-a")[20:], responds))
    assert decision.cause is Cause.MATCH
    assert decision.frames <= 2 * FPS


@pytest.mark.parametrize("sitting", ["live-a", "live-b", "print-of-a"])
def test_no_sitting_looks_injected(recorded: Callable[[str], list[Image]], sitting: str) -> None:
    assert _verdicts(recorded(sitting)) == []


def test_another_person_is_never_accepted(
    terminal: Terminal, recorded: Callable[[str], list[Image]]
) -> None:
    assert terminal.verify(Played(recorded("live-b")))[0].cause is Cause.NO_MATCH


def test_a_still_picture_fed_into_a_live_camera_is_suspected(
    terminal: Terminal, recorded: Callable[[str], list[Image]]
) -> None:
    picture = recorded("live-a")[30]
    camera = SimulatedCamera(Injected(picture), picture, seed=1, noise=0.0)
    decision, _ = terminal.verify(camera, "passive")
    assert decision.cause is Cause.SPOOF_SUSPECTED
    assert "same picture" in (decision.detail or "")


def test_a_recording_of_the_person_cannot_answer_a_challenge(
    terminals: dict[bool, Terminal], recorded: Callable[[str], list[Image]]
) -> None:
    sitting = recorded("live-a")[20:]
    decision, _ = terminals[True].verify(Played(sitting), "passive_and_challenge")
    assert decision.cause is Cause.SPOOF_SUSPECTED
    assert decision.liveness.assurance is Assurance.PASSIVE_AND_CHALLENGE
    assert not any(one.passed for one in decision.liveness.challenges)
    freely, _ = terminals[False].verify(Played(sitting))
    assert (freely.cause, freely.liveness.assurance) == (Cause.MATCH, Assurance.NONE)


def test_a_covered_lens_is_no_attack(terminals: dict[bool, Terminal]) -> None:
    black = [np.zeros((480, 640, 3), np.uint8)] * 40
    decision, _ = terminals[True].verify(Played(black, responds=True))
    assert decision.cause is Cause.NO_FACE


@pytest.mark.parametrize(
    ("passive", "failed", "cause", "waits"),
    [
        (False, 4, Cause.MATCH, False),
        (False, 5, Cause.LOCKED, True),
        (False, 50, Cause.LOCKED, False),
        (True, 9, Cause.MATCH, False),
        (True, 10, Cause.LOCKED, True),
        (True, 100, Cause.LOCKED, False),
    ],
)
def test_only_the_pair_doubles_the_tries(
    terminals: dict[bool, Terminal],
    recorded: Callable[[str], list[Image]],
    passive: bool,
    failed: int,
    cause: Cause,
    waits: bool,
) -> None:
    """A challenge alone is no measured presentation attack detection."""
    terminals[passive].failed(failed)
    decision, messages = terminals[passive].verify(Played(recorded("live-a")[20:]))
    assert decision.cause is cause
    assert bool(decision.retry_after_s) is waits
    assert cause is Cause.MATCH or messages == []  # the camera stays shut
