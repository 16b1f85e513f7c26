"""From "one false match in N" to an engine's score, by measured points kept beside the engine."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from identity.errors import IdentityError


@dataclass(frozen=True)
class Calibration:
    """`points`: (false match rate, least similarity), from the highest rate to the lowest.

    `same_person`: the least similarity of two pictures of one sitting.
    """

    points: tuple[tuple[float, float], ...]
    same_person: float

    def __post_init__(self) -> None:
        falling = all(a[0] > b[0] and a[1] < b[1] for a, b in pairwise(self.points))
        if len(self.points) < 2 or not falling:
            raise ValueError("a calibration needs two points or more, rarer ones more similar")

    def threshold(self, one_in: int) -> float:
        """The least similarity for one false match in `one_in`; between two points it is linear in
        the rate's logarithm. Outside what was measured: IdentityError `bad_request`."""
        rate = 1.0 / one_in
        slack = 1e-9
        for (high, low_score), (low, high_score) in pairwise(self.points):
            if low * (1 - slack) <= rate <= high * (1 + slack):
                part = math.log(high / rate) / math.log(high / low)
                return low_score + part * (high_score - low_score)
        least, most = round(1 / self.points[0][0]), round(1 / self.points[-1][0])
        raise IdentityError(
            "bad_request",
            f"one false match in {one_in} was never measured; choose from {least} to {most}",
        )


def read_calibration(file: Path) -> Calibration:
    """The calibration in a JSON file beside its engine."""
    return parse_calibration(json.loads(file.read_text("utf-8")))


def parse_calibration(data: Mapping[str, Any]) -> Calibration:
    """`{"points": [{"false_match_rate", "similarity"}…], "same_person": s}`; further keys tell
    people where the figures come from."""
    points = tuple((float(p["false_match_rate"]), float(p["similarity"])) for p in data["points"])
    return Calibration(points, float(data["same_person"]))
