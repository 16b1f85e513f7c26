"""The receipt printer through CUPS; where there is none, a folder of PDF files."""

import re
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

_PATIENCE_S = 25.0
_JOB = re.compile(r"request id is (\S+)")

PAPER, JAM, OFF, FAILED = "printer_paper", "printer_jam", "printer_off", "printer_failed"
"""Text ids of what can go wrong."""

_REASONS = (
    ("media-empty", PAPER),
    ("media-needed", PAPER),
    ("media-jam", JAM),
    ("offline", OFF),
    ("disabled", OFF),
    ("shutdown", OFF),
)


@dataclass(frozen=True)
class Printed:
    """What the device confirmed. `failure` is a text id, "" when all went well; `on_paper` is
    False where the PDF `file` was only kept."""

    file: Path
    failure: str = ""
    on_paper: bool = True

    @property
    def state(self) -> str:
        """As a screen says it: printed, kept or failed."""
        return "failed" if self.failure else "printed" if self.on_paper else "kept"


class Printer(Protocol):
    """Takes a PDF and says when it is really on paper."""

    def print(self, pdf: Path) -> Printed:
        """Print; returns after the device confirmed it, or gave up."""
        ...


class PdfFolder:
    """A queue of PDF files for terminals without a printer."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def print(self, pdf: Path) -> Printed:
        """Keep the PDF under its own name."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        kept = self._folder / pdf.name
        if kept != pdf:
            shutil.copyfile(pdf, kept)
        return Printed(kept, on_paper=False)


class NoPrinter:
    """A terminal that can print nowhere, and says so."""

    def print(self, pdf: Path) -> Printed:
        """Nothing is printed."""
        return Printed(pdf, OFF, on_paper=False)


class CupsPrinter:
    """One CUPS destination. `lp` and `lpstat` may be replaced by programs that act alike."""

    def __init__(self, destination: str, lp: str = "lp", lpstat: str = "lpstat") -> None:
        self._destination = destination
        self._lp = lp
        self._lpstat = lpstat

    def print(self, pdf: Path) -> Printed:
        """Print; waits until the job has left the queue."""
        told = subprocess.run(
            [self._lp, "-d", self._destination, str(pdf)],
            capture_output=True,
            text=True,
            check=False,
        )
        job = _JOB.search(told.stdout)
        if told.returncode != 0 or job is None:
            return Printed(pdf, _reason(told.stderr) or OFF)
        deadline = time.monotonic() + _PATIENCE_S
        while self._waits(job.group(1)):
            failure = _reason(self._ask("-l", "-p", self._destination))
            if failure:
                return Printed(pdf, failure)
            if time.monotonic() > deadline:
                return Printed(pdf, FAILED)
            time.sleep(0.3)
        return Printed(pdf)

    def _waits(self, job: str) -> bool:
        return any(line.split()[:1] == [job] for line in self._ask("-o").splitlines())

    def _ask(self, *arguments: str) -> str:
        done = subprocess.run(
            [self._lpstat, *arguments], capture_output=True, text=True, check=False
        )
        return done.stdout + done.stderr


def default_printer(folder: Path | None) -> Printer:
    """The system's default printer; without one, a queue of PDF files in `folder`, if any."""
    destination = ""
    if shutil.which("lpstat") is not None:
        told = subprocess.run(["lpstat", "-d"], capture_output=True, text=True, check=False)
        destination = told.stdout.strip().partition("destination: ")[2]
    if destination:
        return CupsPrinter(destination)
    return PdfFolder(folder) if folder else NoPrinter()


def _reason(text: str) -> str:
    return next((text_id for word, text_id in _REASONS if word in text), "")
