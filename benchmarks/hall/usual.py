"""The usual way to put Panda3D into Qt: an OpenGL child window, here drawn by llvmpipe."""

import argparse
import json
import math
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.hall.display import Display

_SECONDS = 6.0


def measure(rows: list[dict[str, Any]], size: tuple[int, int], display: Display) -> dict[str, Any]:
    """Numbers from a program of its own on the display."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as told:
        json.dump({"rows": rows, "size": size}, told)
        told.flush()
        found: dict[str, Any] = json.loads(display.run(__name__, told.name).splitlines()[-1])
    return found


def main(arguments: list[str]) -> int:
    """Walk the same way through the same scene, as often as frames can be drawn."""
    parser = argparse.ArgumentParser()
    parser.add_argument("told", type=Path)
    told = json.loads(parser.parse_args(arguments).told.read_text(encoding="utf-8"))
    from PySide6.QtWidgets import QApplication, QWidget

    application = QApplication([])
    widget = QWidget()
    widget.setGeometry(0, 0, *told["size"])
    widget.show()
    application.processEvents()
    scene = Scene(told["rows"], tuple(told["size"]), int(widget.winId()))
    scene.draw(0.0)
    began, used, frames = time.perf_counter(), time.process_time(), 0
    while (passed := time.perf_counter() - began) < _SECONDS:
        application.processEvents()
        scene.draw(passed / _SECONDS)
        frames += 1
    found = {
        "usual_fps": round(frames / _SECONDS, 1),
        "usual_cpu_ms_a_frame": round(1000 * (time.process_time() - used) / frames, 1),
        "usual_driver": scene.driver,
    }
    scene.close()
    print(json.dumps(found))
    return 0


class Scene:
    """The hall in an OpenGL window that has a Qt window as its parent."""

    def __init__(self, rows: list[dict[str, Any]], size: tuple[int, int], parent: int) -> None:
        from panda3d.core import (
            Camera,
            FrameBufferProperties,
            GraphicsEngine,
            GraphicsPipe,
            GraphicsPipeSelection,
            NodePath,
            WindowProperties,
            load_prc_file_data,
        )

        from hall3d.plan import Pose, parse_departments
        from hall3d.renderer.view import field_of_view
        from hall3d.scene.loading import load_stage

        load_prc_file_data("", "sync-video 0\naudio-library-name null\ntextures-power-2 up")
        self.stage = load_stage(parse_departments(rows), "zh_CN")
        self._pose = Pose
        self._engine = GraphicsEngine.get_global_ptr()
        pipe = GraphicsPipeSelection.get_global_ptr().make_pipe("glxGraphicsPipe", "pandagl")
        properties = WindowProperties.size(*size)
        properties.set_parent_window(parent)
        properties.set_origin(0, 0)
        wanted = FrameBufferProperties()
        wanted.set_rgb_color(True)
        wanted.set_depth_bits(24)
        self._window = self._engine.make_output(
            pipe, "usual", 0, wanted, properties, GraphicsPipe.BF_require_window
        )
        camera = Camera("camera")
        lens = camera.get_lens()
        lens.set_near_far(0.25, 120.0)
        lens.set_fov(*(math.degrees(angle) for angle in field_of_view(*size)))
        self._camera = NodePath(camera)
        self._camera.reparent_to(self.stage.root)
        self._window.make_display_region().set_camera(self._camera)
        self._engine.open_windows()
        self.driver = self._window.get_gsg().get_driver_renderer()
        if "llvmpipe" not in self.driver:
            raise RuntimeError(f"this is to be measured without a GPU, but draws on {self.driver}")

    def close(self) -> None:
        """Give the window back before its parent goes."""
        self._engine.remove_all_windows()

    def draw(self, share: float) -> None:
        """The frame at a share (0..1) of the way from the entrance to the desk."""
        start, end = self.stage.plan.entrance, self.stage.plan.desk_stand
        x = start.x + share * (end.x - start.x)
        y = start.y + share * (end.y - start.y)
        self.stage.see(self._pose(x, y, 0.0))
        self._camera.set_pos_hpr(x, y, 1.62, 0.0, 2.0, 0.0)
        self._engine.render_frame()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
