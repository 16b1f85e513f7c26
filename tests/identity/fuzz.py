"""`python -m tests.identity.fuzz --count 10000`: hostile files through a real identity process.

Prints how they ended, the time and the memory as JSON; exit 1 when one ended wrong.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

from tests.identity.client import Client
from tests.identity.hostile import ENROLLED, Hostile, hostile

SETTLED = 300
"""After so many files the process has loaded what it needs."""


@dataclass
class Report:
    """How the files ended; memory in megabytes."""

    outcomes: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0
    slowest: tuple[float, str] = (0.0, "")
    settled_mb: float = 0.0
    end_mb: float = 0.0
    peak_mb: float = 0.0

    def message(self) -> dict[str, Any]:
        """For print."""
        return {**vars(self), "outcomes": dict(self.outcomes.most_common())}


def fuzz(client: Client, folder: Path, count: int, seed: int = 1) -> Report:
    """Enrol from each file; every answer must be one that is right for it, and be printable."""
    report, process = Report(), psutil.Process(client.child.process.pid)
    began = time.monotonic()
    for number in range(count):
        one = hostile(number, seed)
        asked = time.monotonic()
        outcome = _outcome(client, one, folder, report)
        took = time.monotonic() - asked
        report.slowest = max(report.slowest, (round(took, 2), f"{number} {one.species}"))
        report.outcomes[outcome] += 1
        if outcome not in one.right:
            report.wrong.append(f"{number} {one.species}: {outcome}")
        if number in (min(SETTLED, count - 1), count - 1):
            report.end_mb = process.memory_info().rss / 2**20
            report.settled_mb = report.settled_mb or report.end_mb
    report.seconds = round(time.monotonic() - began, 1)
    report.peak_mb = _peak_mb(process.pid)
    return report


def _outcome(client: Client, one: Hostile, folder: Path, report: Report) -> str:
    path = one.put(folder)
    try:
        number = client.send("enrol_pictures", subject="one", paths=[str(path)])
        answer = client.answer(number)
    finally:
        _remove(path)
    if "error" not in answer:
        return ENROLLED
    if not answer["error"]["detail"].isprintable():
        report.wrong.append(f"{one.species}: not printable: {answer['error']['detail']!r}")
    return str(answer["error"]["cause"])


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    else:
        path.unlink(missing_ok=True)


def _peak_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def main() -> int:
    """Run it in a home of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    home = Path(tempfile.mkdtemp(prefix="atrium-fuzz-"))
    os.environ["ATRIUM_HOME"] = str(home)
    from foundation.children import spawn

    try:
        with spawn("identity", frames=(640, 480)) as child:
            report = fuzz(Client(child), home, options.count, options.seed)
    finally:
        shutil.rmtree(home)
    print(json.dumps(report.message(), ensure_ascii=True))
    return 1 if report.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
