"""The hall's renderer and its overlay: commands down, frames and places up."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from foundation.messages import Message
from kiosk.app.counters import Counters
from kiosk.app.room import Room
from kiosk.app.standing import Standing
from kiosk.screens.window import Screens
from kiosk.services.catalogue import Department
from kiosk.settings import Settings

LARGEST_FRAME = (1920, 1080)
"""Pixels; a larger window stretches the picture."""
_DAYLIGHT = range(7, 18)
"""Hours in which `automatic` shows the hall by day."""
_HICCUP_MS = 1500
"""For so long the last picture of a renderer that fell is good enough."""
_FALLS = 3
"""So many in a row, and people are better served by the list."""


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
    unwell = Signal()  # no picture has come for a while
    hopeless = Signal()  # it falls again and again
    well = Signal()  # there is a picture again

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
        self._theme = ""
        self._notices: list[dict[str, Any]] = []
        self._visitor = Standing()
        self._hiccup = QTimer(self, singleShot=True, interval=_HICCUP_MS)
        self._hiccup.timeout.connect(self._miss)
        room.started.connect(self._open)
        room.fell.connect(self._gone)
        room.message.connect(self._heard)
        self._bind()

    def enter(self) -> None:
        """Somebody comes in: they stand at the entrance."""
        self._model.selected = None
        self._model.route = []
        self._visitor.enter()
        self._command("view", place="entrance")

    def restore(self) -> None:
        """Show the hall itself again after everything of a person was wiped."""
        self._visitor.leave()
        self._show_plan()
        self.show_mine(())
        self._word_notices()

    def _show_plan(self) -> None:
        plan, model = self._plan, self._model
        model.bounds, model.outline = plan.get("bounds", []), plan.get("outline", [])
        model.blocks = plan.get("blocks", [])
        model.ready = self._drawn or self._hiccup.isActive()

    def relabel(self, language: str) -> None:
        """Signs, board and overlay in another language."""
        self._command("language", language=language)
        self._show_counters()
        self._name_place(self._model.place)
        self._word_notices()

    def show_queue(self, rows: list[dict[str, Any]]) -> None:
        """From the back-end: {"counter", "serving", "waiting", "minutes", "state"}."""
        self._counters.queue = rows
        self._command("queue", rows=rows)
        self._show_counters()

    def show_notices(self, rows: list[dict[str, Any]]) -> None:
        """From the back-end: {"id", "title", "text", "icon", "until"}, words by language."""
        if rows == self._notices:
            return
        self._notices = rows
        self._command("notices", rows=rows)
        self._word_notices()

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
        self._go({"place": place})

    def take(self, counter: str) -> None:
        """Walk the person to a counter."""
        self.select(counter)
        self._go({"counter": counter})

    def select(self, counter: str) -> None:
        """Choose a counter; what was searched for at another one is forgotten."""
        rows = [row for row in self._model.counters if row["id"] == counter]
        if self._chosen not in ("", counter):
            self._model.service = ""
        self._model.selected = rows[0] if rows else None

    def use_what_is_ahead(self) -> None:
        """One press for going on: into the counter where one stands, else to the one that is
        chosen, else to the nearest ahead."""
        kind, _, here = str(self._model.place).partition(":")
        if kind == "counter" and self._chosen in ("", here):
            self.select(here)
            self._model.openCounter.emit(here)
            return
        if wanted := self._chosen or self._counters.nearest():
            self.take(wanted)

    def select_next(self, step: int) -> None:
        """Choose the counter after (1) or before (-1) the chosen one, or where one stands."""
        ids = [row["id"] for row in self._model.counters]
        chosen = self._chosen or str(self._model.place).partition(":")[2]
        at = ids.index(chosen) + step if chosen in ids else min(step, 0)
        if ids:
            self.select(ids[at % len(ids)])

    def press(self, key: str, down: bool) -> None:
        """A movement key goes down or up."""
        self._visitor.press(key, down)
        self._command("key", key=key, down=down)

    def steer(self, walk: float, turn: float) -> None:
        """A stick is held so far, -1..1 each; 0, 0 lets go."""
        self._visitor.steer(walk, turn)
        self._command("steer", walk=walk, turn=turn)

    @property
    def _chosen(self) -> str:
        return str(self._model.selected["id"]) if self._model.selected else ""

    def _bind(self) -> None:
        model = self._model
        model.tapped.connect(lambda x, y: self._command("tap", x=x, y=y))
        model.keyChanged.connect(self.press)
        model.steered.connect(self.steer)
        model.takeMeThere.connect(self.take)
        model.counterFocused.connect(self.select)
        model.goTo.connect(self.go_to)
        model.resized.connect(self._resize)

    def _command(self, name: str, **fields: object) -> None:
        self._room.send({"command": name, **fields})

    def _go(self, goal: dict[str, Any]) -> None:
        self._visitor.go(goal)
        self._command("go", **goal)

    def _open(self) -> None:
        self._screens.hall_frames.attach(self._room.frames)
        if not self._visitor.known:  # who is in the hall already finds it as it was
            hour = datetime.now().astimezone().hour
            self._theme = theme_at(self._settings.hall_theme, hour)
        self._command(
            "open",
            departments=hall_departments(self._counters.departments),
            language=self._screens.session.language,
            size=self._size,
            theme=self._theme,
            **self._visitor.opening(),
        )
        if self._counters.queue:
            self._command("queue", rows=self._counters.queue)
        if self._notices:
            self._command("notices", rows=self._notices)
        self._command("reduced_motion", on=self._screens.session.reducedMotion)
        self._command("highlight", counters=sorted(self._counters.mine))
        for message in self._visitor.going_on():
            self._room.send(message)

    def _gone(self) -> None:
        """The last picture stays where it is, and may be all that anybody notices."""
        self._drawn = False
        if not self._hiccup.isActive():
            self._hiccup.start()
        if self._room.falls >= _FALLS:
            self._visitor.forget_place()  # which may be what it falls over
            self._miss()
            self.hopeless.emit()

    def _miss(self) -> None:
        self._model.ready = False
        self.unwell.emit()

    def _heard(self, message: Message) -> None:
        self._visitor.heard(message)
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
        if not self._drawn:
            self._hiccup.stop()
            self._drawn = self._model.ready = True
            self.well.emit()
        self._screens.hall_frames.refresh()

    def _planned(self, plan: dict[str, Any]) -> None:
        self._plan = plan
        self._counters.planned(plan)
        self._show_plan()
        self._show_counters()

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

    def _word_notices(self) -> None:
        language = self._screens.session.language
        told = [
            {**one, "title": one["title"][language], "text": one["text"][language]}
            for one in self._notices
        ]
        self._model.notices = self._screens.services.notices = told

    def _show_counters(self) -> None:
        model, language = self._model, self._screens.session.language
        model.zones = self._counters.zones(language, self._plan)
        model.counters = self._counters.rows(language)
        if self._chosen:
            self.select(self._chosen)
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
