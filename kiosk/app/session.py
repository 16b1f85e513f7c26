"""What every screen shares: language and ease of use, the clock, patience, back and leave."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from kiosk.app.conductor import Conductor
from kiosk.devices.speech import Speaker
from kiosk.journey import events as ev
from kiosk.journey.machine import can_go_back
from kiosk.journey.timeouts import FAREWELL_S, patience
from kiosk.journey.visit import State, Visit
from kiosk.screens.window import Screens
from kiosk.settings import Settings

_SCREEN = {State.LIST: "services", State.STEP_UP: "stepUp"}
"""Screens that are not called like their state."""

_STEPS = {
    State.LANGUAGE: 1,
    State.CONSENT: 2,
    State.WHO: 3,
    State.PIN: 4,
    State.PHONE: 4,
    State.FACE: 4,
}
_STEP_COUNT = 4
_STEP_NAMES = {
    State.LANGUAGE: "step_language",
    State.CONSENT: "step_consent",
    State.WHO: "step_who",
    State.PIN: "step_pin",
    State.PHONE: "step_phone",
    State.FACE: "step_face",
}


class SessionController(QObject):
    """Binds the session's view model to the visit."""

    def __init__(self, conductor: Conductor, screens: Screens, settings: Settings) -> None:
        super().__init__(conductor)
        self._conductor = conductor
        self._screens = screens
        self._settings = settings
        self._model = screens.session
        self._quiet_s = 0
        self._troubles: dict[str, None] = {}
        self.before_back: Callable[[], bool] = lambda: False
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._tick)
        self._speaker = Speaker(self)
        screens.window.spokenChanged.connect(self._speak)  # type: ignore[attr-defined]
        self._farewell = QTimer(self, singleShot=True, interval=FAREWELL_S * 1000)
        self._farewell.timeout.connect(lambda: conductor.send(ev.FarewellOver()))
        self._toast = QTimer(self, singleShot=True, interval=6000)
        self._toast.timeout.connect(lambda: setattr(self._model, "toast", {}))
        self._bind()
        self.reset()
        self._second.start()

    def reset(self) -> None:
        """Everything a person may have set goes back to what the operator chose."""
        model, settings = self._model, self._settings
        model.textSize, model.contrast = "normal", "light"
        model.reducedMotion = False
        model.voice = settings.voice
        model.idleSeconds = 0
        model.toast = {}
        self._show_clock()
        self._show_trouble()
        self._speaker.hush()
        self.choose_language(settings.language)

    def close(self) -> None:
        """Stop counting time."""
        for timer in (self._second, self._farewell, self._toast):
            timer.stop()

    def choose_language(self, code: str) -> None:
        """Every text on every screen changes at once."""
        self._model.language = code
        self._screens.set_language(code)

    def say(self, text_id: str, kind: str = "ok") -> None:
        """A short notice that goes by itself; kind is ok or warn."""
        self._model.toast = {"kind": kind, "textId": text_id}
        self._toast.start()

    def trouble(self, text_id: str) -> None:
        """Something of the terminal is being mended: a notice that lasts until `mended`."""
        self._troubles[text_id] = None
        self._show_trouble()

    def mended(self, text_id: str) -> None:
        """This trouble is over; others may last."""
        self._troubles.pop(text_id, None)
        self._show_trouble()

    def _show_trouble(self) -> None:
        self._model.trouble = next(iter(self._troubles), "")

    def show_step(self, index: int, count: int, name: str) -> None:
        """Where the person is in a row of steps; index 0 shows none."""
        self._model.stepIndex, self._model.stepCount = index, count
        self._model.stepName = name

    def _bind(self) -> None:
        model, send = self._model, self._conductor.send
        model.languageChosen.connect(self.choose_language)
        model.voiceChosen.connect(self._choose_voice)
        model.textSizeChosen.connect(lambda size: setattr(model, "textSize", size))
        model.contrastChosen.connect(lambda contrast: setattr(model, "contrast", contrast))
        model.motionChosen.connect(lambda less: setattr(model, "reducedMotion", less))
        self._screens.language.choose.connect(self.choose_language)
        self._screens.attract.beginIn.connect(self._begin_in)
        model.staffCalled.connect(lambda: self.say("ask_staff"))
        model.leaveRequested.connect(lambda: send(ev.Leave()))
        model.back.connect(self._back)
        model.touched.connect(self._touched)
        model.stay.connect(self._touched)
        self._conductor.moved.connect(self._show)

    def _show(self, before: Visit, now: Visit) -> None:
        model = self._model
        self._touched()
        if now.state in _STEPS and not now.identified:
            self.show_step(_STEPS[now.state], _STEP_COUNT, _STEP_NAMES[now.state])
        elif now.state not in (State.QUESTION, State.CHECK):
            self.show_step(0, 0, "")
        model.personKnown = now.identified
        model.canGoBack = can_go_back(now)
        model.screen = _SCREEN.get(now.state, now.state.value)
        if now.state is State.FAREWELL:
            self._farewell.start()
        elif before.state is State.FAREWELL:
            self._farewell.stop()

    def _begin_in(self, code: str) -> None:
        self.choose_language(code)
        self._conductor.send(ev.Begin(choose_language=False))

    def _speak(self) -> None:
        if self._model.voice:
            self._speaker.say(self._screens.spoken(), self._model.language)

    def _choose_voice(self, on: bool) -> None:
        self._model.voice = on
        if on:
            self._speak()
        else:
            self._speaker.hush()

    def _back(self) -> None:
        if not self.before_back():
            self._conductor.send(ev.Back())

    def _touched(self) -> None:
        self._quiet_s = 0
        self._model.idleSeconds = 0

    def _show_clock(self) -> None:
        self._model.clock = datetime.now().astimezone().strftime("%H:%M")

    def _tick(self) -> None:
        model = self._model
        self._show_clock()
        unhurried = model.textSize == "elder" or bool(model.voice)
        waits = patience(self._conductor.visit.state, self._settings.idle_seconds, unhurried)
        if waits.ask_after_s is None or model.screen == "staff":
            return
        self._quiet_s += 1
        left = waits.ask_after_s + waits.countdown_s - self._quiet_s
        if left <= 0:
            self._conductor.send(ev.Leave())
        elif self._quiet_s >= waits.ask_after_s:
            model.idleTotal = waits.countdown_s
            model.idleSeconds = left
