"""From "one false match in N" to an engine's score, by measured points kept beside the engine."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from identity.errors import IdentityError

Points = tuple[tuple[float, float], ...]
"""(false match rate, least similarity), from the highest rate to the lowest."""


@dataclass(frozen=True)
class Calibration:
    """What was measured for a person enrolled with `one_picture`, and with `several_pictures`:
    a mean is more alike to everybody, strangers too.

    `same_person`: the least similarity of two pictures of one sitting.
    """

    one_picture: Points
    several_pictures: Points
    same_person: float

    def __post_init__(self) -> None:
        for points in (self.one_picture, self.several_pictures):
            falling = all(a[0] > b[0] and a[1] < b[1] for a, b in pairwise(points))
            if len(points) < 2 or not falling:
                raise ValueError("a calibration needs two points or more, rarer ones more similar")

    def threshold(self, one_in: int, enrolled: int) -> float:
        """The least similarity for one false match in `one_in` with `enrolled` pictures; between
        two points it is linear in the rate's logarithm. Outside what was measured: IdentityError
        `bad_request`."""
        points = self.one_picture if enrolled == 1 else self.several_pictures
        rate, slack = 1.0 / one_in, 1e-9
        for (high, low_score), (low, high_score) in pairwise(points):
            if low * (1 - slack) <= rate <= high * (1 + slack):
                part = math.log(high / rate) / math.log(high / low)
                return low_score + part * (high_score - low_score)
        least, most = round(1 / points[0][0]), round(1 / points[-1][0])
        raise IdentityError(
            "bad_request",
            f"one false match in {one_in} was never measured; choose from {least} to {most}",
        )


def read_calibration(file: Path) -> Calibration:
    """The calibration in a JSON file beside its engine."""
    return parse_calibration(json.loads(file.read_text("utf-8")))


def parse_calibration(data: Mapping[str, Any]) -> Calibration:
    """`{"one_picture": [{"false_match_rate", "similarity"}…], "several_pictures": […],
    "same_person": s}`; further keys tell people where the figures come from."""
    one, several = (
        tuple((float(p["false_match_rate"]), float(p["similarity"])) for p in data[kind])
        for kind in ("one_picture", "several_pictures")
    )
    return Calibration(one, several, float(data["same_person"]))
