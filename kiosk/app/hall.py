"""The hall's renderer and its overlay: commands down, frames and places up."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from foundation.messages import Message
from kiosk.app.counters import Counters
from kiosk.app.room import Room
from kiosk.screens.window import Screens
from kiosk.services.catalogue import Department
from kiosk.settings import Settings

LARGEST_FRAME = (1920, 1080)
"""Pixels; a larger window stretches the picture."""
_DAYLIGHT = range(7, 18)
"""Hours in which `automatic` shows the hall by day."""


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


def theme_at(setting: str, hour: int) -> str:
    """The hall's theme for an hour of the day, 0..23."""
    if setting != "automatic":
        return setting
    return "day" if hour in _DAYLIGHT else "evening"


class HallController(QObject):
    """Keeps the renderer in step with the screen. The renderer may fall at any time: everything
    it needs is told again when it is back, and the person finds the place where they stood."""

    counter_tapped = Signal(str)

    def __init__(
        self, room: Room, screens: Screens, departments: Sequence[Department], settings: Settings
    ) -> None:
        super().__init__(screens)
        self._room = room
        self._screens = screens
        self._model = screens.hall
        self._settings = settings
        self._counters = Counters(departments)
        self._size = (1280, 720)
        self._plan: dict[str, Any] = {}
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
        plan, model = self._plan, self._model
        model.bounds, model.outline = plan.get("bounds", []), plan.get("outline", [])
        model.blocks = plan.get("blocks", [])
        model.ready = self._drawn
        self.show_mine(())

    def relabel(self, language: str) -> None:
        """Signs, board and overlay in another language."""
        self._command("language", language=language)
        self._show_counters()
        self._name_place(self._model.place)

    def show_queue(self, rows: list[dict[str, Any]]) -> None:
        """From the back-end: {"counter", "serving", "waiting", "minutes", "state"}."""
        self._counters.queue = rows
        self._command("queue", rows=rows)
        self._show_counters()

    def show_mine(self, counters: Collection[str]) -> None:
        """Mark the counters where the person has something going on."""
        self._counters.mine = counters
        self._command("highlight", counters=sorted(counters))
        self._show_counters()

    def stand_still(self, on: bool) -> None:
        """Teleport instead of walking."""
        self._command("reduced_motion", on=on)

    def go_to(self, place: str) -> None:
        """Walk the person to the entrance or the desk."""
        self._command("go", place=place)

    def take(self, counter: str) -> None:
        """Walk the person to a counter."""
        self.select(counter)
        self._command("go", counter=counter)

    def select(self, counter: str) -> None:
        """Choose a counter; what was searched for at another one is forgotten."""
        rows = [row for row in self._model.counters if row["id"] == counter]
        if self._model.selected and self._model.selected["id"] != counter:
            self._model.service = ""
        self._model.selected = rows[0] if rows else None

    def _bind(self) -> None:
        model = self._model
        model.tapped.connect(lambda x, y: self._command("tap", x=x, y=y))
        model.keyChanged.connect(lambda key, down: self._command("key", key=key, down=down))
        model.steered.connect(lambda walk, turn: self._command("steer", walk=walk, turn=turn))
        model.takeMeThere.connect(self.take)
        model.counterFocused.connect(self.select)
        model.goTo.connect(self.go_to)
        model.resized.connect(self._resize)

    def _command(self, name: str, **fields: object) -> None:
        self._room.send({"command": name, **fields})

    def _open(self) -> None:
        self._screens.hall_frames.attach(self._room.frames)
        self._command(
            "open",
            departments=hall_departments(self._counters.departments),
            language=self._screens.session.language,
            size=self._size,
            theme=theme_at(self._settings.hall_theme, datetime.now().astimezone().hour),
        )
        if self._counters.queue:
            self._command("queue", rows=self._counters.queue)
        self._command("reduced_motion", on=self._screens.session.reducedMotion)
        self._command("highlight", counters=sorted(self._counters.mine))
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
                self.select(message["id"])
                self.counter_tapped.emit(message["id"])
            case "arrived":
                self._model.route = []
                self._model.arrived = self._model.place

    def _frame(self) -> None:
        self._drawn = self._model.ready = True
        self._screens.hall_frames.refresh()

    def _planned(self, plan: dict[str, Any]) -> None:
        self._plan = plan
        self._counters.planned(plan)
        mine = self._counters.mine
        self.restore()
        self.show_mine(mine)

    def _moved(self, where: Message) -> None:
        model = self._model
        model.meX, model.meY, model.heading = where["x"], where["y"], where["heading"]
        if model.place != where["place"]:
            model.place = where["place"]
            self._name_place(where["place"])
        if "ahead" in where:
            self._counters.seen_from(where["ahead"])
            self._show_counters()
        else:
            model.arrived = ""

    def _name_place(self, place: str) -> None:
        self._model.placeName = self._counters.name(place, self._screens.session.language)

    def _show_counters(self) -> None:
        model, language = self._model, self._screens.session.language
        model.zones = self._counters.zones(language, self._plan)
        model.counters = self._counters.rows(language)
        if model.selected:
            self.select(model.selected["id"])
        told = self._counters.ahead(model.place, language)
        if [_gist(row) for row in told] != [_gist(row) for row in model.ahead]:
            model.ahead = told

    def _resize(self, width: int, height: int) -> None:
        if width < 2 or height < 2:
            return
        scale = min(1.0, LARGEST_FRAME[0] / width, LARGEST_FRAME[1] / height)
        self._size = (max(2, round(width * scale)), max(2, round(height * scale)))
        self._command("resize", size=self._size)


def _gist(row: dict[str, Any]) -> tuple[Any, ...]:
    """What must change before it is worth saying again: a step more or less does not."""
    return row["id"], row["name"], row["side"]
