"""The simulation that measures liveness: its geometry, and its intervals."""

import numpy as np
import pytest

from benchmarks.liveness.instruments import head, photo, room
from benchmarks.liveness.report import rate
from benchmarks.liveness.surface import DISTANCE, FOCAL_PX, HEIGHT, WIDTH, Stance, Surface
from identity.cameras.demonstration import portrait as astronaut
from identity.faces.detector import Detector
from identity.liveness.active.pose import pose_of
from identity.liveness.points import FinePoints
from identity.pictures import Image


def test_wilsons_interval() -> None:
    assert rate(0, 20)["ci95"] == pytest.approx([0.0, 0.1611], abs=1e-3)
    assert rate(5, 10)["ci95"] == pytest.approx([0.2366, 0.7634], abs=1e-3)
    assert rate(0, 0) == {"rate": None, "errors": 0, "n": 0, "ci95": None}


def _dots(depth: float) -> Surface:
    """A dark sheet with a bright dot in its middle and one an eye distance to the right of it."""
    texture = np.zeros((201, 401, 3), np.uint8)
    texture[98:103, 198:203] = texture[98:103, 248:253] = 255
    here = np.ones(texture.shape[:2], np.float32)
    return Surface(texture, here, here * np.float32(depth), 50.0, (200.0, 100.0))


def _right_dot(surface: Surface, stance: Stance) -> float:
    seen, _ = surface.seen(stance, np.zeros((HEIGHT, WIDTH, 3), np.uint8))
    columns = np.nonzero(seen[:, WIDTH // 2 + 20 :].max(axis=(0, 2)) > 100)[0]
    return float(columns.mean()) + 20


@pytest.mark.parametrize("turn", [0.0, 30.0, -30.0])
@pytest.mark.parametrize("depth", [0.0, 0.4])
def test_a_place_is_seen_where_a_pinhole_sees_it(turn: float, depth: float) -> None:
    c, s = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    x, z = c * 1.0 + s * depth, -s * 1.0 + c * depth
    expected = FOCAL_PX * x / (DISTANCE - z)
    assert _right_dot(_dots(depth), Stance(turn=turn)) == pytest.approx(expected, abs=1.5)


def _turned(surface: Surface, detector: Detector, turn: float) -> float:
    background: Image = room(np.random.default_rng(1))
    fine = FinePoints()

    def pose(stance: Stance) -> float:
        seen, _ = surface.seen(stance, background)
        return pose_of(fine.find(seen, detector.find(seen)[0])).turn

    return pose(Stance(turn=turn)) - pose(Stance())


def test_a_head_that_turns_to_its_left_reads_so_and_a_photo_does_not(detector: Detector) -> None:
    picture = astronaut()[:420, 40:440].copy()
    (face,) = detector.find(picture)
    assert _turned(head(picture, face), detector, 34) > 0.10
    assert _turned(head(picture, face), detector, -34) < -0.10
    assert abs(_turned(photo(picture, face), detector, 40)) < 0.07
