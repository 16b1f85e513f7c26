"""One round of the courier: claim, try, settle, tell."""

import logging
from collections.abc import Callable
from typing import Any

from foundation.secrets.chunked import BrokenSeal
from kiosk.services.adapters.protocol import (
    Adapter,
    Later,
    Outcome,
    Received,
    Refused,
    Unknown,
)
from kiosk.services.outbox import Outbox, Parcel

log = logging.getLogger(__name__)

Tell = Callable[[dict[str, Any]], None]


class Courier:
    """Delivers one parcel at a time; each step is durable before it is told."""

    def __init__(self, outbox: Outbox, adapter: Adapter, tell: Tell) -> None:
        self._outbox = outbox
        self._adapter = adapter
        self._tell = tell

    def deliver_next(self) -> bool:
        """Try what is due; False when nothing is."""
        try:
            parcel = self._outbox.claim()
        except BrokenSeal as broken:
            # Only its own lease passes by; the row stays for a clerk and blocks nobody.
            log.error("%s", broken)
            return True
        if parcel is None:
            return False
        self._say("sending", parcel)
        self._settle(parcel, self._adapter.deliver(parcel))
        return True

    def _settle(self, parcel: Parcel, outcome: Outcome) -> None:
        match outcome:
            case Received(receipt):
                self._outbox.acknowledge(parcel.key, receipt)
                self._say("received", parcel)
            case Refused(problem):
                self._outbox.reject(parcel.key, problem)
                self._say("rejected", parcel, problem=problem)
            case Unknown(cause) if not self._adapter.abilities.idempotent:
                self._outbox.doubt(parcel.key, cause)
                self._say("uncertain", parcel, cause=cause)
            case Later(cause, asked_s):
                self._wait(parcel, cause, asked_s)
            case Unknown(cause):
                self._wait(parcel, cause, None)

    def _wait(self, parcel: Parcel, cause: str, asked_s: float | None) -> None:
        wait = self._outbox.postpone(parcel.key, asked_s)
        log.info("%s waits %.1f s: %s", parcel.key, wait, cause)
        self._say("waiting", parcel, cause=cause, retry_in_s=round(wait, 1))

    def _say(self, event: str, parcel: Parcel, **more: object) -> None:
        self._tell({"event": event, "key": parcel.key, "kind": parcel.kind.value, **more})
