"""How the liveness pair judges single pictures of people and of attacks, each species by itself:
the report of `evaluate-pad`."""

import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from identity.errors import IdentityError
from identity.evaluation.intervals import wilson
from identity.evaluation.people import pictures_in
from identity.evaluation.workers import each
from identity.faces.detector import Detector
from identity.faces.face import main_face
from identity.liveness.passive import PassivePair
from identity.liveness.score import LIVE
from identity.reading import read_picture


@dataclass(frozen=True)
class Judged:
    """One picture; `score` is None where there is no face, `fault` why it could not be read."""

    score: float | None = None
    ms: float = 0.0
    fault: str = ""


def evaluate_attacks(
    live: Path, attacks: Mapping[str, Path], models: Path | None
) -> dict[str, Any]:
    """Error shares at the shipped threshold, with Wilson's 95 % intervals. Pictures without a face
    decide nothing and are counted apart. IdentityError `models_missing` without the pair."""
    pair = PassivePair(models)
    if not pair.available:
        raise IdentityError("models_missing", f"{pair.missing}; see `atrium models install`")
    folders = {"live": live, **{f"attack {name}": folder for name, folder in attacks.items()}}
    judged = {name: _judged(folder, models) for name, folder in folders.items()}
    bona_fide = judged.pop("live")
    wrong, of = _below(bona_fide), len(_scores(bona_fide))
    everything = [one for some in (bona_fide, *judged.values()) for one in some]
    times = [one.ms for one in everything if one.score is not None]
    return {
        "model": [asdict(one) for one in pair.models],
        "threshold": LIVE,
        "bpcer": {**_share(wrong, of, "rate"), "no_face": _no_face(bona_fide)},
        "species": [
            {
                "name": name,
                **_share(len(_scores(some)) - _below(some), len(_scores(some)), "apcer"),
                "no_face": _no_face(some),
            }
            for name, some in zip(attacks, judged.values(), strict=True)
        ],
        "unreadable": [one.fault for one in everything if one.fault],
        "ms": round(float(np.median(times)), 2) if times else None,
    }


def _judged(folder: Path, models: Path | None) -> list[Judged]:
    pictures = list(pictures_in(folder))
    if not pictures:
        raise IdentityError("bad_request", f"{folder} holds no picture")
    return list(each(pictures, lambda: (Detector(), PassivePair(models)), _look))


def _scores(judged: list[Judged]) -> list[float]:
    return [one.score for one in judged if one.score is not None]


def _below(judged: list[Judged]) -> int:
    return sum(score < LIVE for score in _scores(judged))


def _no_face(judged: list[Judged]) -> int:
    return sum(one.score is None and not one.fault for one in judged)


def _share(errors: int, trials: int, name: str) -> dict[str, Any]:
    interval = wilson(errors, trials)
    return {
        name: round(errors / trials, 6) if trials else None,
        "n": trials,
        "ci95": None if interval is None else [round(end, 6) for end in interval],
    }


def _look(parts: tuple[Detector, PassivePair], picture: Path) -> Judged:
    detector, pair = parts
    try:
        image = read_picture(str(picture))
    except IdentityError as unreadable:
        return Judged(fault=unreadable.detail)
    faces = detector.find(image)
    if not faces:
        return Judged()
    face = main_face(faces, image.shape[1], image.shape[0])
    pair.load()
    began = time.perf_counter()
    score = pair.score(image, face)
    return Judged(score, (time.perf_counter() - began) * 1000)
