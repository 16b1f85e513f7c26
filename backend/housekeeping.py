"""At the start and every hour: clear away what has had its time, and look whether the log of reads
is as it was written."""

import json
import logging
import threading
from datetime import datetime, timedelta
from functools import partial
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from backend.appointments.booking import forget_appointments
from backend.approvals.asking import forget_asked
from backend.attachments import claiming
from backend.cases import accepting
from backend.clock import local_day
from backend.drafts.keeping import erase_expired
from backend.parts import Parts
from backend.queue.drawing import forget_tickets
from backend.registries.log import Broken, Head, follow
from backend.registries.pins import forget_tries
from foundation.secrets import Vault

log = logging.getLogger(__name__)

EVERY_S = 3600.0
KEPT = timedelta(days=7)
"""So long after its day a ticket or an appointment is kept: a clock that runs some days ahead takes
nobody's."""
_HEAD = "reads-head"
_LINES, _BREATH_S = 500, 0.02
"""So many lines of the log at a time, some 10 ms of work; meanwhile citizens are served."""


class Housekeeping:
    """A thread that keeps house while it is entered.

    vault: where the newest line of the log of reads is noted apart from its file. What came since
    the last look can be cut off unseen.
    """

    def __init__(self, parts: Parts, vault: Vault) -> None:
        self._parts = parts
        self._vault = vault
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="housekeeping")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        self._thread.join()

    def _serve(self) -> None:
        whole = True
        while not self._over.is_set():
            for task in (self.clear_away, partial(self.look_at_reads, whole)):
                try:
                    task()
                except Exception:
                    log.exception("this is tried again in an hour")
            whole = False
            self._over.wait(EVERY_S)

    def clear_away(self) -> None:
        """Rows that had their time, and attachments of what never became a submission."""
        database, moment = self._parts.database, self._parts.clock()
        database.write(lambda c: _clear_rows(c, moment))
        uploads, now = self._parts.uploads, moment.timestamp()
        for key in uploads.abandoned(now):
            if self._over.is_set():
                return
            if database.write(partial(_no_case_needs, key=key)):
                uploads.drop(key, now)

    def look_at_reads(self, whole: bool) -> None:
        """Note the newest line, as long as those before it (all, or those since the last look) are
        as they were written; else tell staff. What was found stays found."""
        if self._parts.broken_read is not None:
            return
        held = self._vault.get(_HEAD)
        noted = Head() if held is None else Head(*json.loads(held))
        try:
            newest = self._walk(noted, whole)
        except Broken as broken:
            self._parts.broken_read = broken.line
            log.error("the log of reads was changed or cut off at line %d", broken.line)
            return
        if newest is not None and newest != noted:
            self._vault.put(_HEAD, json.dumps([newest.line, newest.digest]).encode())

    def _walk(self, noted: Head, whole: bool) -> Head | None:
        """The newest line; None when it was not reached before the end. Raises Broken."""
        at = self._follow(noted, 0)  # it must be there, wherever the walk begins
        if whole:
            at = Head()
        while (further := self._follow(at, _LINES)) != at:
            at = further
            if self._over.wait(_BREATH_S):
                return None
        return at

    def _follow(self, since: Head, most: int) -> Head:
        with self._parts.database.read() as connection:
            return follow(connection, since, most)


def _clear_rows(connection: Connection, moment: datetime) -> None:
    now, before = int(moment.timestamp()), local_day(moment - KEPT)
    erase_expired(connection, moment)
    forget_asked(connection, now)
    forget_tries(connection, now)
    forget_tickets(connection, before)
    forget_appointments(connection, before)


def _no_case_needs(connection: Connection, key: str) -> bool:
    """Whether nothing was received under this key; then its attachments count no more."""
    if accepting.find(connection, key) is not None:
        return False
    claiming.forget(connection, key)
    return True
