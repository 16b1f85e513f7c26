"""Asking several registries at once: what is there in time counts, nobody waits for the rest."""

import logging
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from dataclasses import dataclass
from time import monotonic
from typing import Any

from backend.registries.protocol import Registry, Silent, Values

log = logging.getLogger(__name__)

DEADLINE_S = 2.5
"""A person waits at the terminal, which itself waits 5 seconds for us."""

_AT_ONCE = 4
"""Questions to one registry at a time: a dead one holds up no more threads than these."""


@dataclass(frozen=True)
class Found:
    """What is known, and which registries did not answer in time."""

    values: dict[str, Mapping[str, Any]]
    silent: list[str]


class Registries:
    """Registries by id; an id that has none of its own is asked of the embedded one."""

    def __init__(
        self, embedded: Registry, remote: Mapping[str, Registry], deadline_s: float = DEADLINE_S
    ) -> None:
        self._embedded = embedded
        self._lanes = {name: _Lane(name, one) for name, one in remote.items()}
        self._deadline_s = deadline_s

    def look_up(self, citizen: str, fields: Sequence[str]) -> Found:
        """Ask each registry for its fields; never longer than the deadline."""
        until = monotonic() + self._deadline_s
        asked = {
            name: lane.begin(citizen, [one for one in fields if registry_of(one) == name])
            for name, lane in self._lanes.items()
            if any(registry_of(one) == name for one in fields)
        }
        own = [one for one in fields if registry_of(one) not in self._lanes]
        values = dict(self._embedded.look_up(citizen, own)) if own else {}
        silent = []
        for name, future in asked.items():
            found = _in_time(name, future, until)
            if found is None:
                silent.append(name)
            else:
                values |= found
        return Found(values, silent)

    def close(self) -> None:
        """Let go of every thread, as soon as its registry answers or gives up."""
        for lane in self._lanes.values():
            lane.close()


def registry_of(field: str) -> str:
    """The id before the point."""
    return field.split(".", 1)[0]


class _Lane:
    """One remote registry with few threads of its own."""

    def __init__(self, name: str, registry: Registry) -> None:
        self._registry = registry
        self._pool = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix=f"registry-{name}")
        self._free = threading.Semaphore(_AT_ONCE)

    def begin(self, citizen: str, fields: Sequence[str]) -> "Future[Values]":
        """Ask; when all threads hang already the answer is no at once."""
        if not self._free.acquire(blocking=False):
            refused: Future[Values] = Future()
            refused.set_exception(Silent("it already holds up as many questions as it may"))
            return refused
        future = self._pool.submit(self._registry.look_up, citizen, fields)
        future.add_done_callback(lambda _: self._free.release())
        return future

    def close(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)


def _in_time(name: str, future: "Future[Values]", until: float) -> Values | None:
    try:
        return future.result(max(0.0, until - monotonic()))
    except Silent as silent:
        log.info("registry %s did not answer: %s", name, silent)
    except Late:
        future.cancel()
        log.info("registry %s did not answer in time", name)
    return None
