"""The hall's renderer and its overlay: commands down, frames and places up."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from foundation.messages import Message
from kiosk.app.room import Room
from kiosk.screens.window import Screens
from kiosk.services.catalogue import Department

LARGEST_FRAME = (1920, 1080)
"""Pixels; a larger window stretches the picture."""


def hall_departments(departments: Sequence[Department]) -> list[dict[str, Any]]:
    """The departments as the hall knows them."""
    return [
        {
            "id": one.id,
            "number": one.counter,
            "colour": one.colour,
            "name": dict(one.name),
            "zone": one.zone.model_dump(),
        }
        for one in departments
    ]


class HallController(QObject):
    """Keeps the renderer in step with the screen. The renderer may fall at any time: everything
    it needs is told again when it is back, and the person finds the place where they stood."""

    counter_tapped = Signal(str)

    def __init__(self, room: Room, screens: Screens, departments: Sequence[Department]) -> None:
        super().__init__(screens)
        self._room = room
        self._screens = screens
        self._model = screens.hall
        self._departments = departments
        self._size = (1280, 720)
        self._queue: list[dict[str, Any]] = []
        self._bounds: list[float] = []
        self._places: dict[str, tuple[float, float]] = {}
        self._drawn = False
        room.started.connect(self._open)
        room.fell.connect(self._gone)
        room.message.connect(self._heard)
        self._bind()

    def enter(self) -> None:
        """Somebody comes in: they stand at the entrance."""
        self._model.selected = None
        self._model.route = []
        self._command("view", place="entrance")

    def restore(self) -> None:
        """Show the hall itself again after everything of a person was wiped."""
        self._model.bounds = self._bounds
        self._model.ready = self._drawn
        self._show_counters()

    def relabel(self, language: str) -> None:
        """Signs, board and overlay in another language."""
        self._command("language", language=language)
        self._show_counters()
        self._model.placeName = self._place_name(self._model.place)

    def show_queue(self, rows: list[dict[str, Any]]) -> None:
        """Waiting numbers from the back-end: {"counter", "serving", "waiting", "minutes"}."""
        self._queue = rows
        self._command("queue", rows=rows)
        self._show_counters()

    def stand_still(self, on: bool) -> None:
        """Teleport instead of walking."""
        self._command("reduced_motion", on=on)

    def _bind(self) -> None:
        model = self._model
        model.tapped.connect(lambda x, y: self._command("tap", x=x, y=y))
        model.keyChanged.connect(lambda key, down: self._command("key", key=key, down=down))
        model.takeMeThere.connect(self.take)
        model.counterFocused.connect(self._select)
        model.home.connect(lambda: self.go_to("entrance"))
        model.resized.connect(self._resize)

    def go_to(self, place: str) -> None:
        """Walk the person to the entrance or the desk."""
        self._command("go", place=place)

    def take(self, counter: str) -> None:
        """Walk the person to a counter."""
        self._select(counter)
        self._command("go", counter=counter)

    def _command(self, name: str, **fields: object) -> None:
        self._room.send({"command": name, **fields})

    def _open(self) -> None:
        self._screens.hall_frames.attach(self._room.frames)
        departments = hall_departments(self._departments)
        language = self._screens.session.language
        self._command("open", departments=departments, language=language, size=self._size)
        if self._queue:
            self._command("queue", rows=self._queue)
        self._command("reduced_motion", on=self._screens.session.reducedMotion)
        if self._model.place != "entrance":
            self._command("view", place=self._model.place)

    def _gone(self) -> None:
        self._screens.hall_frames.attach(None)
        self._drawn = self._model.ready = False

    def _heard(self, message: Message) -> None:
        match message.get("event"):
            case "frame":
                self._frame()
            case "ready":
                self._planned(message["plan"])
            case "place":
                self._moved(message)
            case "route":
                self._model.route = message["points"]
            case "counter":
                self._select(message["id"])
                self.counter_tapped.emit(message["id"])
            case "arrived":
                self._model.route = []

    def _frame(self) -> None:
        self._drawn = self._model.ready = True
        self._screens.hall_frames.refresh()

    def _planned(self, plan: dict[str, Any]) -> None:
        self._bounds = plan["bounds"]
        self._places = {row["id"]: (row["x"], row["y"]) for row in plan["counters"]}
        self.restore()

    def _moved(self, where: Message) -> None:
        model = self._model
        model.meX, model.meY, model.heading = where["x"], where["y"], where["heading"]
        if model.place != where["place"]:
            model.place = where["place"]
            model.placeName = self._place_name(where["place"])

    def _place_name(self, place: str) -> str:
        kind, _, counter = place.partition(":")
        found = [one for one in self._departments if kind == "counter" and one.id == counter]
        return found[0].name[self._screens.session.language] if found else ""

    def _select(self, counter: str) -> None:
        rows = [row for row in self._model.counters if row["id"] == counter]
        self._model.selected = rows[0] if rows else None

    def _show_counters(self) -> None:
        language = self._screens.session.language
        waiting = {row["counter"]: row for row in self._queue}
        self._model.counters = [
            self._counter(one, language, waiting.get(one.id, {})) for one in self._departments
        ]
        if self._model.selected:
            self._select(self._model.selected["id"])

    def _counter(self, one: Department, language: str, queue: dict[str, Any]) -> dict[str, Any]:
        x, y = self._places.get(one.id, (0.0, 0.0))
        return {
            "id": one.id,
            "number": one.counter,
            "colour": one.colour,
            "name": one.name[language],
            "waiting": queue.get("waiting", 0),
            "minutes": queue.get("minutes", 0),
            "x": x,
            "y": y,
        }

    def _resize(self, width: int, height: int) -> None:
        if width < 2 or height < 2:
            return
        scale = min(1.0, LARGEST_FRAME[0] / width, LARGEST_FRAME[1] / height)
        self._size = (max(2, round(width * scale)), max(2, round(height * scale)))
        self._command("resize", size=self._size)
