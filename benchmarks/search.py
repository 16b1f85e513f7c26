"""One face among many: the gallery's exact scan beside numpy's matrix product, in one run.

`python -m benchmarks.search [--json] [--sizes 10000 100000 1000000]`. Random unit vectors of 128
numbers; the probe is one of them with noise. One thread. Recall is against the exact answer in
single precision. Each index is built in a process of its own, so that its memory can be seen.
"""

import argparse
import ctypes
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import psutil

from identity.gallery.search.index import Vectors
from identity.gallery.search.scan import ExactScan
from identity.pictures import Vector

SIZES = (10_000, 100_000, 1_000_000)
DIMENSIONS = 128
TOP = 10
SPARE = 4
ROUNDS = 15
PROBES = 5
_PART = 50_000


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; returns the exit code."""
    parser = argparse.ArgumentParser(prog="benchmarks.search", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), metavar="N")
    parser.add_argument("--in-this-process", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    if options.in_this_process:
        print(json.dumps(_measure(*options.sizes)))
        return 0
    report = one_to_many(options.sizes)
    print(json.dumps(report, indent=2) if options.json else _table(report))
    return 0


def one_to_many(sizes: Sequence[int] = SIZES) -> dict[str, Any]:
    """For each size `{"atrium": {median_ms, p95_ms, memory_mb}, "numpy": …, "recall_at_10", …}`."""
    return {str(size): _apart(size) for size in sizes}


def _apart(size: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.search", "--in-this-process", "--sizes", str(size)]
    result: dict[str, Any] = json.loads(subprocess.check_output(command))
    return result


def _measure(size: int) -> dict[str, Any]:
    rows, probes = _people(size)
    index, ours_mb = _grown(lambda: _scan(rows))
    # rows themselves are what the peer holds
    peer_mb = rows.nbytes / 1e6
    ours, theirs = [], []
    for _ in range(ROUNDS):  # in turns, so that a busy machine slows both
        for probe in probes:
            ours.append(_ms(lambda probe=probe: index.nearest(probe, TOP)))  # type: ignore[misc]
            theirs.append(_ms(lambda probe=probe: _numpy(rows, probe)))  # type: ignore[misc]
    exact = [set(_numpy(rows, probe)) for probe in probes]
    report: dict[str, Any] = {
        "searches": len(ours),
        "atrium": {**_summary(ours), "memory_mb": round(ours_mb, 1)},
        "numpy": {**_summary(theirs), "memory_mb": round(peer_mb, 1)},
        "recall_at_10": _recall(index, probes, exact, TOP),
        "recall_at_10_of_40_candidates": _recall(index, probes, exact, TOP * SPARE),
        "first_found": sum(
            index.nearest(probe, 1)[0].reference == _numpy(rows, probe)[0] for probe in probes
        )
        / len(probes),
    }
    report["times_faster"] = round(
        report["numpy"]["median_ms"] / report["atrium"]["median_ms"],
        1,
    )
    index.close()
    return report


def _people(size: int) -> tuple[Vectors, list[Vector]]:
    random = np.random.default_rng(0)
    rows = np.empty((size, DIMENSIONS), np.float32)
    for start in range(0, size, _PART):
        part = random.standard_normal(rows[start : start + _PART].shape, np.float32)
        rows[start : start + _PART] = part / np.linalg.norm(part, axis=1, keepdims=True)
    probes = []
    for who in random.integers(0, size, PROBES):
        probe = rows[who] + random.normal(0, 0.1, DIMENSIONS).astype(np.float32)
        probes.append((probe / np.linalg.norm(probe)).astype(np.float32))
    return rows, probes


def _scan(rows: Vectors) -> ExactScan:
    index = ExactScan()
    for start in range(0, len(rows), _PART):
        part = rows[start : start + _PART]
        index.put(range(start, start + len(part)), part)
    return index


def _numpy(rows: Vectors, probe: Vector) -> list[int]:
    scores = rows @ probe
    best = np.argpartition(scores, -TOP)[-TOP:]
    return [int(row) for row in best[np.argsort(-scores[best])]]


def _recall(index: ExactScan, probes: list[Vector], exact: list[set[int]], fetched: int) -> float:
    hits = [
        len({one.reference for one in index.nearest(probe, fetched)} & wanted)
        for probe, wanted in zip(probes, exact, strict=True)
    ]
    return round(sum(hits) / (TOP * len(probes)), 4)


def _grown(build: Callable[[], ExactScan]) -> tuple[ExactScan, float]:
    """The index, and by how many MB this process grew for it."""
    process = psutil.Process()
    ctypes.CDLL(None).malloc_trim(0)  # what is free already would hide what is taken
    ExactScan().put([0], np.zeros((1, DIMENSIONS), np.float32))  # the library itself
    before = process.memory_info().rss
    index = build()
    return index, (process.memory_info().rss - before) / 1e6


def _ms(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000


def _summary(times: list[float]) -> dict[str, float]:
    cuts = statistics.quantiles(times, n=20)
    return {"median_ms": round(statistics.median(times), 2), "p95_ms": round(cuts[18], 2)}


def _table(report: dict[str, Any]) -> str:
    lines = []
    for size, row in report.items():
        ours, peer = row["atrium"], row["numpy"]
        lines.append(
            f"{int(size):>9,}: {ours['median_ms']:7.2f} ms (p95 {ours['p95_ms']:.2f},"
            f" {ours['memory_mb']:.0f} MB); numpy {peer['median_ms']:7.2f} ms"
            f" ({peer['memory_mb']:.0f} MB); recall@10 {row['recall_at_10']:.3f},"
            f" of 40 {row['recall_at_10_of_40_candidates']:.3f}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
