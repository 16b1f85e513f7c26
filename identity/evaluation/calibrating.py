"""From people's pictures to a calibration: which similarity lets one stranger in N pass.

Measured for the way it is used: a capture is the mean of several pictures, and so are templates of
several pictures; means are more alike to everybody, strangers too.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from identity.decisions.calibration import parse_calibration
from identity.errors import IdentityError
from identity.evaluation.encoding import Encodings, Vectors, encode
from identity.evaluation.people import people_in
from identity.evaluation.templates import enrol
from identity.faces.calibrations import fingerprint, shipped_calibration
from identity.faces.engine import engine_info

RATES = (1e-2, 3e-3, 1e-3, 3e-4, 1e-4, 3e-5, 1e-5)
NEEDED = 1e-4
"""The rate that must be measurable: what the product asks for."""

_FEWEST_FALSE_MATCHES = 30
_PROBE_PICTURES = 2
_SEVERAL = 3
_DRAWS = 200


@dataclass(frozen=True)
class Tail:
    """The most alike strangers, the most alike first, and whose templates and probes they are."""

    similar: NDArray[np.float64]
    enrolled: NDArray[np.int64]
    probed: NDArray[np.int64]


@dataclass(frozen=True)
class Trials:
    """Templates against probes, by how many each person has of them."""

    tail: Tail
    templates: NDArray[np.int64]
    probes: NDArray[np.int64]

    def pairs(self, weights: NDArray[np.float64]) -> float:
        """Comparisons of different people, each person counted by their weight."""
        templates, probes = self.templates * weights, self.probes * weights
        return float(templates.sum() * probes.sum() - (templates * probes).sum())


def calibrate(folder: Path, engine: str, source: str) -> dict[str, Any]:
    """A calibration as `parse_calibration` reads it, and what it rests on. IdentityError
    `bad_request` when the pictures are too few for 1 in 10,000."""
    info = engine_info(engine)
    encodings = encode(people_in(folder), engine)
    one, several = _trials(encodings, 1), _trials(encodings, _SEVERAL)
    made = {
        "engine": engine,
        "models": fingerprint(info),
        "scale": "cosine",
        "source": source,
        "people": encodings.people,
        "pictures": encodings.pictures,
        "no_face": encodings.no_face,
        "pairs": {"one_picture": _all_pairs(one), "several_pictures": _all_pairs(several)},
        "one_picture": _points(one),
        "several_pictures": _points(several),
        "same_person": shipped_calibration(info).same_person,
    }
    parse_calibration(made)
    return made


def _trials(encodings: Encodings, images: int) -> Trials:
    """The most alike strangers of all templates and all probes."""
    templates = enrol(encodings, images)
    probes, probed = _probes(encodings)
    people = encodings.people
    counts = Trials(
        Tail(np.empty(0), np.empty(0, np.int64), np.empty(0, np.int64)),
        np.bincount(templates.owner, minlength=people),
        np.bincount(probed, minlength=people),
    )
    pairs = counts.pairs(np.ones(people))
    if pairs * NEEDED < _FEWEST_FALSE_MATCHES:
        needed = round(_FEWEST_FALSE_MATCHES / NEEDED)
        raise IdentityError(
            "bad_request",
            f"{people} people make {pairs:.0f} comparisons of strangers with {images} enrolled"
            f" pictures; 1 in {round(1 / NEEDED)} needs {needed}: bring more people with more"
            " pictures each",
        )
    tail = _tail(templates.vectors, templates.owner, probes, probed, int(3 * RATES[0] * pairs))
    return Trials(tail, counts.templates, counts.probes)


def _probes(encodings: Encodings) -> tuple[Vectors, NDArray[np.int64]]:
    """Means of two pictures that were each looked at once, as a capture makes them of frames."""
    once = Encodings(**{**vars(encodings), "enrolled": encodings.probes})
    means = enrol(once, _PROBE_PICTURES)
    return means.vectors, means.owner


def _tail(
    templates: Vectors,
    enrolled: NDArray[np.int64],
    probes: Vectors,
    probed: NDArray[np.int64],
    most: int,
) -> Tail:
    """The `most` alike pairs of different people."""
    kept = Tail(np.empty(0), np.empty(0, np.int64), np.empty(0, np.int64))
    for start in range(0, len(templates), 256):
        rows = slice(start, start + 256)
        similar = (templates[rows] @ probes.T).astype(np.float64)
        similar[enrolled[rows, None] == probed[None]] = -np.inf
        least = kept.similar[-1] if len(kept.similar) == most else -1.0
        row, column = np.nonzero(similar > least)
        merged = Tail(
            np.concatenate([kept.similar, similar[row, column]]),
            np.concatenate([kept.enrolled, enrolled[rows][row]]),
            np.concatenate([kept.probed, probed[column]]),
        )
        first = np.argsort(-merged.similar, kind="stable")[:most]
        kept = Tail(merged.similar[first], merged.enrolled[first], merged.probed[first])
    return kept


def _points(trials: Trials) -> list[dict[str, Any]]:
    """The similarity at each rate that enough false matches support, with its 95 % interval."""
    everybody = np.ones(len(trials.templates))
    pairs = trials.pairs(everybody)
    rates = [rate for rate in RATES if rate * pairs >= _FEWEST_FALSE_MATCHES]
    random = np.random.default_rng(1)
    drawn = [_similarities(trials, _drawn(random, len(everybody)), rates) for _ in range(_DRAWS)]
    low, high = np.quantile(np.array(drawn), (0.025, 0.975), axis=0)
    return [
        {
            "false_match_rate": rate,
            "similarity": round(float(at), 4),
            "ci95": [round(float(one), 4) for one in interval],
        }
        for rate, at, interval in zip(
            rates,
            _similarities(trials, everybody, rates),
            zip(low, high, strict=True),
            strict=True,
        )
    ]


def _similarities(
    trials: Trials, weights: NDArray[np.float64], rates: list[float]
) -> NDArray[np.float64]:
    tail = trials.tail
    reached = np.cumsum(weights[tail.enrolled] * weights[tail.probed]) / trials.pairs(weights)
    places = np.minimum(np.searchsorted(reached, rates), len(tail.similar) - 1)
    return tail.similar[places]


def _drawn(random: np.random.Generator, people: int) -> NDArray[np.float64]:
    """How often each person is drawn when as many are drawn anew: people, not pairs, are what was
    sampled."""
    return np.bincount(random.integers(0, people, people), minlength=people).astype(float)


def _all_pairs(trials: Trials) -> int:
    return round(trials.pairs(np.ones(len(trials.templates))))
