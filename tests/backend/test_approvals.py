"""Approval by phone against a real back-end; the phone is a script that holds a key and signs."""

import pytest
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from backend.approvals.asking import MOST_ASKED, signed_text
from tests.backend.conftest import Caller

CITIZEN, PIN = "999999199001011238", "246801"


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
    often = caller.post("/v1/approvals", {"citizen": CITIZEN})
    assert often.status_code == 429 and 0 < int(often.headers["Retry-After"]) <= 600


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
