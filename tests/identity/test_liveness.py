"""The passive pair: where it looks, and what it thinks of people and of pictures of them."""

from pathlib import Path

import cv2
import pytest

from identity.faces.detector import Detector
from identity.liveness.passive import PassivePair, surroundings
from identity.liveness.score import LIVE, trimmed_mean


def test_the_box_grows_about_its_middle() -> None:
    assert surroundings((480, 640), (280, 200, 80, 80), 2.0) == (240, 160, 400, 320)


def test_at_an_edge_it_is_moved_not_cut() -> None:
    left, top, right, bottom = surroundings((480, 640), (0, 0, 100, 100), 2.0)
    assert (left, top) == (0, 0)
    assert (right, bottom) == (200, 200)
    left, top, right, bottom = surroundings((480, 640), (600, 440, 40, 40), 4.0)
    assert (right, bottom) == (639, 479)
    assert (right - left, bottom - top) == (160, 160)


def test_it_grows_no_larger_than_the_picture() -> None:
    left, top, right, bottom = surroundings((480, 640), (200, 100, 200, 240), 4.0)
    assert min(left, top) >= 0
    assert right <= 639
    assert bottom <= 479
    assert bottom - top == 479


@pytest.mark.parametrize(("camera", "alive"), [("live-a", True), ("print-of-a", False)])
def test_people_are_alive_and_prints_are_not(
    shared: Path, detector: Detector, camera: str, alive: bool
) -> None:
    pair = PassivePair(shared / "models")
    assert pair.available
    scores = []
    for file in sorted((shared / "data" / "cameras" / camera).iterdir())[::15]:
        image = cv2.imread(str(file))
        assert image is not None
        scores.append(pair.score(image, detector.find(image)[0]))
    assert (trimmed_mean(scores) >= LIVE) is alive
