"""What is measured of one face in one picture, free of any model."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Components:
    """Sizes and places are fractions of the picture unless a unit is named.

    eye_distance_px: between the eyes' centres, pixels of the original picture
    width, height: the face box; centre_x, centre_y: its middle
    roll_deg: 0 upright; yaw: nose off the eyes' middle, in eye distances, 0 frontal
    pitch: nose between eyes (0) and mouth (1)
    luminance: mean grey of the aligned face 0..1; over_exposed: its share of white pixels
    unevenness: 0 both halves equally bright .. 1; sharpness: fine detail over contrast
    score: the detector's own 0..1
    """

    eye_distance_px: float
    width: float
    height: float
    centre_x: float
    centre_y: float
    roll_deg: float
    yaw: float
    pitch: float
    luminance: float
    over_exposed: float
    unevenness: float
    sharpness: float
    score: float

    def rounded(self) -> dict[str, float]:
        """For people who read reports."""
        return {name: round(value, 3) for name, value in asdict(self).items()}
