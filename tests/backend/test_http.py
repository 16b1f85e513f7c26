"""The HTTP interface as its document says, asked over a real socket."""

import base64
import hashlib
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import requests
import uuid6
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from foundation.paths import asset
from tests.backend.conftest import Caller

CITIZEN = "999999198506152111"
BODY: dict[str, Any] = {
    "service": "household_certificate",
    "citizen": CITIZEN,
    "language": "zh_CN",
    "form": {"id": "household_certificate", "version": 1},
    "answers": {"use": "bank", "contents": ["self"]},
    "sources": {},
}


def key() -> str:
    return str(uuid6.uuid7())


def decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def kind(answer: requests.Response) -> str:
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == answer.status_code
    return str(answer.json()["type"]).removeprefix("urn:atrium:")


def test_a_stranger_learns_only_what_is_public(caller: Caller) -> None:
    for path in ("/v1/health", "/v1/keys", "/v1/catalogue", "/v1/queue"):
        assert requests.get(caller.url + path, timeout=20).status_code == 200
    answer = requests.post(caller.url + "/v1/submissions", json=BODY, timeout=20)
    assert (answer.status_code, kind(answer)) == (401, "unknown-terminal")


def test_a_submission_is_answered_with_a_signed_receipt(caller: Caller) -> None:
    used = key()
    answer = caller.post("/v1/submissions", BODY, used)
    assert answer.status_code == 201
    keys = {one["kid"]: one for one in caller.get("/v1/keys").json()["keys"]}
    token = answer.json()["receipt"]
    header, payload, signature = token.split(".")
    public = keys[json.loads(decoded(header))["kid"]]["x"]
    signed = f"{header}.{payload}".encode()
    Ed25519PublicKey.from_public_bytes(decoded(public)).verify(decoded(signature), signed)
    claims = json.loads(decoded(payload))
    spelled = json.dumps(BODY, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    digest = base64.urlsafe_b64encode(hashlib.sha256(spelled.encode()).digest())
    assert claims["body_sha256"] == digest.decode().rstrip("=")
    assert (claims["key"], claims["department"]) == (used, "households")
    assert claims["reference"] == answer.json()["reference"]


def test_the_same_key_gets_the_same_answer(caller: Caller) -> None:
    used = key()
    first = caller.post("/v1/submissions", BODY, used)
    again = caller.post("/v1/submissions", BODY, used)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json() == caller.get(f"/v1/submissions/{used}").json()
    other = caller.post("/v1/submissions", {**BODY, "language": "en"}, used)
    assert (other.status_code, kind(other)) == (422, "key-reused")


def test_many_at_once_with_one_key_make_one_case(caller: Caller) -> None:
    used = key()
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: caller.post("/v1/submissions", BODY, used), range(16)))
    codes = [answer.status_code for answer in answers]
    assert codes.count(201) == 1 and set(codes) <= {200, 201, 409}
    assert len({a.json()["case"] for a in answers if a.status_code != 409}) == 1


@pytest.mark.parametrize("bad", [None, "", "7", "00000000-0000-4000-8000-000000000000"])
def test_a_key_is_compulsory(caller: Caller, bad: str | None) -> None:
    answer = caller.post("/v1/submissions", BODY, bad)
    assert (answer.status_code, kind(answer)) == (400, "missing-key")
    assert caller.get(f"/v1/submissions/{key()}").status_code == 404


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"service": "no_such"}, "service"),
        ({"citizen": 7}, "citizen"),
        ({"form": {"id": "household_certificate", "version": 99}}, "form"),
        ({"answers": {"use": "bank"}}, "answers.contents"),
        ({"answers": {"use": "moon", "contents": ["self"]}}, "answers.use"),
        ({"answers": {"use": "other", "contents": ["self"]}}, "answers.use_text"),
        ({"answers": {"use": "bank", "contents": ["self"], "more": 1}}, "answers.more"),
        ({"answers": {"use": "bank", "contents": ["self"], "use_text": "x"}}, "answers.use_text"),
        ({"filled_at": "2020-01-01T10:00"}, "filled_at"),
        ({"filled_at": "today"}, "filled_at"),
        ({"sources": ["civil.name"]}, "sources"),
        ({"sources": {"use": ["civil.name"]}}, "sources"),
    ],
)
def test_wrong_answers_are_refused_with_their_place(
    caller: Caller, change: dict[str, Any], field: str
) -> None:
    used = key()
    answer = caller.post("/v1/submissions", {**BODY, **change}, used)
    assert (answer.status_code, kind(answer)) == (422, "invalid-answers")
    assert [one["field"] for one in answer.json()["errors"]] == [field]
    assert caller.get(f"/v1/submissions/{used}").status_code == 404


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[]",
        b'{"a": 1.5}',
        b'{"a": NaN}',
        b"[" * 100_000,
        json.dumps({**BODY, "sources": {"half a character": "\ud800"}}).encode(),
    ],
)
def test_what_is_no_json_object_is_refused(caller: Caller, raw: bytes) -> None:
    answer = caller.session.post(
        caller.url + "/v1/submissions", data=raw, headers={"Idempotency-Key": key()}, timeout=20
    )
    assert (answer.status_code, kind(answer)) == (400, "not-json")


def test_a_body_beyond_the_limit_is_refused(caller: Caller) -> None:
    body = {**BODY, "answers": {"use_text": "x" * 1_100_000}}
    assert caller.post("/v1/submissions", body, key()).status_code == 413


@pytest.mark.parametrize("path", ["/v1/drafts", "/v1/officer/moves", "/v1/approvals/x/answer"])
def test_no_stranger_makes_us_hold_a_body_without_end(caller: Caller, path: str) -> None:
    def endless() -> Iterator[bytes]:
        yield b'{"text": "'
        for _ in range(10):
            yield b"x" * 1_000_000

    json_body = {"Content-Type": "application/json"}
    answer = requests.post(caller.url + path, data=endless(), headers=json_body, timeout=20)
    assert (answer.status_code, kind(answer)) == (413, "too-large")


def test_each_case_is_rated_once(caller: Caller) -> None:
    reference = caller.post("/v1/submissions", BODY, key()).json()["reference"]
    used, rating = key(), {"reference": reference, "score": 5, "tags": ["quick"]}
    assert caller.post("/v1/ratings", rating, used).status_code == 201
    assert caller.post("/v1/ratings", rating, used).status_code == 200
    assert kind(caller.post("/v1/ratings", {**rating, "score": 1}, used)) == "already-rated"
    assert kind(caller.post("/v1/ratings", rating, key())) == "already-rated"
    for wrong in ({"score": 6}, {"reference": "\ud800"}, {"tags": ["\ud800"]}):
        assert kind(caller.post("/v1/ratings", {**rating, **wrong})) == "invalid-request"
    stranger = {**rating, "reference": "HZ 1999 0101 0001 0"}
    assert caller.post("/v1/ratings", stranger).status_code == 404


def test_wrong_pins_wait_whether_the_citizen_exists_or_not(caller: Caller) -> None:
    for citizen in ("999999197808085669", "999999190001010000"):
        wrong = {"citizen": citizen, "pin": "000000"}
        tries = [caller.post("/v1/citizens/check-pin", wrong).json() for _ in range(6)]
        assert [one["tries_left"] for one in tries] == [4, 3, 2, 1, 0, 0]
        assert not any(one["ok"] for one in tries)
        assert 0 < tries[-1]["retry_after_s"] <= 30
    right = {"citizen": "999999197808085669", "pin": "246805"}
    assert caller.post("/v1/citizens/check-pin", right).json()["ok"] is False, "it is locked"


def test_the_right_pin_forgets_the_wrong_ones(caller: Caller) -> None:
    for pin, ok, left in (("1", False, 4), ("2", False, 3), ("246804", True, 5), ("3", False, 4)):
        answer = caller.post(
            "/v1/citizens/check-pin", {"citizen": "999999200303034553", "pin": pin}
        )
        assert (answer.json()["ok"], answer.json()["tries_left"]) == (ok, left)


def test_every_counter_has_a_queue(caller: Caller) -> None:
    rows = caller.get("/v1/queue").json()
    assert len(rows) == 10
    assert all(row["waiting"] >= 0 and row["minutes"] >= 0 and row["serving"] for row in rows)
    assert {row["state"] for row in rows} <= {"open", "busy", "closed"}


def test_a_citizen_sees_their_own_applications_and_a_stranger_sees_none(caller: Caller) -> None:
    mine = {**BODY, "citizen": "999999197203036670"}
    answers = [caller.post("/v1/submissions", mine, key()).json() for _ in range(2)]
    told = caller.get(f"/v1/citizens/{mine['citizen']}/cases").json()
    assert [row["reference"] for row in told] == [one["reference"] for one in reversed(answers)]
    assert told[0]["department"] == "households" and told[0]["service"] == BODY["service"]
    assert told[0]["state"] == "received"
    assert caller.get("/v1/citizens/999999190001010000/cases").json() == []
    stranger = requests.get(caller.url + f"/v1/citizens/{CITIZEN}/cases", timeout=20)
    assert (stranger.status_code, kind(stranger)) == (401, "unknown-terminal")


def test_the_catalogue_is_told_with_every_life_event(caller: Caller) -> None:
    told = caller.get("/v1/catalogue").json()
    services = {one["id"] for one in told["services"]}
    assert services == {path.stem for path in asset("catalogue", "services").glob("*.json")}
    assert len(told["departments"]) == 10
    assert len(told["life_events"]) == 5
    assert all(set(one["services"]) <= services for one in told["life_events"])


def test_an_unknown_path_is_a_problem_too(caller: Caller) -> None:
    assert kind(caller.get("/v1/nowhere")) == "http"
