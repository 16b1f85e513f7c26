"""The renderer's process by itself: frames, cost, stills, rest, memory, cold start."""

import time
from typing import Any

import psutil

from foundation.children import Child, spawn


def measure(rows: list[dict[str, Any]], size: tuple[int, int]) -> dict[str, Any]:
    """Walk through the hall of a fresh process at a picture size."""
    began = time.perf_counter()
    with spawn("hall3d", frames=size) as child:
        told = {"departments": rows, "language": "zh_CN", "size": list(size), "theme": "day"}
        child.channel.send({"command": "open", **told})
        _wait(child, "frame")
        start = time.perf_counter() - began
        _quiet(child)
        process = psutil.Process(child.process.pid)
        rest = _used(process)
        time.sleep(2.0)
        rest = (_used(process) - rest) / 2.0
        walks = [{"place": "desk"}, {"counter": rows[0]["id"]}, {"place": "entrance"}]
        walked = [_walk(child, process, goal) for goal in walks]
        frames, seconds, used = (sum(column) for column in list(zip(*walked, strict=True))[:3])
        shares = [share for walk in walked for share in walk[5]]
        return {
            "cold_start_s": round(start, 3),
            "walking_fps": round(frames / seconds, 1),
            "walking_cpu_ms_a_frame": round(1000 * used / frames, 1),
            "walking_scale": round(sum(shares) / len(shares), 2),
            "whole_still_ms": round(1000 * max(row[3] for row in walked)),
            "smooth_still_ms": round(1000 * max(row[4] for row in walked)),
            "cpu_share_at_rest": round(rest, 4),
        }


def _walk(
    child: Child, process: psutil.Process, goal: dict[str, str]
) -> tuple[int, float, float, float, float, list[float]]:
    """Frames, seconds and processor seconds of a walk, seconds to the whole and to the smooth still
    after it, and the share of width and height that each frame was drawn at."""
    began, used, frames = time.perf_counter(), _used(process), 0
    shares = []
    child.channel.send({"command": "go", **goal})
    while (message := _next(child))["event"] != "arrived":
        if message["event"] == "frame":
            frames += 1
            shares.append(_width(child))
    stopped, used = time.perf_counter(), _used(process) - used
    after = []
    while (late := child.channel.receive(0.7)) is not None:
        if late["event"] == "frame":
            after.append((time.perf_counter() - stopped, _width(child)))
    full = after[-1][1]
    whole = next(seconds for seconds, width in after if width == full)
    return frames, stopped - began, used, whole, after[-1][0], [width / full for width in shares]


def _width(child: Child) -> float:
    frame = child.frames.latest() if child.frames else None
    return 0.0 if frame is None else float(frame.width)


def _used(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def _quiet(child: Child) -> None:
    while child.channel.receive(0.7) is not None:
        pass


def _next(child: Child) -> dict[str, Any]:
    message = child.channel.receive(60.0)
    if message is None:
        raise TimeoutError("the hall process says nothing")
    return message


def _wait(child: Child, event: str) -> None:
    while _next(child)["event"] != event:
        pass
