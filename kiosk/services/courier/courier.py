"""The courier's loop: settle what came back, claim what is due, hand it to threads, tell."""

import logging
import queue
import random
import sqlite3
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from kiosk.services.adapters.protocol import Adapter
from kiosk.services.courier.attempt import Result, attempt
from kiosk.services.courier.lanes import Lanes
from kiosk.services.courier.settling import report, settle
from kiosk.services.courier.workers import Workers
from kiosk.services.outbox.dispatch import LEASE_S, Dispatch
from kiosk.services.outbox.parcel import Parcel

log = logging.getLogger(__name__)

Tell = Callable[[dict[str, Any]], None]
Route = Callable[[str], Adapter]

MOST_THREADS = 64
LONGEST_SLEEP_S = 5.0
DISK_REST_S = 1.0
LOOK_AFTER_S = LEASE_S / 4
FEW = 4
LINGER_S = 0.004
"""When more than a few are on their way, others are about to come back: one commit for them."""


class Courier:
    """One thread owns the outbox and all that is known here; others only wait for peers.

    route: the way to a department. tell: must not wait.
    """

    def __init__(self, dispatch: Dispatch, route: Route, tell: Tell) -> None:
        self._dispatch = dispatch
        self._route = route
        self._tell = tell
        self._lanes = Lanes(random.Random())
        self._news: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._finished: list[Result] = []
        self._to_write: list[Callable[[], None]] = []
        self._carried: dict[str, Parcel] = {}
        self._workers = Workers(MOST_THREADS)
        self._looked = time.monotonic()
        self._until: float | None = None

    def run(self, until_empty: bool = False) -> None:
        """Deliver until `stop`, or until nothing waits; what is on its way then is still settled,
        as far as it comes back in time."""
        self._to_write.append(self._begin)
        while self._goes_on(until_empty):
            self._turn()
            self._wait()
        if self._finished:  # came back at the last moment
            self._turn()
        self._workers.close()

    def _begin(self) -> None:
        waiting = self._dispatch.departments()
        self._dispatch.begin([one for one in waiting if self._route(one).abilities.idempotent])

    def _goes_on(self, until_empty: bool) -> bool:
        if self._until is not None:
            return bool(self._carried) and time.monotonic() < self._until
        return bool(self._carried) or not until_empty or bool(self._dispatch.departments())

    def wake(self) -> None:
        """Something new may be there. From any thread."""
        self._news.put(lambda: None)

    def stop(self, grace_s: float) -> None:
        """Claim nothing more, and wait so long for what is on its way. From any thread."""
        self._news.put(partial(setattr, self, "_until", time.monotonic() + grace_s))

    def reopen(self, of: Callable[[str], bool]) -> None:
        """These departments have another address now: how the old one answered counts no longer.
        From any thread."""
        self._news.put(partial(self._reopen, of))

    def _reopen(self, of: Callable[[str], bool]) -> None:
        departments = list(filter(of, self._dispatch.departments()))
        for department in departments:
            self._lanes.forget(department)
            self._to_write.append(partial(self._dispatch.hurry, department))

    def _turn(self) -> None:
        """One commit for all that came back and all that goes out; only then it is told."""
        now = time.monotonic()
        changes = self._lanes.changes(now)
        try:
            with self._dispatch.together():
                for write in self._to_write:
                    write()
                told = [settle(self._dispatch, result) for result in self._finished]
                self._look_after(now)
                claimed = [] if self._until is not None else self._claim(now)
                for change in changes:
                    self._dispatch.say_lane(*change)
        except sqlite3.OperationalError as full:
            # What came back and is to be written is kept here, until the disk takes it.
            log.error("the outbox cannot be written: %s", full)
            time.sleep(DISK_REST_S)
            return
        self._to_write.clear()
        self._lanes.told(changes)
        for result in self._finished:
            del self._carried[result.parcel.key]
        self._finished.clear()
        for message in (*told, *(report("sending", parcel) for parcel in claimed)):
            self._tell(message)
        for parcel in claimed:
            self._carried[parcel.key] = parcel
            self._workers.start(partial(self._carry, self._route(parcel.department), parcel))

    def _claim(self, now: float) -> list[Parcel]:
        busy, claimed = self._busy(), []
        held = self._carried.keys() - {result.parcel.key for result in self._finished}
        for department in self._dispatch.departments():
            free = self._width(department, now) - busy[department]
            if free > 0:
                claimed += self._dispatch.claim(department, free, held)
        return claimed

    def _width(self, department: str, now: float) -> int:
        return self._lanes.width(department, self._route(department).abilities.idempotent, now)

    def _busy(self) -> Counter[str]:
        """How many are on their way to each department, but for those that are back."""
        back = Counter(result.parcel.department for result in self._finished)
        return Counter(parcel.department for parcel in self._carried.values()) - back

    def _look_after(self, now: float) -> None:
        """Now and then: what is carried stays ours, and what is long settled goes."""
        if now - self._looked > LOOK_AFTER_S:
            self._dispatch.renew(self._carried)
            self._dispatch.clear()
            self._looked = now

    def _carry(self, adapter: Adapter, parcel: Parcel) -> None:
        """On a worker's thread."""
        result = attempt(adapter, parcel)
        self._news.put(partial(self._came_back, result))

    def _came_back(self, result: Result) -> None:
        self._lanes.learn(result, time.monotonic())
        self._finished.append(result)

    def _wait(self) -> None:
        """Until something comes back, is told or is due; then take all there is."""
        with suppress(queue.Empty):
            self._news.get(timeout=self._sleep_s())()
            if len(self._carried) > FEW:
                time.sleep(LINGER_S)
            while True:
                self._news.get_nowait()()

    def _sleep_s(self) -> float:
        now, busy = time.monotonic(), self._busy()
        if self._until is not None:
            return max(0.0, self._until - now)
        waits = [LONGEST_SLEEP_S]
        for department in self._dispatch.departments():
            rest = self._lanes.rest_s(department, now)
            if rest is not None:
                waits.append(rest)
            elif busy[department] < self._width(department, now):
                due = self._dispatch.next_due_s(department)
                waits += [] if due is None else [due]
        return max(0.0, min(waits))
