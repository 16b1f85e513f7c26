"""What becomes of published forms of other kinds: how much is kept, and how fast.

`python -m benchmarks.importing DIR [--json]`; DIR has the folders defra, formio and xlsform. For
XLSForm, pyxform reads the same workbooks in the same run: what it accepts has to be accepted.
"""

import argparse
import contextlib
import io
import json
import logging
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kiosk.services.forms.importing import KINDS, Report, SourceError, import_form

PARTS = ("questions", "conditions", "texts")
WORST = 5


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; returns the exit code."""
    parser = argparse.ArgumentParser(prog="benchmarks.importing", description=__doc__)
    parser.add_argument("folder", metavar="DIR", type=Path)
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(argv)
    found = {
        kind: _kind(kind, sorted((options.folder / kind).glob("*")))
        for kind in KINDS
        if (options.folder / kind).is_dir()
    }
    print(json.dumps(found, indent=2, ensure_ascii=False) if options.json else _table(found))
    return 0


def _kind(kind: str, files: list[Path]) -> dict[str, Any]:
    """Sums over the files of a kind, and the forms that lost most."""
    sums: Counter[str] = Counter()
    refused: dict[str, str] = {}
    worst: list[tuple[int, str]] = []
    peer = _Peer() if kind == "xlsform" else None
    started = time.perf_counter()
    for file in files:
        try:
            _, _, report = import_form(kind, file.read_bytes(), "sample")
        except SourceError as fault:
            refused[file.name] = str(fault)[:200]
            continue
        sums["forms"] += 1
        worst.append((_add(sums, report), file.name))
    seconds = time.perf_counter() - started
    made: dict[str, Any] = {"files": len(files), "forms": sums["forms"], "seconds": seconds}
    for part in PARTS:
        made[part] = {
            name: sums[f"{part}.{name}"] for name in ("source", "kept", "changed", "lost")
        }
        source = made[part]["source"] or 1
        made[part]["kept_share"] = round(made[part]["kept"] / source, 4)
        made[part]["survive_share"] = round(1 - made[part]["lost"] / source, 4)
    made["refused"] = refused
    made["worst"] = [
        {"file": name, "not_kept": number} for number, name in sorted(worst)[::-1][:WORST]
    ]
    if peer:
        made["pyxform"] = peer.measure(files, refused)
    return made


def _add(sums: Counter[str], report: Report) -> int:
    """Adds a report; how many questions and conditions were not kept."""
    for part in PARTS:
        tally = getattr(report, part)
        for name in ("source", "kept", "changed", "lost"):
            sums[f"{part}.{name}"] += getattr(tally, name)
    return sum(tally.source - tally.kept for tally in (report.questions, report.conditions))


class _Peer:
    """pyxform, which turns XLSForm into XForms."""

    def measure(self, files: list[Path], refused: dict[str, str]) -> dict[str, Any]:
        """Which files it accepts, how long it takes, and which of these we refuse."""
        try:
            from pyxform.xls2xform import convert
        except ImportError:
            return {"missing": "pip install pyxform"}
        logging.getLogger("pyxform").setLevel(logging.CRITICAL)
        accepted = []
        started = time.perf_counter()
        for file in files:
            with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(Exception):
                convert(file)
                accepted.append(file.name)
        return {
            "accepted": len(accepted),
            "seconds": time.perf_counter() - started,
            "accepted_but_refused_here": sorted(set(accepted) & set(refused)),
        }


def _table(found: dict[str, Any]) -> str:
    lines = []
    for kind, one in found.items():
        lines.append(
            f"{kind}: {one['forms']} forms of {one['files']} files, {one['seconds']:.1f} s"
        )
        for part in PARTS:
            told = one[part]
            lines.append(
                f"  {part}: {told['source']}, kept {told['kept_share']:.1%}, "
                f"survive {told['survive_share']:.1%}"
            )
        if "pyxform" in one:
            lines.append(f"  pyxform: {one['pyxform']}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
