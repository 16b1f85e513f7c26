"""One picture through our pipeline and through face_recognition's usual path, side by side; then
one face among many, and with --people how often each turns people away.

`python -m benchmarks.identity [--json] [--camera FOLDER] [--models DIR] [--people DIR]`. Without a
folder of pictures the demonstration camera is used. One thread each; medians of five rounds, in
which both take turns, so that a busy machine slows both.
"""

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from benchmarks.search import SIZES, one_to_many
from benchmarks.turned_away import turned_away
from identity.cameras.source import open_camera
from identity.faces.detector import Detector
from identity.faces.measure import measure
from identity.faces.sface import SFace
from identity.faces.vision import opencv
from identity.liveness.passive import PassivePair
from identity.pictures import Image

ROUNDS = 5
PICTURES = 6


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; returns the exit code."""
    parser = argparse.ArgumentParser(prog="benchmarks.identity", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--camera", default="demonstration", metavar="SOURCE")
    parser.add_argument("--models", type=Path, metavar="DIR", help="where the liveness pair is")
    parser.add_argument("--people", type=Path, metavar="DIR", help="one folder a person")
    parser.add_argument("--sizes", type=int, nargs="*", default=list(SIZES), metavar="N")
    options = parser.parse_args(argv)
    report = compare(_pictures(options.camera), options.models)
    report["one_to_many"] = one_to_many(options.sizes)
    if options.people:
        report["turned_away"] = turned_away(options.people)
    print(json.dumps(report, indent=2) if options.json else _table(report))
    return 0


def compare(pictures: list[Image], models: Path | None) -> dict[str, Any]:
    """Milliseconds a picture, by step and by path."""
    steps, missing = _our_steps(models)
    steps |= {"face_recognition: detect and encode": _their_path()}
    ms = _median_ms(steps, pictures)
    height, width = pictures[0].shape[:2]
    whole = ms["atrium: detect, measure, liveness, encode" if not missing else OURS]
    return {
        "pictures": {"count": len(pictures), "width": width, "height": height, "rounds": ROUNDS},
        "ms_a_picture": ms,
        "liveness": missing or "the Silent-Face pair",
        "times_faster": round(ms["face_recognition: detect and encode"] / whole, 1),
    }


OURS = "atrium: detect, measure, encode"

Step = Callable[[Image], object]


def _our_steps(models: Path | None) -> tuple[dict[str, Step], str]:
    """Our path whole and in parts; the second is what liveness lacks."""
    detector, sface, pair = Detector(), SFace(), PassivePair(models)

    def encode(image: Image) -> object:
        face = detector.find(image)[0]
        return measure(image, face), sface.embed(image, face)

    def everything(image: Image) -> object:
        face = detector.find(image)[0]
        return measure(image, face), pair.score(image, face), sface.embed(image, face)

    steps: dict[str, Step] = {"atrium: detect": detector.find, OURS: encode}
    if pair.available:
        pair.load()
        steps["atrium: detect, liveness"] = lambda image: pair.score(image, detector.find(image)[0])
        steps["atrium: detect, measure, liveness, encode"] = everything
    return steps, pair.missing


def _their_path() -> Step:
    """What face_recognition's documentation shows first: default detector, default encoder."""
    import face_recognition  # seconds; only this benchmark imports it whole

    def path(image: Image) -> object:
        rgb = opencv().cvtColor(image, opencv().COLOR_BGR2RGB)
        return face_recognition.face_encodings(rgb)

    return path


def _median_ms(steps: dict[str, Step], pictures: list[Image]) -> dict[str, float]:
    times: dict[str, list[float]] = {name: [] for name in steps}
    for step in steps.values():
        step(pictures[0])
    for _ in range(ROUNDS):
        for name, step in steps.items():
            started = time.perf_counter()
            for image in pictures:
                step(image)
            times[name].append((time.perf_counter() - started) * 1000 / len(pictures))
    return {name: round(statistics.median(rounds), 1) for name, rounds in times.items()}


def _pictures(source: str) -> list[Image]:
    camera, stop = open_camera(source, Event()), Event()
    pictures: list[Image] = []
    while len(pictures) < PICTURES and (shot := camera.read(stop)) is not None:
        pictures.append(shot.image)
    camera.close()
    return pictures


def _table(report: dict[str, Any]) -> str:
    size = report["pictures"]
    lines = [f"{size['count']} pictures of {size['width']} x {size['height']}, ms a picture:"]
    lines += [f"  {name:<44}{ms:>8.1f}" for name, ms in report["ms_a_picture"].items()]
    lines += [f"liveness: {report['liveness']}", f"{report['times_faster']} times faster"]
    for people, found in report["one_to_many"].items():
        ours, theirs = (found[who]["median_ms"] for who in ("atrium", "numpy"))
        lines.append(f"one among {int(people):>9,}: {ours:>7.1f} ms, numpy {theirs:>7.1f} ms")
    for who, turned in report.get("turned_away", {}).items():
        lines.append(f"turned away, {who}: {turned}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
