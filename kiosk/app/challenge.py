"""What a face check asks of a person, as the face screen shows it, and how that may have failed."""

from typing import Any

from foundation.messages import Message
from kiosk.screens.window import Screens


class Challenge:
    """Shows the movements and the light of one face check at a time."""

    def __init__(self, screens: Screens) -> None:
        self._screens = screens
        self._seconds = 0.0

    def begin(self) -> None:
        """Nothing has been asked yet."""
        self._seconds = 0.0
        self.end()

    def heard(self, message: Message) -> None:
        """A `challenge` or `light` event. Who answers is there, though nothing was touched."""
        face = self._screens.face
        if message["event"] == "light":
            face.light = message["colour"] or ""
            return
        self._screens.session.touched.emit()
        if message["kind"] is None:
            face.challenge = {}
            return
        self._seconds = message["seconds"]
        face.challenge = {key: message[key] for key in ("kind", "step", "of", "seconds")}

    def end(self) -> None:
        """The camera is closed: nothing is asked any more."""
        self._screens.face.challenge, self._screens.face.light = {}, ""

    def failure(self, decision: dict[str, Any]) -> str:
        """The decision's cause, or more closely why a challenge was not passed."""
        cause, asked = str(decision["cause"]), decision["liveness"]["challenges"]
        if cause != "spoof_suspected" or not asked:
            return cause
        last = asked[-1]
        if last["passed"]:
            return "challenge_failed"
        if last["kind"] == "light":
            return "light_failed"
        return "challenge_late" if last["ms"] >= self._seconds * 1000 else "challenge_failed"
