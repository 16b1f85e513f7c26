"""Pictures of the hall for looking at it."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hall3d.plan import HallPlan, Pose, parse_departments
from hall3d.renderer.screen import Screen
from hall3d.renderer.still import still
from hall3d.scene.loading import load_stage


def main(arguments: Sequence[str]) -> int:
    """`python -m hall3d shot`."""
    parser = argparse.ArgumentParser(prog="hall3d shot", description="a picture of the hall")
    parser.add_argument("--out", type=Path, required=True, help="the PNG to write")
    parser.add_argument("--size", default="1280x720", help="pixels, as WxH")
    parser.add_argument(
        "--view", default="entrance", help="entrance, desk, counter:ID, overview or X,Y,HEADING"
    )
    parser.add_argument("--departments", type=Path, required=True, help="JSON as in `open`")
    parser.add_argument("--language", help="zh_CN or en; the file's own when left out")
    parser.add_argument("--fineness", type=int, default=2, help="1 for jagged edges")
    options = parser.parse_args(arguments)
    told = json.loads(options.departments.read_text(encoding="utf-8"))
    departments = parse_departments(told["departments"])
    stage = load_stage(departments, options.language or told.get("language", "zh_CN"))
    width, height = (int(part) for part in options.size.split("x"))
    screen = Screen(stage.root, width, height)
    look(screen, stage.plan, options.view)
    picture = still(screen, options.fineness)
    if picture is not None:
        save(picture, options.out)
    return 0


def look(screen: Screen, plan: HallPlan, view: str) -> None:
    """Turn the camera to a view by name."""
    if view == "overview":
        pose = Pose(0.0, 0.4, 0.0)
        screen.look(pose, -10.0, 4.3)
    elif "," in view:
        x, y, heading = (float(part) for part in view.split(","))
        screen.look(Pose(x, y, heading))
    else:
        screen.look(plan.pose(view))


def save(picture: NDArray[np.uint8], path: Path) -> None:
    """Write a picture of BGRX pixels as PNG."""
    from PySide6.QtGui import QImage

    height, width, _ = picture.shape
    pixels = np.ascontiguousarray(picture)
    image = QImage(pixels.data, width, height, width * 4, QImage.Format.Format_RGB32)
    if not image.save(str(path)):
        raise OSError(f"could not write the picture {path}")
