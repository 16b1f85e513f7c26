"""Reads of base registries: with consent, for a purpose, in a log that shows a changed line."""

from pathlib import Path
from typing import Any

from sqlalchemy import text

from backend.parts import Parts, set_up
from backend.registries.log import Broken, Head, ReadLine, follow, log_read
from foundation.paths import asset
from tests.backend.conftest import Caller
from tests.backend.test_http import CITIZEN, kind

READ: dict[str, Any] = {
    "citizen": CITIZEN,
    "service": "household_certificate",
    "purpose": "prefill",
    "fields": ["civil.name", "civil.household_address"],
}


def agree(caller: Caller, **change: object) -> str:
    body = {**READ, "registries": ["civil"], **change}
    del body["fields"]
    answer = caller.post("/v1/consents", body)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def test_a_read_with_consent_leaves_a_line_that_says_all(caller: Caller) -> None:
    consent = agree(caller)
    answer = caller.post("/v1/registries/read", {**READ, "consent": consent}).json()
    civil = {"registry": "civil", "as_of": "2025-05-03"}
    assert answer["values"]["civil.name"] == {"value": "示例市民甲", **civil}
    assert answer["silent"] == []
    line = caller.get(f"/v1/citizens/{CITIZEN}/reads").json()[0]
    assert line.pop("at").endswith("Z")
    assert line == {
        "service": "household_certificate",
        "department": "households",
        "registry": "civil",
        "fields": READ["fields"],
        "shown": READ["fields"],
        "purpose": "prefill",
        "consent": consent,
    }


def test_without_consent_nothing_is_read_and_nothing_is_logged(caller: Caller) -> None:
    other = "999999195610203421"
    for consent in (None, "", "unknown", agree(caller), agree(caller, citizen=other, purpose="x")):
        body = {**READ, "citizen": other, "consent": consent}
        answer = caller.post("/v1/registries/read", body)
        assert (answer.status_code, kind(answer)) == (403, "no-consent")
    assert caller.get(f"/v1/citizens/{other}/reads").json() == []


def test_a_service_reads_what_its_form_needs_and_no_more(caller: Caller) -> None:
    greedy = {**READ, "fields": ["housing.fund_balance"], "consent": agree(caller)}
    assert kind(caller.post("/v1/registries/read", greedy)) == "beyond-purpose"
    wide = {**READ, "registries": ["civil", "housing"]}
    assert kind(caller.post("/v1/consents", wide)) == "beyond-purpose"


def test_a_consent_that_was_withdrawn_reads_nothing_more(caller: Caller) -> None:
    consent = agree(caller)
    body = {"citizen": CITIZEN, "consent": consent}
    stranger = caller.post("/v1/consents/withdraw", {**body, "citizen": "999999190001010000"})
    assert (stranger.status_code, kind(stranger)) == (404, "unknown-consent")
    assert caller.post("/v1/consents/withdraw", body).status_code == 200
    assert caller.post("/v1/consents/withdraw", body).status_code == 200
    answer = caller.post("/v1/registries/read", {**READ, "consent": consent})
    assert (answer.status_code, kind(answer)) == (403, "consent-over")
    rows = caller.get(f"/v1/citizens/{CITIZEN}/consents").json()
    mine = next(row for row in rows if row["id"] == consent)
    assert mine["withdrawn_at"] is not None and not mine["stands"]


def test_a_line_of_the_log_that_was_changed_or_taken_away_is_found(tmp_path: Path) -> None:
    parts = set_up(tmp_path / "b.sqlite", asset(), bytes(32), "token", tmp_path / "keys.json")
    line = ReadLine(CITIZEN, "s", "d", "civil", ["civil.name"], ["civil.name"], "prefill", "c")
    for _ in range(4):
        parts.database.write(lambda c: log_read(c, line, parts.clock()))

    assert _broken(parts) is None
    _alter(parts, "UPDATE reads SET shown = '[]' WHERE id = 3")
    assert _broken(parts) == 3
    _alter(parts, "UPDATE reads SET shown = '[\"civil.name\"]' WHERE id = 3")
    assert _broken(parts) is None
    _alter(parts, "DELETE FROM reads WHERE id = 2")
    assert _broken(parts) == 3
    parts.database.close()


def _alter(parts: Parts, statement: str) -> None:
    parts.database.write(lambda c: c.execute(text(statement)).rowcount)


def _broken(parts: Parts) -> int | None:
    with parts.database.read() as connection:
        try:
            follow(connection, Head(), 10)
        except Broken as broken:
            return broken.line
    return None
