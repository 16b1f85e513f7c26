"""The hall in a real Qt Quick window: from click to pixel, and how free the event loop stays."""

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil
from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import qmlRegisterType
from PySide6.QtQuick import QQuickView

from benchmarks.hall.display import Display, Mouse, Pixels
from benchmarks.hall.figures import percentile
from kiosk.app.room import Room
from kiosk.screens.frames import QML_MODULE, FrameItem, FrameSource

_CLICKS = 12
_QUIET_S = 0.6
_PAGE = """
import QtQuick
import Atrium.Frames
FrameItem {
    source: "hall"
    MouseArea {
        anchors.fill: parent
        onPressed: mouse => person.tap(mouse.x / width, mouse.y / height)
    }
}
"""


def measure(rows: list[dict[str, Any]], size: tuple[int, int], display: Display) -> dict[str, Any]:
    """Numbers from a program of its own on the display."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as told:
        json.dump({"rows": rows, "size": size}, told)
        told.flush()
        found: dict[str, Any] = json.loads(display.run(__name__, told.name))
    return found


class Person(QObject):
    """Clicks on the floor again and again, and watches the screen."""

    def __init__(self, rows: list[dict[str, Any]], size: tuple[int, int]) -> None:
        super().__init__()
        self._rows, self._size = rows, size
        self._pixels, self._mouse = Pixels(), Mouse()
        self._source = FrameSource()
        FrameItem.sources["hall"] = self._source
        self.room = Room("hall3d", frames=size)
        self.room.message.connect(self._heard)
        self._ticks: list[float] = []
        self._arrived = False
        self._changed = time.perf_counter()
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(lambda: self._ticks.append(time.perf_counter()))

    @Slot(float, float)
    def tap(self, x: float, y: float) -> None:
        """What the window does with a click."""
        self.room.send({"command": "tap", "x": x, "y": y})

    def walk(self) -> dict[str, Any]:
        """Everything, one after the other."""
        self.room.start()
        self._source.attach(self.room.frames)
        told = {"departments": self._rows, "language": "zh_CN", "size": list(self._size)}
        self.room.send({"command": "open", "theme": "day", **told})
        self._settle(60.0)
        gaps = self._gaps()
        clicks = [self._click() for _ in range(_CLICKS)]
        window, hall = psutil.Process(), psutil.Process(self.room.pid)
        memory = [one.memory_full_info() for one in (window, hall)]
        self.room.stop()
        return {
            "click_to_pixel_p50_ms": round(percentile(clicks, 0.5), 1),
            "click_to_pixel_p90_ms": round(percentile(clicks, 0.9), 1),
            "qt_gap_p95_ms": round(1000 * percentile(gaps, 0.95), 1),
            "memory_window_mb": round(memory[0].pss / 1e6),
            "memory_hall_mb": round(memory[1].pss / 1e6),
            "memory_both_mb": round(sum(one.pss for one in memory) / 1e6),
        }

    def _gaps(self) -> list[float]:
        """Seconds between two turns of the event loop while somebody walks."""
        self._arrived = False
        self.room.send({"command": "go", "place": "desk"})
        self._ticks.clear()
        self._timer.start()
        self._until(lambda: self._arrived, 60.0)
        self._timer.stop()
        return [b - a for a, b in zip(self._ticks, self._ticks[1:], strict=False)]

    def _click(self) -> float:
        """Milliseconds from a click on the floor to the first pixel that changes."""
        self.room.send({"command": "view", "place": "entrance"})
        self._settle(20.0)
        x, y = self._size[0] // 2, int(self._size[1] * 0.86)
        self._mouse.move(x, y)
        self._settle(5.0)
        before = self._pixels.sample()
        began = time.perf_counter()
        self._mouse.press(True)
        self._until(lambda: bool((self._pixels.sample() != before).any()), 3.0, step=0)
        took = time.perf_counter() - began
        self._mouse.press(False)
        return 1000 * took

    def _settle(self, longest: float) -> None:
        """Until no frame has come for a while."""
        self._changed = time.perf_counter()
        self._until(lambda: time.perf_counter() - self._changed > _QUIET_S, longest)

    def _until(self, done: Any, longest: float, step: int = 5) -> None:
        end = time.perf_counter() + longest
        while not done():
            if time.perf_counter() > end:
                raise TimeoutError("the window does not answer")
            QGuiApplication.processEvents()
            if step:
                time.sleep(step / 10_000)

    def _heard(self, message: dict[str, Any]) -> None:
        if message["event"] == "frame":
            self._changed = time.perf_counter()
            self._source.refresh()
        self._arrived = self._arrived or message["event"] == "arrived"


def main(arguments: list[str]) -> int:
    """Run in the window's own process."""
    parser = argparse.ArgumentParser()
    parser.add_argument("told", type=Path)
    told = json.loads(parser.parse_args(arguments).told.read_text(encoding="utf-8"))
    application = QGuiApplication([])
    qmlRegisterType(FrameItem, QML_MODULE, 1, 0, "FrameItem")  # type: ignore[call-overload]
    person = Person(told["rows"], tuple(told["size"]))
    view = QQuickView()
    view.rootContext().setContextProperty("person", person)
    with tempfile.NamedTemporaryFile("w", suffix=".qml") as page:
        page.write(_PAGE)
        page.flush()
        view.setSource(QUrl.fromLocalFile(page.name))
    view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    view.setFlag(Qt.WindowType.FramelessWindowHint)
    view.setGeometry(0, 0, *told["size"])
    view.show()
    print(json.dumps(person.walk()))
    del view
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
