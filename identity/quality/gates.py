"""What is good enough: one lenient set of limits to verify, stricter ones to enrol."""

from dataclasses import dataclass, replace
from enum import StrEnum

from identity.quality.components import Components


class Advice(StrEnum):
    """The first thing that is wrong, in the words that screens translate."""

    TOO_FAR = "too_far"
    TOO_NEAR = "too_near"
    OFF_CENTRE = "off_centre"
    TURNED = "turned"
    TILTED = "tilted"
    DARK = "dark"
    BRIGHT = "bright"
    UNEVEN_LIGHT = "uneven_light"
    BLURRED = "blurred"


@dataclass(frozen=True)
class Gate:
    """Limits on Components, in the same units."""

    eye_distance_px: float
    width: float
    height: float
    off_centre: tuple[float, float]
    roll_deg: float
    yaw: float
    pitch: tuple[float, float]
    luminance: tuple[float, float]
    over_exposed: float
    unevenness: float
    sharpness: float

    def advice(self, face: Components) -> Advice | None:
        """The first thing to mend; None: good."""
        return next(iter(self.faults(face)), None)

    def faults(self, face: Components) -> list[Advice]:
        """Everything to mend, in the order in which a person can mend it."""
        limits = (
            (Advice.TOO_FAR, face.eye_distance_px < self.eye_distance_px),
            (Advice.TOO_FAR, face.width < self.width),
            (Advice.TOO_NEAR, face.height > self.height),
            (Advice.OFF_CENTRE, abs(face.centre_x - 0.5) > self.off_centre[0]),
            (Advice.OFF_CENTRE, abs(face.centre_y - 0.5) > self.off_centre[1]),
            (Advice.TURNED, abs(face.yaw) > self.yaw),
            (Advice.TILTED, abs(face.roll_deg) > self.roll_deg),
            (Advice.TILTED, not self.pitch[0] <= face.pitch <= self.pitch[1]),
            (Advice.DARK, face.luminance < self.luminance[0]),
            (Advice.BRIGHT, face.luminance > self.luminance[1]),
            (Advice.BRIGHT, face.over_exposed > self.over_exposed),
            (Advice.UNEVEN_LIGHT, face.unevenness > self.unevenness),
            (Advice.BLURRED, face.sharpness < self.sharpness),
        )
        return [advice for advice, wrong in limits if wrong]


VERIFY = Gate(
    eye_distance_px=30,
    width=0.10,
    height=0.92,
    off_centre=(0.30, 0.36),
    roll_deg=20,
    yaw=0.35,
    pitch=(0.40, 0.72),
    luminance=(0.12, 0.86),
    over_exposed=0.25,
    unevenness=0.65,
    sharpness=0.03,
)
ENROL = Gate(
    eye_distance_px=34,
    width=0.14,
    height=0.82,
    off_centre=(0.22, 0.30),
    roll_deg=12,
    yaw=0.22,
    pitch=(0.45, 0.68),
    luminance=(0.16, 0.80),
    over_exposed=0.10,
    unevenness=0.50,
    sharpness=0.05,
)
ENROL_PICTURE = replace(ENROL, off_centre=(0.5, 0.5), height=1.0)
"""For a picture that somebody brings: where the face stands in it does not matter."""
