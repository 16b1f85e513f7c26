"""What is measured of a face, and the first thing a person is told to do about it."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from identity.faces.detector import Detector
from identity.faces.face import Face
from identity.faces.measure import measure
from identity.pictures import Image
from identity.quality.components import Components
from identity.quality.gates import ENROL, ENROL_PICTURE, VERIFY, Advice, Gate

GOOD = Components(
    eye_distance_px=75,
    width=0.25,
    height=0.43,
    centre_x=0.5,
    centre_y=0.45,
    roll_deg=0,
    yaw=0,
    pitch=0.57,
    luminance=0.5,
    over_exposed=0,
    unevenness=0.05,
    sharpness=0.3,
    score=0.93,
)


@pytest.mark.parametrize("gate", [VERIFY, ENROL, ENROL_PICTURE])
def test_a_good_picture_needs_no_advice(gate: Gate) -> None:
    assert gate.advice(GOOD) is None


@pytest.mark.parametrize(
    ("change", "advice"),
    [
        ({"eye_distance_px": 20}, Advice.TOO_FAR),
        ({"width": 0.05}, Advice.TOO_FAR),
        ({"height": 0.95}, Advice.TOO_NEAR),
        ({"centre_x": 0.1}, Advice.OFF_CENTRE),
        ({"centre_y": 0.9}, Advice.OFF_CENTRE),
        ({"yaw": -0.5}, Advice.TURNED),
        ({"roll_deg": 25}, Advice.TILTED),
        ({"pitch": 0.3}, Advice.TILTED),
        ({"luminance": 0.05}, Advice.DARK),
        ({"luminance": 0.95}, Advice.BRIGHT),
        ({"over_exposed": 0.4}, Advice.BRIGHT),
        ({"unevenness": 0.8}, Advice.UNEVEN_LIGHT),
        ({"sharpness": 0.01}, Advice.BLURRED),
    ],
)
def test_each_fault_has_its_advice(change: dict[str, float], advice: Advice) -> None:
    assert VERIFY.advice(replace(GOOD, **change)) is advice
    assert ENROL.advice(replace(GOOD, **change)) is advice


def test_what_can_be_mended_first_is_said_first() -> None:
    assert VERIFY.advice(replace(GOOD, width=0.05, luminance=0.01)) is Advice.TOO_FAR


def test_enrolment_is_stricter() -> None:
    turned = replace(GOOD, yaw=0.3)
    assert VERIFY.advice(turned) is None
    assert ENROL.advice(turned) is Advice.TURNED


def _measured(detector: Detector, image: Image) -> Components:
    return measure(image, detector.find(image)[0])


def test_the_portrait_is_good_enough_to_enrol(detector: Detector, portrait: Image) -> None:
    assert ENROL.advice(_measured(detector, portrait)) is None


def test_one_face_is_found_where_it_is(detector: Detector, portrait: Image) -> None:
    (face,) = detector.find(portrait)
    left, top, width, height = face.within(640, 480)
    assert left < 0.5 < left + width
    assert top < 0.46 < top + height
    assert face.points[0, 0] < face.points[1, 0]  # the person's right eye is on the left
    assert not detector.find(np.full((480, 640, 3), 128, np.uint8))


def test_large_and_upright_pictures_find_the_same_face(detector: Detector, portrait: Image) -> None:
    small = detector.find(portrait)[0].within(640, 480)
    large = detector.find(cv2.resize(portrait, (1920, 1440)))[0].within(1920, 1440)
    assert large == pytest.approx(small, abs=0.02)
    upright = portrait[:, 140:500]
    assert len(detector.find(upright)) == 1


def test_measures_follow_what_is_done_to_the_picture(detector: Detector, portrait: Image) -> None:
    plain = _measured(detector, portrait)
    assert _measured(detector, (portrait * 0.3).astype(np.uint8)).luminance < plain.luminance / 2
    blurred = cv2.GaussianBlur(portrait, (0, 0), 5)
    assert VERIFY.advice(_measured(detector, blurred)) is Advice.BLURRED
    small = cv2.copyMakeBorder(portrait, 480, 480, 640, 640, cv2.BORDER_REPLICATE)
    assert VERIFY.advice(_measured(detector, small)) is Advice.TOO_FAR
    dark = (portrait * 0.12).astype(np.uint8)
    assert VERIFY.advice(_measured(detector, dark)) is Advice.DARK


@pytest.mark.parametrize("degrees", [-25, 0, 25])
def test_a_tilted_head_is_measured_in_degrees(portrait: Image, degrees: int) -> None:
    upright = np.array([[280, 200], [360, 200], [320, 245], [290, 280], [350, 280]]) - [320, 240]
    angle = np.radians(degrees)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    points = (upright @ turn.T + [320, 240]).astype(np.float32)
    measured = measure(portrait, Face((240, 130, 160, 205), points, 0.9))
    assert measured.roll_deg == pytest.approx(degrees, abs=0.1)
    assert measured.yaw == pytest.approx(0, abs=1e-3)
    assert measured.pitch == pytest.approx(45 / 80, abs=1e-3)
    assert (VERIFY.advice(measured) is Advice.TILTED) is (degrees != 0)
