"""The hall while walking and at rest: frames, CPU, memory, cold start."""

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psutil

from foundation.children import Child, spawn
from hall3d.plan import parse_departments
from hall3d.renderer.prepare import prepare

_SIZES = ((1280, 720), (1920, 1080))
_WALK = ("desk", "entrance")


def main(arguments: Sequence[str] = ()) -> int:
    """Print one object a size: fps and CPU while walking, still after, rest, memory, start."""
    parser = argparse.ArgumentParser(prog="benchmarks.hall")
    parser.add_argument("--departments", type=Path, help="JSON as in `open`")
    parser.add_argument("--json", action="store_true", help="one line of JSON")
    options = parser.parse_args(list(arguments))
    rows = _departments(options.departments)
    prepare(parse_departments(rows))
    found = [measure(rows, size) for size in _SIZES]
    print(json.dumps(found, indent=None if options.json else 2))
    return 0


def measure(rows: list[dict[str, Any]], size: tuple[int, int]) -> dict[str, Any]:
    """Walk through the hall of a fresh process at a picture size."""
    began = time.perf_counter()
    with spawn("hall3d", frames=size) as child:
        told = {"departments": rows, "language": "zh_CN", "size": list(size), "theme": "light"}
        child.channel.send({"command": "open", **told})
        _wait(child, "frame")
        start = time.perf_counter() - began
        while child.channel.receive(0.7) is not None:
            pass
        process = psutil.Process(child.process.pid)
        rest = _used(process)
        time.sleep(2.0)
        rest = (_used(process) - rest) / 2.0
        walked = [_walk(child, process, place) for place in _WALK]
        frames, seconds, used = (sum(column) for column in list(zip(*walked, strict=True))[:3])
        return {
            "size": list(size),
            "counters": len(rows),
            "cached_start_to_first_frame_s": round(start, 3),
            "walking_fps": round(frames / seconds, 1),
            "walking_cpu_ms_a_frame": round(1000 * used / frames, 1),
            "whole_frame_after_stop_s": round(max(row[3] for row in walked), 3),
            "smooth_frame_after_stop_s": round(max(row[4] for row in walked), 3),
            "cpu_share_at_rest": round(rest, 4),
            "memory_mb": round(process.memory_info().rss / 1e6),
        }


def _walk(
    child: Child, process: psutil.Process, place: str
) -> tuple[int, float, float, float, float]:
    """Frames, seconds and CPU seconds of a walk; seconds to the whole and the smooth still."""
    began, used, frames = time.perf_counter(), _used(process), 0
    child.channel.send({"command": "go", "place": place})
    while (message := _next(child))["event"] != "arrived":
        frames += message["event"] == "frame"
    stopped, used = time.perf_counter(), _used(process) - used
    _wait(child, "frame")
    whole = time.perf_counter() - stopped
    _wait(child, "frame")
    return frames, stopped - began, used, whole, time.perf_counter() - stopped


def _departments(path: Path | None) -> list[dict[str, Any]]:
    if path is not None:
        told = json.loads(path.read_text(encoding="utf-8"))
        rows: list[dict[str, Any]] = told["departments"] if isinstance(told, dict) else told
        return rows
    name = {"zh_CN": "办事窗口", "en": "Service counter"}
    return [{"id": f"c{i}", "number": i, "colour": "1D4F91", "name": name} for i in range(1, 11)]


def _used(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def _next(child: Child) -> dict[str, Any]:
    message = child.channel.receive(60.0)
    if message is None:
        raise TimeoutError("the hall process says nothing")
    return message


def _wait(child: Child, event: str) -> None:
    while _next(child)["event"] != event:
        pass


if __name__ == "__main__":
    import sys

    sys.exit(main(sys.argv[1:]))
