"""The hall's process: commands of the window in, frames and events out, nothing done at rest."""

import argparse
import logging
import time
from collections.abc import Callable, Sequence
from typing import Any

from foundation.children import connect
from foundation.frames import FrameRing
from foundation.logs import start_log
from foundation.messages import Channel, ChannelClosed, Message
from hall3d.movement.walker import KEYS
from hall3d.plan import InvalidDepartments, parse_departments
from hall3d.renderer import choice, messages
from hall3d.renderer.drivers import DRIVERS, TINY, Driver
from hall3d.renderer.guard import bounded
from hall3d.renderer.hall import Hall
from hall3d.renderer.messages import InvalidMessage
from hall3d.renderer.picture import Picture
from hall3d.scene.loading import load_shelf, load_stage
from hall3d.scene.stage import Stage

_LONGEST_STEP = 0.1
"""Seconds; after a pause a visitor goes on where they were instead of leaping."""
_OTHERS_APART = 1 / 40
"""Seconds between two movements of other people while the visitor walks."""
_log = logging.getLogger(__name__)


def main(arguments: Sequence[str]) -> int:
    """Serve one window until it closes the link."""
    start_log("hall")
    link = connect(arguments)
    if link.frames is None:
        raise SystemExit("hall3d: --frames FD is needed to show anything")
    options = _options(link.rest)
    size = (link.frames.max_width, link.frames.max_height)
    if options.fell:
        choice.fell(size)
    driver = TINY if options.fell else DRIVERS[choice.chosen(options.renderer, size)]
    server = Server(link.channel, link.frames, driver)
    try:
        server.introduce()
        server.run()
    except ChannelClosed:
        return 0
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="hall3d")
    parser.add_argument("--renderer", choices=(choice.AUTO, *DRIVERS), default=choice.AUTO)
    parser.add_argument(
        "--fell", action="store_true", help="the process before this one fell while it drew by gl"
    )
    return parser.parse_args(list(arguments))


class Server:
    """One window's hall."""

    def __init__(self, channel: Channel, ring: FrameRing, driver: Driver = TINY) -> None:
        self._channel = channel
        self._ring = ring
        self._driver = driver
        self._inbox: list[Message] = []
        self._language = "zh_CN"
        self._rows: list[dict[str, Any]] = []
        self._notices: list[dict[str, Any]] = []
        self._reduced_motion = False
        self._stage: Stage | None = None
        self._hall: Hall | None = None
        self._picture: Picture | None = None
        self._commands: dict[str, Callable[[Message], None]] = {
            "open": self._open,
            "resize": self._resize,
            "language": self._speak,
            "reduced_motion": self._reduce_motion,
            "tap": self._tap,
            "key": self._key,
            "go": self._go,
            "queue": self._queue,
            "notices": self._notice,
            "view": self._view,
            "steer": self._steer,
            "highlight": self._highlight,
        }

    def introduce(self, drawn_by: str | None = None) -> None:
        """Say what draws, and whether this machine was measured. drawn_by: in its own words."""
        known = choice.remembered((self._ring.max_width, self._ring.max_height))
        measured = known is not None and drawn_by in (None, known.drawn_by)
        self._tell({"event": "renderer", "name": self._driver.name, "measured": measured})

    def run(self) -> None:
        """Until the window goes (ChannelClosed)."""
        before, others = time.perf_counter(), 0.0
        while True:
            self._listen()
            now = time.perf_counter()
            passed, before = min(now - before, _LONGEST_STEP), now
            if self._hall is None or self._picture is None or self._stage is None:
                continue
            walker = self._hall.walker
            if walker.moving:
                self._hall.step(passed, now)
            cast = self._stage.cast
            cast.calm = self._reduced_motion
            others += passed
            if not walker.moving or others >= _OTHERS_APART:
                cast.step(others, walker.pose, walker.way)
                others = 0.0
            if walker.moving or cast.moving:
                self._picture.stale()
            if self._hall.leapt:
                self._hall.leapt = False
                self._picture.brighten()
            with bounded():
                self._hang(self._hall, self._picture)
                self._picture.show(walker.pose, walker.moving, cast.moving)
            if self._picture.finished:
                self._hall.paths.prepare()

    def _hang(self, hall: Hall, picture: Picture) -> None:
        """Let the stage follow the visitor; signs that come late are worth another still."""
        if self._stage is None:
            return
        late = self._stage.waiting
        self._stage.see(hall.walker.pose, still=not hall.walker.moving)
        if late and not hall.walker.moving:
            picture.stale()

    def _listen(self) -> None:
        """Obey what has arrived; where there is nothing to do, wait for more."""
        if not self._inbox and self._at_rest():
            first = self._channel.receive()
            if first is not None:
                self._inbox.append(first)
        self._inbox += self._channel.pending()
        waiting, self._inbox = self._inbox, []
        for message in waiting:
            self._obey(message)

    def _at_rest(self) -> bool:
        if self._hall is None or self._picture is None or self._stage is None:
            return True
        moving = self._hall.walker.moving or self._stage.cast.moving
        done = self._picture.finished and not self._stage.waiting and self._hall.paths.ready
        return not moving and done

    def _interrupted(self) -> bool:
        self._inbox += self._channel.pending()
        return bool(self._inbox)

    def _obey(self, message: Message) -> None:
        name = message.get("command")
        command = self._commands.get(name) if isinstance(name, str) else None
        try:
            if command is None:
                known = ", ".join(self._commands)
                raise InvalidMessage(f"there is no command {name!r}; there are {known}")
            command(message)
        except (InvalidMessage, InvalidDepartments) as wrong:
            _log.warning("command %r: %s", name, wrong)
            self._tell({"event": "error", "cause": "bad_message", "detail": str(wrong)})

    def _tell(self, event: Message) -> None:
        self._channel.send(event)

    def _opened(self) -> tuple[Hall, Picture, Stage]:
        if self._hall is None or self._picture is None or self._stage is None:
            raise InvalidMessage("no hall is open; send open first")
        return self._hall, self._picture, self._stage

    def _open(self, message: Message) -> None:
        departments = parse_departments(message.get("departments"))
        language, size = messages.language(message), messages.size(message)
        at = messages.pose(message["at"]) if "at" in message else None
        stage = load_stage(departments, language, messages.theme(message))
        if self._picture is not None and self._stage is not None:
            self._picture.close()
            self._stage.close()
        self._language, self._stage = language, stage
        self._hall = Hall(stage.plan, self._tell, stage.draw_route)
        stage.cast.find_way = self._hall.paths.find
        self._hall.reduced_motion = self._reduced_motion
        if at is not None:
            self._hall.stand(*at)
        self._picture = self._pictured(stage, size)
        if self._driver.on_gpu:
            self.introduce(self._picture.drawn_by)
        self._tell(self._hall.ready())
        self._hall.tell_place()

    def _resize(self, message: Message) -> None:
        _, picture, stage = self._opened()
        size = messages.size(message)
        picture.close()
        self._picture = self._pictured(stage, size)

    def _pictured(self, stage: Stage, size: tuple[int, int]) -> Picture:
        with bounded():
            told = (self._ring, self._tell, self._interrupted, self._driver)
            return Picture(stage.root, size, *told)

    def _speak(self, message: Message) -> None:
        _, picture, stage = self._opened()
        self._language = messages.language(message)
        stage.speak(load_shelf(stage.plan, self._language))
        if self._rows:
            stage.show_queue(self._rows)
        if self._notices:
            stage.show_notices(self._notices)
        stage.complete()
        picture.stale()

    def _reduce_motion(self, message: Message) -> None:
        self._reduced_motion = messages.flag(message, "on")
        if self._hall is not None:
            self._hall.reduced_motion = self._reduced_motion

    def _tap(self, message: Message) -> None:
        hall, picture, _ = self._opened()
        x, y = (messages.number(message, name, 0, 1) for name in ("x", "y"))
        hall.tap(picture.size, x, y)
        picture.stale()

    def _key(self, message: Message) -> None:
        hall, picture, _ = self._opened()
        key = messages.text(message, "key")
        if key not in KEYS:
            raise InvalidMessage(f"key must be one of {', '.join(KEYS)}, not {key}")
        hall.press(key, messages.flag(message, "down"))
        picture.stale()

    def _go(self, message: Message) -> None:
        hall, picture, _ = self._opened()
        hall.go(messages.goal(message))
        picture.stale()

    def _view(self, message: Message) -> None:
        hall, picture, _ = self._opened()
        hall.view(messages.text(message, "place"))
        picture.stale()

    def _steer(self, message: Message) -> None:
        hall, picture, _ = self._opened()
        hall.steer(*(messages.number(message, name, -1, 1) for name in ("walk", "turn")))
        picture.stale()

    def _highlight(self, message: Message) -> None:
        _, picture, stage = self._opened()
        stage.glow(messages.counters(message, stage.plan))
        picture.stale()

    def _queue(self, message: Message) -> None:
        _, picture, stage = self._opened()
        self._rows = messages.rows(message)
        stage.show_queue(self._rows)
        stage.complete()
        picture.stale()

    def _notice(self, message: Message) -> None:
        _, picture, stage = self._opened()
        self._notices = messages.notices(message)
        stage.show_notices(self._notices)
        stage.complete()
        picture.stale()
