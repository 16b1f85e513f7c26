"""How often an engine turns people away, at each false match rate: the report of `evaluate`."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from identity.errors import IdentityError
from identity.evaluation.encoding import Encodings, encode
from identity.evaluation.intervals import by_people
from identity.evaluation.lookalikes import lookalike_rate
from identity.evaluation.people import people_in
from identity.evaluation.scores import Scores, compare, equal_error_rate
from identity.evaluation.templates import enrol
from identity.faces.calibrations import calibration_of
from identity.faces.engine import engine_info

RATES = {"1e-3": 1e-3, "1e-4": 1e-4, "1e-5": 1e-5}
ONE_IN = 10_000


def evaluate(
    folder: Path, engine: str, images: int, seen: Callable[[Scores], None] = lambda _: None
) -> dict[str, Any]:
    """All templates of `images` pictures against all other pictures. Rates are shares, 0..1; null
    where the pictures are too few to tell. `seen` gets every comparison, for a plot."""
    encodings = encode(people_in(folder), engine)
    templates = enrol(encodings, images)
    scores = compare(templates, encodings.probes, encodings.owner)
    if not scores.trials or not scores.genuine:
        missing = "strangers" if not scores.trials else f"anybody with {images + 1} pictures"
        raise IdentityError("bad_request", f"{folder} does not hold {missing} to compare with")
    seen(scores)
    thresholds = {name: scores.threshold(rate) for name, rate in RATES.items()}
    used = calibration_of(engine_info(engine)).threshold(ONE_IN, images)
    return {
        "engine": engine,
        "enrol_images": images,
        "people": encodings.people,
        "images": encodings.pictures,
        "genuine": len(scores.all_genuine()),
        "impostor": scores.trials,
        "fnmr": {name: _missed(scores, at) for name, at in thresholds.items()},
        "fnmr_ci": {name: _interval(scores, at) for name, at in thresholds.items()},
        "eer": round(equal_error_rate(scores), 6),
        "lookalike_fmr": {
            name: None if at is None else _rounded(lookalike_rate(encodings, templates, at))
            for name, at in thresholds.items()
        },
        "as_calibrated": {
            "one_in": ONE_IN,
            "fmr": _rounded(scores.false_match_rate(used)),
            "fnmr": _missed(scores, used),
            "fnmr_ci": _interval(scores, used),
        },
        "no_face": encodings.no_face,
        "unreadable": list(encodings.faults),
        "ms": _times(encodings),
    }


def _missed(scores: Scores, threshold: float | None) -> float | None:
    if threshold is None:
        return None
    return _rounded(float((scores.all_genuine() < threshold).mean()))


def _interval(scores: Scores, threshold: float | None) -> Sequence[float] | None:
    if threshold is None:
        return None
    people = [np.array(own) for own in scores.genuine.values()]
    found = by_people([int((own < threshold).sum()) for own in people], [len(p) for p in people])
    return None if found is None else [round(end, 6) for end in found]


def _times(encodings: Encodings) -> dict[str, float]:
    detect, embed = encodings.detect_ms, encodings.embed_ms
    return {
        "detect": round(detect, 2),
        "embed": round(embed, 2),
        "total": round(detect + embed, 2),
    }


def _rounded(share: float | None) -> float | None:
    return None if share is None else float(f"{share:.4g}")
