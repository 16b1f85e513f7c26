"""Real processes, killed in the middle: every application arrives, and none twice."""

import sqlite3
from functools import partial
from pathlib import Path
from typing import Self

from backend.receipts.signing import link
from kiosk.services.catalogue import Catalogue
from kiosk.services.department import (
    Consent,
    DepartmentClient,
    PinResult,
    Prefill,
    Unreachable,
    registry_of,
)
from kiosk.services.forms import Draft, load_form
from kiosk.services.outbox import Outbox, State
from kiosk.services.outbox.place import open_terminals_outbox
from kiosk.services.receipts import load_keys, trusted_keys_file, verify
from tests.services.parts import (
    CITIZEN,
    PAPER,
    PIN,
    TOKEN,
    filled,
    kill,
    small_body,
    start_backend,
    start_courier,
    until,
)

SUBMISSIONS = 200


def test_two_hundred_applications_survive_four_kills(home: Path) -> None:
    outbox = open_terminals_outbox()
    keys = [outbox.commit("visit", "households", small_body(n)) for n in range(SUBMISSIONS)]
    with Killed() as pair:  # nobody reads what the courier tells: it must not mind
        for left in (170, 130, 90, 50):
            until(partial(_at_most, outbox, left), f"{left} left")
            (pair.replace_backend if left in (170, 90) else pair.replace_courier)()
        until(partial(_at_most, outbox, 0), "everything sent")
    with sqlite3.connect(home / "data" / "backend.sqlite") as file:
        rows = file.execute("SELECT key, receipt FROM submissions ORDER BY sequence").fetchall()
        (cases,) = file.execute("SELECT count(*) FROM cases").fetchone()
    assert cases == SUBMISSIONS
    assert sorted(key for key, _ in rows) == sorted(keys)
    assert {key: outbox.receipt(key) for key in keys} == dict(rows)
    _assert_chained([receipt for _, receipt in rows])
    assert outbox.first_broken_audit_line() is None
    outbox.close()


class Killed:
    """A back-end and a courier that are killed and started again."""

    def __enter__(self) -> Self:
        self.backend, self.url = start_backend()
        self.courier = start_courier(self.url)
        return self

    def __exit__(self, *_: object) -> None:
        self.courier.stop()
        self.backend.stop()

    def replace_backend(self) -> None:
        kill(self.backend)
        self.backend, self.url = start_backend()
        self.courier.channel.send({"command": "backend", "url": self.url})

    def replace_courier(self) -> None:
        kill(self.courier)
        self.courier = start_courier(self.url)


def _at_most(outbox: Outbox, left: int) -> bool:
    return outbox.unsent() <= left


def _assert_chained(receipts: list[str]) -> None:
    keys = load_keys(trusted_keys_file())
    previous = None
    for receipt in receipts:
        verdict = verify(receipt, keys)
        assert verdict.receipt is not None
        assert verdict.receipt.previous == previous
        previous = link(receipt)


def test_a_visit_from_pin_to_rating(home: Path, catalogue: Catalogue) -> None:
    backend, url = start_backend()
    department = DepartmentClient(lambda: url, TOKEN)
    assert department.healthy()
    assert department.check_pin(CITIZEN, PIN) == PinResult(True, 5, None)
    form = load_form("residence_permit")
    registries = {registry_of(field) for field in form.prefill_request}
    consent = department.agree(CITIZEN, form.id, "prefill", sorted(registries))
    assert isinstance(consent, Consent)
    known = department.prefill(CITIZEN, form.id, "prefill", form.prefill_request, consent.id)
    assert isinstance(known, Prefill)
    draft = Draft(form, catalogue.registry_name)
    draft.prefill(known.values)
    assert draft.answer("reason", {"reason": "work"}, "en") == []
    assert draft.answer("collect", {"collect": "counter", "declaration": True}, "en") == []
    assert draft.next_incomplete_page() is None
    body = draft.body(form.id, CITIZEN, "zh_CN")
    assert body["sources"]["address"] == "residence.address"
    assert body["sources"]["reason"] == "citizen"
    outbox = open_terminals_outbox()
    key = outbox.commit("visit", "households", body)
    with backend, start_courier(url) as courier:
        until(lambda: outbox.status(key).received, "a receipt")
        rating = outbox.rate("visit", key, 5, ["quick"])
        courier.channel.send({"command": "wake"})
        outbox.forget_visit("visit")
        until(lambda: outbox.status(rating).state is State.CLOSED, "the rating")
        assert outbox.status(key).state is State.CLOSED
        reads = department.reads(CITIZEN)
        assert not isinstance(reads, Unreachable)
        assert {one.registry for one in reads} == {
            "civil",
            "residence",
            "social_insurance",
            "education",
        }
        rows = department.queue()
        assert not isinstance(rows, Unreachable)
        assert [row.counter for row in rows] == [one.id for one in catalogue.departments]
    assert isinstance(department.queue(), Unreachable)
    outbox.close()


def test_every_service_is_received(home: Path, catalogue: Catalogue) -> None:
    outbox = open_terminals_outbox()
    outbox.attachments.keep("visit", PAPER, "a.png", "image/png")
    keys = []
    for service in catalogue.services:
        body = filled(service.id, catalogue).body(service.id, CITIZEN, "en")
        keys.append(outbox.commit("visit", service.department, body))
    backend, url = start_backend()
    with backend, start_courier(url):
        until(lambda: outbox.unsent() == 0, "every application")
    assert {outbox.status(key).state for key in keys} == {State.ACKED}
    outbox.close()


def test_a_courier_starts_without_a_back_end_and_is_told_later(home: Path) -> None:
    outbox = open_terminals_outbox()
    key = outbox.commit("visit", "households", small_body(1))
    with start_courier("") as courier:
        backend, url = start_backend()
        with backend:
            courier.channel.send({"command": "backend", "url": url})
            until(lambda: outbox.status(key).received, "a receipt")
    outbox.close()
