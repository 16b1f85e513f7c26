"""How long applications of a department that answers wait while another is dead, or while one row
of its own is poisoned: the courier's lanes beside a queue that is worked off in its order."""

import logging
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.outbox.draining import body
from benchmarks.outbox.figures import summary
from kiosk.services.adapters.protocol import (
    Abilities,
    Finding,
    NotThere,
    Outcome,
    Received,
    Unknown,
)
from kiosk.services.courier.courier import Courier
from kiosk.services.outbox import Outbox
from kiosk.services.outbox.dispatch import Dispatch
from kiosk.services.outbox.parcel import Parcel

ALIVE, DEAD = "alive", "dead"
PATIENCE_S = 2.0
"""How long a dead department holds whoever waits for its answer."""
AWAY = 5
"""Rows for the dead department that wait already."""
EVERY_S = 0.02


class Way:
    """A department that answers in 5 ms, or never; a poisoned row is one that always fails."""

    abilities = Abilities(idempotent=True)

    def __init__(self, answers: bool, poisoned: set[str]) -> None:
        self._answers = answers
        self._poisoned = poisoned

    def deliver(self, parcel: Parcel) -> Outcome:
        """Try once."""
        if not self._answers or parcel.key in self._poisoned:
            time.sleep(PATIENCE_S)
            return Unknown("timeout")
        time.sleep(0.005)
        return Received("receipt")

    def look_up(self, parcel: Parcel) -> Finding:
        """Never asked."""
        return NotThere()


def measure(folder: Path, count: int) -> dict[str, dict[str, float]]:
    """Milliseconds from commit to the department's answer."""
    logging.disable(logging.INFO)
    results = {}
    for name, dead, poison in (("alone", 0, 0), ("one_is_dead", AWAY, 0), ("one_poisoned", 0, 1)):
        outbox = Outbox(folder / f"{name}.sqlite", os.urandom(32))
        results[name] = summary(_lanes(outbox, count, dead, poison))
        outbox.close()
    results["one_queue_one_is_dead"] = summary(_one_queue(count))
    return results


def _lanes(outbox: Outbox, count: int, dead: int, poison: int) -> list[float]:
    poisoned: set[str] = set()
    ways = {ALIVE: Way(True, poisoned), DEAD: Way(False, poisoned)}
    begun: dict[str, float] = {}
    took: dict[str, float] = {}

    def told(message: dict[str, Any]) -> None:
        if message["event"] == "received":
            took[message["key"]] = (time.perf_counter() - begun[message["key"]]) * 1000

    for _ in range(dead):
        outbox.commit("visit", DEAD, body(0))
    for _ in range(poison):
        poisoned.add(outbox.commit("visit", ALIVE, body(0)))
    courier = Courier(Dispatch(outbox), ways.__getitem__, told)
    thread = threading.Thread(target=courier.run)
    thread.start()

    def send(number: int) -> None:
        start = time.perf_counter()
        begun[outbox.commit("visit", ALIVE, body(number))] = start
        courier.wake()

    _steadily(count, send)
    while len(took) < count:
        time.sleep(0.01)
    courier.stop(0.0)
    thread.join()
    return list(took.values())


def _one_queue(count: int) -> list[float]:
    """Rows are worked off in their order by one worker, as in a plain persistent queue."""
    waiting: list[tuple[str, float]] = [(DEAD, 0.0)] * AWAY
    took: list[float] = []
    done = threading.Event()

    def work() -> None:
        while len(took) < count:
            if not waiting:
                time.sleep(0.001)
                continue
            department, start = waiting.pop(0)
            time.sleep(PATIENCE_S if department == DEAD else 0.005)
            if department == ALIVE:
                took.append((time.perf_counter() - start) * 1000)
        done.set()

    threading.Thread(target=work, daemon=True).start()
    _steadily(count, lambda _: waiting.append((ALIVE, time.perf_counter())))
    done.wait()
    return took


def _steadily(count: int, act: Callable[[int], None]) -> None:
    for number in range(count):
        act(number)
        time.sleep(EVERY_S)
