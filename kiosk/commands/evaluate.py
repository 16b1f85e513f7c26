"""`atrium evaluate`, `calibrate` and `evaluate-pad`: what the engines and the pair are worth."""

import argparse
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from identity.errors import IdentityError
from identity.evaluation.scores import Scores
from kiosk.cli import EXIT_USAGE, CommandFailed

MOST_ENROLLED = 20


def run(options: argparse.Namespace) -> int:
    """Measure and print; exit 0 when there was enough to measure."""
    try:
        match options.command:
            case "evaluate":
                report = _evaluate(options)
            case "calibrate":
                report = _calibrate(options)
            case _:
                report = _evaluate_pad(options)
    except IdentityError as refused:
        raise CommandFailed(f"{refused.cause}: {refused.detail}") from refused
    print(json.dumps(report, ensure_ascii=False, indent=None if options.json else 2))
    return 0


def _evaluate(options: argparse.Namespace) -> dict[str, Any]:
    from identity.evaluation import plot
    from identity.evaluation.verification import evaluate

    images = options.enrol_images
    if not 1 <= images <= MOST_ENROLLED:
        raise CommandFailed(f"--enrol-images is from 1 to {MOST_ENROLLED}", EXIT_USAGE)
    if options.plot is None:
        return evaluate(options.folder, options.engine, images)
    plot.check(options.plot)

    def draw(scores: Scores) -> None:
        plot.draw(options.plot, scores, f"{options.engine}, {images} enrolled: {options.folder}")

    return evaluate(options.folder, options.engine, images, draw)


def _calibrate(options: argparse.Namespace) -> dict[str, Any]:
    from identity.evaluation.calibrating import calibrate
    from identity.faces.calibrations import site_file
    from identity.faces.engine import engine_info

    made = calibrate(options.folder, options.engine, options.note)
    target = options.out or site_file(engine_info(options.engine))
    _write(target, json.dumps(made, ensure_ascii=False, indent=2) + "\n")
    return {"file": str(target), **made}


def _evaluate_pad(options: argparse.Namespace) -> dict[str, Any]:
    from identity.evaluation.attacks import evaluate_attacks

    attacks: dict[str, Path] = {}
    for named in options.attack:
        name, equals, folder = named.partition("=")
        if not name or not equals or not folder or name in attacks:
            wrong = f"--attack takes NAME=DIR, each name once, not {named!r}"
            raise CommandFailed(wrong, EXIT_USAGE)
        attacks[name] = Path(folder)
    return evaluate_attacks(options.live, attacks, options.models)


def _write(target: Path, text: str) -> None:
    """Whole or not at all: identity processes may start at any time."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=target.parent, delete=False) as draft:
        draft.write(text)
    os.replace(draft.name, target)
