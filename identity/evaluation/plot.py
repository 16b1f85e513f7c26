"""The detection error trade-off (DET) curve as a picture."""

import importlib.util
from pathlib import Path

import numpy as np

from identity.errors import IdentityError
from identity.evaluation.scores import BINS, Scores

_LEAST_TRIALS = 3


def check(file: Path) -> None:
    """IdentityError `bad_request` when this cannot be drawn, before anything is measured."""
    if importlib.util.find_spec("matplotlib") is None:
        raise IdentityError("bad_request", "a plot needs the Python package matplotlib")
    if file.suffix.lower() not in (".png", ".svg", ".pdf"):
        raise IdentityError("bad_request", f"{file} must end in .png, .svg or .pdf")
    if not file.resolve().parent.is_dir():
        raise IdentityError("bad_request", f"the folder of {file} does not exist")


def draw(file: Path, scores: Scores, title: str) -> None:
    """FNMR over FMR, both logarithmic, as far as three false matches support it."""
    from matplotlib.figure import Figure

    fmr = np.cumsum(scores.impostors[::-1])[::-1] / scores.trials
    edges = np.arange(BINS) * 2 / BINS - 1
    genuine = np.sort(scores.all_genuine())
    fnmr = np.searchsorted(genuine, edges) / len(genuine)
    told = (fmr * scores.trials >= _LEAST_TRIALS) & (fnmr > 0)
    figure = Figure(figsize=(7, 5.5), layout="constrained")
    axes = figure.subplots()
    axes.loglog(fmr[told], fnmr[told], color="#1f5c4a", linewidth=2)
    axes.set_xlabel("FMR (strangers let in)")
    axes.set_ylabel("FNMR (people turned away)")
    axes.set_title(title)
    axes.grid(which="both", color="#dddddd", linewidth=0.6)
    figure.savefig(file, dpi=150)
