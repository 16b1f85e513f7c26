"""`python -m tests.identity.soak --count 200`: captures in a row, and what they leave in memory.

Every kind of ending takes its turn: a match, a cancelled one, a camera that is not there, an empty
scene, an enrolment. Prints JSON; exit 1 when one ended wrong.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any

import cv2
import numpy as np
import psutil

from identity.cameras.demonstration import DemonstrationCamera
from tests.identity.client import Client, numbered

SETTLED = 10
"""After so many captures the process has loaded what it needs."""

_FRAMES = 10


@dataclass
class Report:
    """Memory in megabytes; open: descriptors."""

    captures: int = 0
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0
    settled_mb: float = 0.0
    end_mb: float = 0.0
    settled_open: int = 0
    end_open: int = 0

    def message(self) -> dict[str, Any]:
        """For print."""
        return vars(self)


def soak(client: Client, folder: Path, count: int) -> Report:
    """Carry out `count` captures."""
    face, empty = _recordings(folder)
    first = {"subject": "p", "camera": face, "images": 1}
    client.ask("enrol", **first)
    report, process = Report(), psutil.Process(client.child.process.pid)
    began = time.monotonic()
    for number in range(count):
        wanted, got = _capture(client, number, face, empty)
        if wanted != got:
            report.wrong.append(f"{number}: {got} instead of {wanted}")
        client.events.clear()
        report.end_mb = round(process.memory_info().rss / 2**20, 1)
        report.end_open = process.num_fds()
        if number == min(SETTLED, count - 1):
            report.settled_mb, report.settled_open = report.end_mb, report.end_open
    report.captures, report.seconds = count, round(time.monotonic() - began, 1)
    return report


def _capture(client: Client, number: int, face: str, empty: str) -> tuple[str, str]:
    """What came of one, after what should have."""
    asked: dict[str, Any] = {"subject": "p", "liveness": "none"}
    match number % 8:
        case 3:
            running = client.send("verify", camera=f"{face}&loop=1", **asked)
            cancelling = client.send("cancel")
            cause = str(client.answer(running)["result"]["cause"])
            assert client.answer(cancelling)["result"] == {}
            return "cancelled", cause
        case 4:
            return "no_camera", str(client.ask("verify", camera="/no/where", **asked)["cause"])
        case 5:
            return "no_face", str(client.ask("verify", camera=empty, **asked)["cause"])
        case 6:
            enrolled = client.ask("enrol", subject="p", camera=face, images=1)
            return "1", str(enrolled["images"])
        case _:
            return "match", str(client.ask("verify", camera=face, **asked)["cause"])


def _recordings(folder: Path) -> tuple[str, str]:
    camera = DemonstrationCamera()
    for number in range(_FRAMES):
        shot = camera.read(Event())
        assert shot is not None
        cv2.imwrite(str(numbered(folder / "face", number)), shot.image)
        empty = np.full_like(shot.image, 127)
        cv2.imwrite(str(numbered(folder / "empty", number)), empty)
    return f"{folder / 'face'}?fps=30", f"{folder / 'empty'}?fps=60"


def main() -> int:
    """Run it in a home of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    options = parser.parse_args()
    home = Path(tempfile.mkdtemp(prefix="atrium-soak-"))
    os.environ["ATRIUM_HOME"] = str(home)
    from foundation.children import spawn

    try:
        with spawn("identity", frames=(640, 480)) as child:
            report = soak(Client(child), home, options.count)
    finally:
        shutil.rmtree(home)
    print(json.dumps(report.message()))
    return 1 if report.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
