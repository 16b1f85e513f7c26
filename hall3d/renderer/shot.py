"""Pictures of the hall for looking at it: one view, or a tour of twelve."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hall3d.plan import Department, HallPlan, Pose, lay_out
from hall3d.renderer.drivers import TINY, Driver
from hall3d.renderer.hall import Hall
from hall3d.renderer.screen import Screen
from hall3d.renderer.still import FINENESS, still
from hall3d.renderer.tour import stops
from hall3d.scene.loading import load_stage
from hall3d.scene.stage import Stage

LARGEST = 8192
"""Pixels of a side."""
_STEPS = 30
_LISTED = 12
"""Counters that an error names; a large hall has too many to read."""
_FOLLOWED, _FRAME = 3.4, 1 / 30
"""Seconds that the tour follows the guide before it takes a picture, and of one step of them."""
_OVERVIEW = (Pose(0.0, 0.4, 0.0), -10.0, 4.3)


class UnknownView(ValueError):
    """There is no such view of this hall; the text lists those there are."""


@dataclass(frozen=True)
class Look:
    """How a picture is made: pixels, language of the signs, theme of the hall, what draws it."""

    size: tuple[int, int] = (1280, 720)
    language: str = "zh_CN"
    theme: str = "day"
    driver: Driver = TINY


def shoot(departments: Sequence[Department], view: str, look: Look, path: Path) -> None:
    """One view as PNG: entrance, desk, counter:ID, overview, map, or X,Y,HEADING.

    Raises UnknownView, OSError where it cannot write, CannotDraw where the driver does not work
    here.
    """
    if view == "map":
        _map(departments, look, path)
        return
    seen_from(lay_out(departments), view)  # before the time it takes to load the hall
    stage = _stage(departments, look)
    screen = _screen(stage, look)
    stand(stage, aim(screen, stage.plan, view))
    _take(screen, look, path)
    screen.close()


def tour(departments: Sequence[Department], look: Look, folder: Path) -> list[Path]:
    """Pictures of a walk, numbered: its stops, following the guide, from above, and the map;
    returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    stage = _stage(departments, look)
    screen = _screen(stage, look)
    made: list[Path] = []

    def take(name: str) -> Path:
        made.append(folder / f"{len(made) + 1:02}-{name}.png")
        return made[-1]

    for stop in stops(stage.plan):
        screen.look(stop.pose, stop.pitch)
        stand(stage, stop.pose)
        _take(screen, look, take(stop.name))
    screen.look(_follow(stage))
    _take(screen, look, take("guide"))
    stage.draw_route([])
    stand(stage, aim(screen, stage.plan, "overview"))
    _take(screen, look, take("overview"))
    screen.close()
    _map(departments, look, take("map"))
    return made


def _follow(stage: Stage) -> Pose:
    """Let the guide lead the visitor from the entrance towards a counter; where they then are."""
    plan = stage.plan
    hall = Hall(plan, lambda _: None, stage.draw_route)
    stage.cast.find_way = hall.paths.find
    stand(stage, plan.entrance)
    hall.go({"counter": plan.counters[len(plan.counters) // 6].department.id})
    for step in range(round(_FOLLOWED / _FRAME)):
        hall.step(_FRAME, step * _FRAME)
        stage.see(hall.walker.pose)
        stage.cast.step(_FRAME, hall.walker.pose, hall.walker.way)
    stage.complete()
    return hall.walker.pose


def sample_queue(departments: Sequence[Department]) -> list[dict[str, Any]]:
    """Numbers for pictures: tickets served and people waiting, the same every time."""
    return [
        {
            "counter": one.id,
            "serving": f"{chr(65 + i % 26)}{17 + 7 * i % 60:03}",
            "waiting": i * 3 % 7,
            "minutes": i * 3 % 7 * 4,
            "state": "closed" if i % 9 == 8 else "busy" if i % 3 else "open",
        }
        for i, one in enumerate(departments)
    ]


def aim(screen: Screen, plan: HallPlan, view: str) -> Pose:
    """Turn the camera to a view by name; returns where it stands. Raises UnknownView."""
    if view == "overview":
        screen.look(*_OVERVIEW)
        return _OVERVIEW[0]
    pose = seen_from(plan, view)
    screen.look(pose)
    return pose


def seen_from(plan: HallPlan, view: str) -> Pose:
    """Where a view by name is seen from. Raises UnknownView."""
    if view == "overview":
        return _OVERVIEW[0]
    if "," in view:
        return _at(plan, view)
    try:
        return plan.pose(view)
    except KeyError:
        counters = ", ".join(f"counter:{one.department.id}" for one in plan.counters[:_LISTED])
        more = ", …" if len(plan.counters) > _LISTED else ""
        raise UnknownView(
            f"there is no view {view}; there are entrance, desk, overview, map, {counters}{more}, "
            "and X,Y,HEADING"
        ) from None


def _at(plan: HallPlan, view: str) -> Pose:
    """A pose from X,Y,HEADING."""
    try:
        x, y, heading = (float(part) for part in view.split(","))
    except ValueError:
        raise UnknownView(
            f"{view} is no view: write X,Y,HEADING in metres and degrees, such as 0,3.5,90"
        ) from None
    x0, y0, x1, y1 = plan.bounds
    if not (x0 <= x <= x1 and y0 <= y <= y1):
        reach = f"X from {x0:g} to {x1:g} and Y from {y0:g} to {y1:g}"
        raise UnknownView(f"{view} is outside of this hall, which has {reach}")
    return Pose(x, y, heading % 360.0)


def _stage(departments: Sequence[Department], look: Look) -> Stage:
    stage = load_stage(departments, look.language, look.theme)
    stage.show_queue(sample_queue(departments))
    return stage


def stand(stage: Stage, pose: Pose) -> None:
    """Let the hall become as it is for who has stood at a pose for a while."""
    stage.see(pose)
    for _ in range(_STEPS):
        stage.cast.step(2.0 / _STEPS, pose, None)
    stage.complete()


def _screen(stage: Stage, look: Look) -> Screen:
    """Large enough for the picture; a still takes whole tiles."""
    wide, high = (-(-side // FINENESS) * FINENESS for side in look.size)
    return Screen(stage.root, wide, high, look.driver)


def _take(screen: Screen, look: Look, path: Path) -> None:
    picture = still(screen)
    if picture is not None:
        wide, high = look.size
        save(picture[:high, :wide], path)


def _map(departments: Sequence[Department], look: Look, path: Path) -> None:
    from hall3d.signs.fitting import start_qt
    from hall3d.signs.floor_plan import floor_plan

    start_qt()
    save(floor_plan(lay_out(departments), look.language, look.size), path)


def save(picture: NDArray[np.uint8], path: Path) -> None:
    """Write a picture of BGR or BGRX pixels as PNG."""
    from PySide6.QtGui import QImage

    height, width, channels = picture.shape
    pixels = np.full((height, width, 4), 255, np.uint8)
    pixels[..., : min(channels, 3)] = picture[..., :3]
    image = QImage(pixels.data, width, height, width * 4, QImage.Format.Format_RGB32)
    if not image.save(str(path)):
        raise OSError(f"could not write the picture {path}")
