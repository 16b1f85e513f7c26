"""What a renderer that starts anew is told of the visitor: where they stand and are going, and what
they hold down."""

from typing import Any

from foundation.messages import Message


class Standing:
    """Follows one visitor; there is none between `leave` and `enter`."""

    _at: dict[str, float]
    _goal: dict[str, Any]
    _keys: dict[str, None]
    _stick: tuple[float, float]

    def __init__(self) -> None:
        self._forget(inside=False)

    @property
    def known(self) -> bool:
        """Whether somebody is in the hall and where is known."""
        return bool(self._at)

    def enter(self) -> None:
        """Somebody comes in; where they stand will be told."""
        self._forget(inside=True)

    def leave(self) -> None:
        """Nobody is there."""
        self._forget(inside=False)

    def forget_place(self) -> None:
        """They will stand at the entrance."""
        self._at, self._goal = {}, {}

    def heard(self, event: Message) -> None:
        """An event of the renderer."""
        match event.get("event"):
            case "place" if self._inside:
                self._at = {name: event[name] for name in ("x", "y", "heading")}
            case "route":
                self._goal = event.get("goal", {})
            case "arrived":
                self._goal = {}

    def go(self, goal: dict[str, Any]) -> None:
        """They want to go to a counter or a place."""
        self._goal = goal

    def press(self, key: str, down: bool) -> None:
        """A movement key goes down or up."""
        self._keys.pop(key, None)
        if down:
            self._keys[key] = None

    def steer(self, walk: float, turn: float) -> None:
        """The stick is held so far."""
        self._stick = (walk, turn)

    def opening(self) -> dict[str, Any]:
        """What the command `open` says of them besides."""
        return {"at": self._at} if self._at else {}

    def going_on(self) -> list[Message]:
        """Commands after which they walk on."""
        told: list[Message] = [{"command": "go", **self._goal}] if self._goal else []
        told += [{"command": "key", "key": key, "down": True} for key in self._keys]
        if self._stick != (0.0, 0.0):
            told.append({"command": "steer", "walk": self._stick[0], "turn": self._stick[1]})
        return told

    def _forget(self, inside: bool) -> None:
        self._inside = inside
        self._at, self._goal, self._keys, self._stick = {}, {}, {}, (0.0, 0.0)
