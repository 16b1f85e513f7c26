"""`python -m benchmarks.liveness [--json] [--people DIR] [--each N] [--seed S] [--only PART]
[--sitting DIR …]`.

DIR holds one folder of pictures a person. Without it the public-domain portrait is everybody, and
the species that needs two people has no trials. A sitting is a folder of consecutive pictures of a
person before a real webcam; its noise is used for the screen-light check.
"""

import argparse
import json
import os
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from benchmarks.liveness import movements, reflection, stream, whole
from benchmarks.liveness.people import people
from benchmarks.liveness.report import shown
from benchmarks.liveness.species import GENUINE, Stage
from identity.faces.detector import Detector

PARTS = ("movements", "light", "stream", "whole")
NOTE = (
    "Simulated: pictures on simple surfaces before a pinhole camera. This is no presentation "
    "attack test after ISO/IEC 30107-3, and none of these rates holds for real attacks."
)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; returns the exit code."""
    parser = argparse.ArgumentParser(prog="benchmarks.liveness", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--people", type=Path, metavar="DIR")
    parser.add_argument("--each", type=int, default=10, metavar="N", help="trials a species")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=PARTS, help="one part of it")
    parser.add_argument("--sitting", type=Path, action="append", default=[], metavar="DIR")
    options = parser.parse_args(argv)
    stages = _stages(options.people, options.each, options.seed)
    report: dict[str, Any] = {"note": NOTE, "trials": options.each}
    parts = {
        "movements": lambda: movements.measure(stages, options.seed),
        "light": lambda: reflection.measure(stages, options.seed, options.sitting),
        "stream": lambda: stream.measure(stages, options.seed, options.sitting),
        "whole": lambda: whole.measure(stages, options.seed),
    }
    for name in PARTS if options.only is None else [options.only]:
        report[name] = parts[name]()
    print(json.dumps(report, indent=2) if options.json else _table(report))
    return 0


def _stages(folder: Path | None, each: int, seed: int) -> list[Stage]:
    found, detector = people(folder, each, seed), Detector()
    return [
        Stage(
            found[n % len(found)],
            found[(n + 1) % len(found)] if len(found) > 1 else None,
            random.Random(seed + n),
            detector,
        )
        for n in range(each)
    ]


def _table(report: dict[str, Any]) -> str:
    lines = [report["note"]]
    for name, readings in report.get("movements", {}).items():
        wrong = "movements not seen" if name == GENUINE else "movements seen"
        lines += [f"{name}: {wrong}", *(shown(what, one) for what, one in readings.items())]
    for name, rates in report.get("light", {}).items():
        lines.append(f"screen light, {name}: people not seen by the light's strength")
        lines += [shown(what, one) for what, one in rates["bpcer"].items()]
        lines.append(f"screen light, {name}: instruments taken for people")
        lines += [shown(what, one) for what, one in rates["apcer"].items()]
    for name, statistics in report.get("stream", {}).items():
        lines.append(f"only looking, {name}: 10th, 50th, 90th percentile")
        lines += [f"  {what:<34}{values}" for what, values in statistics.items()]
    if "whole" in report:
        lines.append("whole verifications: genuine turned away, attacks accepted")
        lines += [shown(name, one) for name, one in report["whole"].items()]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
