"""`python -m benchmarks.hall`: every size of hall and picture, one JSON object or a table."""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

from benchmarks.hall import alone, halls, usual, ways, windowed
from benchmarks.hall.display import Display
from benchmarks.hall.figures import medians

SIZES = ((1280, 720), (1920, 1080))


def main(arguments: Sequence[str] = ()) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.hall")
    parser.add_argument("--json", action="store_true", help="one line of JSON")
    parser.add_argument("--counters", type=int, nargs="*", default=[8, 100, 500])
    parser.add_argument("--runs", type=int, default=3, help="medians of so many runs")
    options = parser.parse_args(list(arguments))
    found = [measured(count, options.runs) for count in options.counters]
    if options.json:
        print(json.dumps(found))
    else:
        print(table(found))
    return 0


def measured(counters: int, runs: int) -> dict[str, Any]:
    """Everything about a hall of so many counters."""
    rows = halls.rows(counters)
    bake_s = halls.prepare(rows)
    pictures = [picture(rows, size, runs) for size in SIZES]
    return {"counters": counters, "bake_s": bake_s, **ways.measure(rows), "pictures": pictures}


def picture(rows: list[dict[str, Any]], size: tuple[int, int], runs: int) -> dict[str, Any]:
    """One size of picture: the renderer alone, in a real window, and the usual way."""
    found = {"size": list(size), **medians([alone.measure(rows, size) for _ in range(runs)])}
    with Display(size) as display:
        found |= medians([windowed.measure(rows, size, display) for _ in range(runs)])
        found |= medians([usual.measure(rows, size, display) for _ in range(runs)])
    # ours stops at 60 frames a second; what a processor second yields has no such limit
    found["times_the_usual_frames_a_cpu_second"] = round(
        found["usual_cpu_ms_a_frame"] / found["walking_cpu_ms_a_frame"], 1
    )
    found["times_the_usual_fps"] = round(found["walking_fps"] / found["usual_fps"], 1)
    return found


def table(found: list[dict[str, Any]]) -> str:
    """The same for reading: a line for each measure, a column for each picture."""
    columns = [
        {k: v for k, v in hall.items() if k != "pictures"} | one
        for hall in found
        for one in hall["pictures"]
    ]
    names = dict.fromkeys(name for column in columns for name in column)
    width = max(len(name) for name in names)
    return "\n".join(
        f"{name:<{width}}" + "".join(f"{_cell(column.get(name)):>14}" for column in columns)
        for name in names
    )


def _cell(value: object) -> str:
    return "x".join(map(str, value)) if isinstance(value, list) else str(value)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
