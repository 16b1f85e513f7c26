"""Approval by phone against a real back-end; the phone is a script that holds a key and signs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection, create_engine

from backend.approvals.asking import (
    MOST_ASKED,
    READ_S,
    WITHIN_S,
    Approval,
    answer,
    ask,
    enrol_device,
    signed_text,
    state_of,
)
from backend.store.tables import approvals
from tests.backend.conftest import Caller

CITIZEN, PIN = "999999199001011238", "246801"
NOW = 1_000_000


class Phone:
    """A citizen's device: knows its key, and what its owner types."""

    def __init__(self, caller: Caller) -> None:
        self._url = caller.url
        self._key = Ed25519PrivateKey.generate()
        self.public = self._key.public_key().public_bytes_raw().hex()

    def answer(self, identifier: str, code: str, approve: bool = True) -> int:
        signature = self._key.sign(signed_text(identifier, code, approve)).hex()
        body = {"code": code, "approve": approve, "signature": signature}
        url = f"{self._url}/v1/approvals/{identifier}/answer"
        return requests.post(url, json=body, timeout=20).status_code


@pytest.fixture
def phone(caller: Caller) -> Phone:
    made = Phone(caller)
    body = {"citizen": CITIZEN, "pin": PIN, "public_key": made.public}
    assert caller.post("/v1/approvals/devices", body).json()["ok"]
    return made


def state(caller: Caller, identifier: str) -> str:
    return str(caller.get(f"/v1/approvals/{identifier}").json()["state"])


def test_the_phone_decides_once_and_only_with_the_terminals_code(
    caller: Caller, phone: Phone
) -> None:
    asked = caller.post("/v1/approvals", {"citizen": CITIZEN}).json()
    assert len(asked["code"]) == 2 and state(caller, asked["id"]) == "pending"
    assert Phone(caller).answer(asked["id"], asked["code"]) == 403
    assert phone.answer("0" * 32, asked["code"]) == 403
    assert state(caller, asked["id"]) == "pending"
    assert phone.answer(asked["id"], asked["code"]) == 200
    assert state(caller, asked["id"]) == "approved"
    assert phone.answer(asked["id"], asked["code"], approve=False) == 403
    wrong = caller.post("/v1/approvals", {"citizen": CITIZEN}).json()
    other = f"{(int(wrong['code']) + 1) % 100:02d}"
    assert phone.answer(wrong["id"], other) == 200
    assert state(caller, wrong["id"]) == "refused"
    refused = caller.post("/v1/approvals", {"citizen": CITIZEN}).json()
    assert phone.answer(refused["id"], refused["code"], approve=False) == 200
    assert state(caller, refused["id"]) == "refused"
    for _ in range(MOST_ASKED - 3):
        assert caller.post("/v1/approvals", {"citizen": CITIZEN}).status_code == 200
    often = caller.post("/v1/approvals", {"citizen": CITIZEN})
    assert often.status_code == 429 and 0 < int(often.headers["Retry-After"]) <= WITHIN_S


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    """An empty store of approvals."""
    engine = create_engine(f"sqlite:///{tmp_path}/approvals.sqlite")
    with engine.begin() as connection:
        approvals.metadata.create_all(connection)
        yield connection
    engine.dispose()


def _enrolled(connection: Connection) -> Ed25519PrivateKey:
    key = Ed25519PrivateKey.generate()
    enrol_device(connection, CITIZEN, key.public_key().public_bytes_raw().hex())
    return key


def _answer(connection: Connection, key: Ed25519PrivateKey, asked: Approval, now: int) -> bool:
    signature = key.sign(signed_text(asked.id, asked.code, True)).hex()
    return answer(connection, asked.id, asked.code, True, signature, now)


def test_an_answer_of_the_last_second_counts_and_then_grows_old(connection: Connection) -> None:
    key = _enrolled(connection)
    asked = ask(connection, CITIZEN, NOW)
    assert isinstance(asked, Approval)
    assert not _answer(connection, key, asked, asked.expires_at)
    assert _answer(connection, key, asked, asked.expires_at - 1)
    assert state_of(connection, asked.id, asked.expires_at + 1) == "approved"
    assert state_of(connection, asked.id, asked.expires_at + READ_S) == "expired"


def test_a_new_key_answers_no_question_that_was_asked_before_it(connection: Connection) -> None:
    older = _enrolled(connection)
    asked = ask(connection, CITIZEN, NOW)
    newer = _enrolled(connection)
    again = ask(connection, CITIZEN, NOW + 1)
    assert isinstance(asked, Approval) and isinstance(again, Approval)
    assert not _answer(connection, newer, asked, NOW + 1)
    assert not _answer(connection, older, asked, NOW + 1)
    assert not _answer(connection, older, again, NOW + 2)
    assert _answer(connection, newer, again, NOW + 2)


def test_a_stranger_is_asked_just_as_slowly_and_never_approved(caller: Caller) -> None:
    stranger = {"citizen": "999999198505051247"}
    answers = [caller.post("/v1/approvals", stranger) for _ in range(MOST_ASKED + 1)]
    assert [one.status_code for one in answers] == [200] * MOST_ASKED + [429]
    states = [state(caller, one.json()["id"]) for one in answers[:-1]]
    assert states == ["expired"] * (MOST_ASKED - 1) + ["pending"]
    last = answers[-2].json()
    assert Phone(caller).answer(last["id"], last["code"]) == 403
    assert set(last) == {"id", "code", "expires_at"}


def test_a_wrong_pin_enrols_no_phone(caller: Caller) -> None:
    body = {"citizen": CITIZEN, "pin": "000000", "public_key": Phone(caller).public}
    assert not caller.post("/v1/approvals/devices", body).json()["ok"]
    assert requests.post(caller.url + "/v1/approvals", json=body, timeout=20).status_code == 401
    assert caller.get("/v1/approvals/unknown").status_code == 404
