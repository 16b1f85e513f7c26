"""One driver tried on the actual hall: how long a frame takes, and what it looks like."""

import json
import statistics
import time
from dataclasses import dataclass
from typing import Any

import numpy as np

from hall3d.plan import parse_departments
from hall3d.plan.model import Pose
from hall3d.renderer.drivers import Driver
from hall3d.renderer.likeness import Picture
from hall3d.renderer.screen import Screen
from hall3d.renderer.shot import stand
from hall3d.renderer.still import still
from hall3d.scene.loading import load_stage
from hall3d.scene.stage import Stage

SAMPLE = (960, 540)
"""Pixels of the picture that is compared."""
_FRAMES, _LONGEST_S = 24, 3.0
_STRIDE = 0.1
"""Metres between two frames of the walk that is measured."""


@dataclass(frozen=True)
class Trial:
    """What a driver did. ms: wall clock of a whole frame; the processor's own clock says nothing
    of a GPU's work."""

    drawn_by: str
    ms: float
    picture: Picture


def written(found: Trial) -> bytes:
    """One line of JSON, and after it the picture's pixels."""
    head = json.dumps({"drawn_by": found.drawn_by, "ms": found.ms})
    return head.encode() + b"\n" + found.picture.tobytes()


def read(told: bytes) -> Trial:
    """What `written` made. Raises ValueError for anything else."""
    line, _, pixels = told.partition(b"\n")
    head = json.loads(line)
    width, height = SAMPLE
    picture = np.frombuffer(pixels, np.uint8).reshape(height, width, 3)
    return Trial(str(head["drawn_by"]), float(head["ms"]), picture)


def tried(departments: Any, size: tuple[int, int], driver: Driver) -> Trial:
    """Look from the entrance, then walk into the hall."""
    stage = load_stage(parse_departments(departments), "en")
    stand(stage, stage.plan.entrance)
    screen = Screen(stage.root, *SAMPLE, driver)
    screen.look(stage.plan.entrance)
    drawn = still(screen)
    assert drawn is not None
    picture = np.ascontiguousarray(drawn[..., 2::-1])
    screen.close()
    screen = Screen(stage.root, *size, driver)
    found = Trial(screen.drawn_by, _frame_ms(stage, screen), picture)
    screen.close()
    stage.close()
    return found


def _frame_ms(stage: Stage, screen: Screen) -> float:
    """The median of the frames of a walk; the first one makes ready and does not count."""
    took: list[float] = []
    at, end = stage.plan.entrance, time.perf_counter() + _LONGEST_S
    for step in range(_FRAMES + 1):
        pose = Pose(at.x, at.y + step * _STRIDE, at.heading)
        stage.see(pose, still=False)
        screen.look(pose)
        began = time.perf_counter()
        screen.render()
        took.append(time.perf_counter() - began)
        if time.perf_counter() > end:
            break
    return round(1000 * statistics.median(took[1:] or took), 2)
