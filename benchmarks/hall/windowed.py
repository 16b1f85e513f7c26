"""The hall in a real Qt Quick window: from click to pixel and where that time goes, how free the
event loop stays, what rest costs, and how long a fall of the renderer is seen."""

import argparse
import json
import os
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import qmlRegisterType
from PySide6.QtQuick import QQuickView

from benchmarks.hall.display import Display, Mouse, Pixels
from benchmarks.hall.figures import percentile
from kiosk.app.room import Room
from kiosk.screens.frames import QML_MODULE, FrameItem, FrameSource

_CLICKS, _FALLS = 12, 5
_REST_S, _MOST_S = 10.0, 20
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
        self.room = Room("hall3d", frames=size, lasting=True)
        self.room.started.connect(self._open)
        self._standing: dict[str, Any] = {}
        self._at: dict[str, float] = {}
        self._marks: dict[str, float] = {}
        self.room.message.connect(self._heard)
        self._ticks: list[float] = []
        self._arrived = False
        self._changed = time.perf_counter()
        self._loop = QEventLoop()
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(lambda: self._ticks.append(time.perf_counter()))

    @Slot(float, float)
    def tap(self, x: float, y: float) -> None:
        """What the window does with a click."""
        self._mark("heard")
        self.room.send({"command": "tap", "x": x, "y": y})

    def walk(self) -> dict[str, Any]:
        """Everything, one after the other."""
        self.room.start()
        self._settle(60.0)
        rest = self._rest()
        gaps = self._gaps()
        clicks = [self._click() for _ in range(_CLICKS)]
        window, hall = psutil.Process(), psutil.Process(self.room.pid)
        memory = [one.memory_full_info() for one in (window, hall)]
        falls = [self._fall() for _ in range(_FALLS)]
        self.room.stop()
        whole = [click["pixel"] for click in clicks]
        return {
            "click_to_pixel_p50_ms": round(percentile(whole, 0.5), 1),
            "click_to_pixel_p90_ms": round(percentile(whole, 0.9), 1),
            **_stages(clicks),
            "crash_to_frame_ms": round(falls[0]),
            "crash_after_crash_to_frame_ms": round(max(falls)),
            "window_cpu_at_rest": rest[0],
            "hall_cpu_at_rest": rest[1],
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

    def _open(self) -> None:
        """As the window opens the hall, also after a fall: where somebody stood."""
        self._source.attach(self.room.frames)
        self._marks.clear()
        told = {"departments": self._rows, "language": "zh_CN", "size": list(self._size)}
        self.room.send({"command": "open", "theme": "day", **told, **self._standing})

    def _rest(self) -> tuple[float, float]:
        """What window and hall use of a processor while nothing happens, as shares. The hall makes
        its ways ready after the last picture, once."""
        for _ in range(_MOST_S):
            if self._used(1.0)[1] == 0.0:
                break
        window, hall = self._used(_REST_S)
        return round(window / _REST_S, 4), round(hall / _REST_S, 4)

    def _used(self, seconds: float) -> tuple[float, float]:
        """Seconds of the processor that window and hall use in so many seconds."""
        both = [psutil.Process(), psutil.Process(self.room.pid)]
        before = [sum(one.cpu_times()[:2]) for one in both]
        QTimer.singleShot(round(1000 * seconds), self._loop.quit)
        self._loop.exec()
        window, hall = (sum(one.cpu_times()[:2]) - b for one, b in zip(both, before, strict=True))
        return window, hall

    def _fall(self) -> float:
        """Milliseconds from the renderer's death on the way to the next frame, on the screen, at
        the same place."""
        self.room.send({"command": "go", "place": "desk"})
        self._at = {}
        self._until(lambda: self._at.get("y", 0.0) > 3.0, 60.0)
        self._standing = {"at": {name: self._at[name] for name in ("x", "y", "heading")}}
        self._marks.clear()
        began = time.perf_counter()
        os.kill(self.room.pid or 0, signal.SIGKILL)
        self._until(lambda: self.room.pid is not None and "swapped" in self._marks, 60.0)
        took = 1000 * (self._marks["swapped"] - began)
        self._standing = {}
        self._settle(20.0)
        self.room.send({"command": "view", "place": "entrance"})
        self._settle(20.0)
        return took

    def _mark(self, name: str) -> None:
        """When something happened for the first time since the marks were cleared."""
        self._marks.setdefault(name, time.perf_counter())

    def swapped(self) -> None:
        """The window has painted."""
        if "frame" in self._marks:
            self._mark("swapped")

    def _click(self) -> dict[str, float]:
        """Milliseconds from a click on the floor to each step on its way to the first pixel that
        changes."""
        self.room.send({"command": "view", "place": "entrance"})
        self._settle(20.0)
        x, y = self._size[0] // 2, int(self._size[1] * 0.86)
        self._mouse.move(x, y)
        self._settle(5.0)
        before = self._pixels.sample()
        self._marks.clear()
        began = time.perf_counter()
        self._mouse.press(True)
        self._until(lambda: bool((self._pixels.sample() != before).any()), 3.0, step=0)
        self._mark("pixel")
        self._mouse.press(False)
        return {name: 1000 * (when - began) for name, when in self._marks.items()}

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
        if message["event"] == "place":
            self._at = message
        if message["event"] == "frame":
            self._mark("frame")
            self._changed = time.perf_counter()
            self._source.refresh()
        self._arrived = self._arrived or message["event"] == "arrived"


def _stages(clicks: list[dict[str, float]]) -> dict[str, float]:
    """Where the time of a click goes, medians in milliseconds: to the window, through the renderer
    and back, until it is painted. What is left is how the screen is looked at."""
    steps = (("heard", ""), ("frame", "heard"), ("swapped", "frame"))
    whole = [click for click in clicks if all(name in click for name, _ in steps)]
    return {
        f"click_{name}_ms": round(
            percentile([click[name] - click.get(before, 0.0) for click in whole], 0.5), 1
        )
        for name, before in steps
        if whole
    }


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
    view.frameSwapped.connect(person.swapped)
    view.show()
    print(json.dumps(person.walk()))
    del view
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
