"""Takes requests: quick ones at once, those that look at faces one after the other."""

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from foundation.messages import Channel, ChannelClosed, Message
from identity.decisions.decision import Cause, Decision
from identity.decisions.policy import Policy
from identity.errors import IdentityError
from identity.gallery.receipts import Notary
from identity.gallery.store import Gallery
from identity.process.enrol import People, enrol, enrol_pictures
from identity.process.erase import erase
from identity.process.identify import identify
from identity.process.job import Job
from identity.process.kit import Kit
from identity.process.photograph import photograph
from identity.process.preview import Preview
from identity.process.readiness import readiness
from identity.process.verify import verify

log = logging.getLogger(__name__)

_END_S = 2.0


class Server:
    """`run` reads requests on its caller's thread; one further thread looks at faces."""

    def __init__(
        self,
        channel: Channel,
        kit: Kit,
        people: People,
        notary: Notary,
        preview: Preview,
        candidate_search: bool = False,
    ) -> None:
        """candidate_search: whether `identify` is answered."""
        self._channel, self._kit, self._people = channel, kit, people
        gallery, finder = people
        self._quick: dict[str, Callable[[Job], Any]] = {
            "hello": self._hello,
            "subjects": lambda _: [asdict(one) for one in gallery.subjects()],
            "erase": lambda job: erase(job, gallery, finder, notary),
            "cancel": self._cancel,
        }
        self._slow: dict[str, Callable[[Job], Any]] = {
            "verify": lambda job: verify(job, kit, gallery, preview).message(),
            "enrol": lambda job: enrol(job, kit, people, preview),
            "enrol_pictures": lambda job: enrol_pictures(job, kit, people),
            "photograph": lambda job: photograph(job, preview),
            "identify": lambda job: identify(job, kit, finder, candidate_search),
            "change_keys": lambda job: _change_keys(job, gallery),
            "readiness": lambda job: readiness(job, kit, gallery),
        }
        self._waiting: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._current: Job | None = None
        self._worker = threading.Thread(target=self._work, name="faces", daemon=True)

    def run(self) -> None:
        """Serve until the window goes away."""
        self._worker.start()
        try:
            while True:
                message = self._channel.receive()
                if message is not None:
                    self._take(message)
        except ChannelClosed:
            log.info("the window is gone")
        finally:
            self._stop_current()
            self._waiting.put(None)
            self._worker.join(_END_S)
            self._people.finder.close()
            self._people.gallery.close()

    def _take(self, message: Message) -> None:
        if "id" not in message:
            log.error("a message without an id was ignored")
            return
        job = Job(self._channel, message)
        if job.request in self._quick:
            _carry_out(job, self._quick[job.request])
        elif job.request not in self._slow:
            known = ", ".join([*self._quick, *self._slow])
            job.refuse("bad_request", f"there is no request {job.request!r}; there are {known}")
        elif self._current is not None and not self._current.stop.is_set():
            job.refuse("busy", "another capture is running; cancel it first")
        else:
            self._current = job
            self._waiting.put(job)

    def _hello(self, _: Job) -> dict[str, Any]:
        pair = self._kit.pair
        liveness = {"available": pair.available, "models": [asdict(one) for one in pair.models]}
        return {"engine": asdict(self._kit.info), "liveness": liveness}

    def _cancel(self, _: Job) -> dict[str, Any]:
        self._stop_current()
        return {}

    def _stop_current(self) -> None:
        """Answer the running job at once, whatever the camera's driver is busy with."""
        job = self._current
        if job is None or job.stop.is_set():
            return
        if job.request == "verify":
            one_in = job.fields.get("one_in")
            asked = one_in if isinstance(one_in, int) else Policy().one_in
            job.answer(Decision(Cause.CANCELLED, asked, self._kit.info).message())
        else:
            job.refuse(Cause.CANCELLED, "it was cancelled")

    def _work(self) -> None:
        """The thread that looks at faces."""
        _attempt("the models are not ready", self._kit.warm)
        while (job := self._waiting.get()) is not None:
            if not job.stop.is_set():
                _carry_out(job, self._slow[job.request])


def _change_keys(job: Job, gallery: Gallery) -> dict[str, Any]:
    gallery.change_keys(tenant=job.flag("templates"))
    return {}


def _carry_out(job: Job, work: Callable[[Job], Any]) -> None:
    try:
        job.answer(work(job))
    except IdentityError as failed:
        job.refuse(failed.cause, failed.detail, failed.subject)
    except Exception as unforeseen:  # the window must get its answer, and the next person a turn
        log.exception("%s failed", job.request)
        job.refuse("internal", f"{job.request} failed: {type(unforeseen).__name__}")


def _attempt(what: str, work: Callable[[], None]) -> None:
    try:
        work()
    except IdentityError as failed:  # each capture will say so again, to the person
        log.error("%s: %s", what, failed.detail)
