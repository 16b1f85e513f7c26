"""The benchmark of faults in small: nothing is lost or doubled, and its check can fail."""

import json
import sqlite3
from pathlib import Path

import pytest

from benchmarks.faults.checking import Found, check
from benchmarks.faults.run import Plan, run
from kiosk.services.outbox import Outbox
from kiosk.services.outbox.dispatch import Dispatch
from tests.services.parts import small_body


@pytest.mark.timeout(600)
def test_nothing_is_lost_or_doubled_at_an_idempotent_peer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATRIUM_HOME", "set by the run")
    found = run(Plan(200, 4, rate=0.1))
    assert (found["submissions"], found["received"]) == (200, 200)
    assert (found["lost"], found["duplicated"], found["uncertain"]) == (0, 0, 0)


@pytest.mark.timeout(600)
def test_where_nobody_can_know_a_clerk_is_asked_and_nothing_is_sent_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ATRIUM_HOME", "set by the run")
    found = run(Plan(200, 2, native=False, rate=0.1))
    assert (found["lost"], found["duplicated"], found["unflagged"]) == (0, 0, 0)
    assert found["uncertain"] > 0 and found["received"] >= 200 - found["uncertain"]


@pytest.mark.timeout(600)
def test_a_careless_courier_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATRIUM_HOME", "set by the run")
    found = run(Plan(200, 2, native=False, careless=True, rate=0.1))
    assert found["duplicated"] > 0


def test_the_check_finds_what_is_lost_doubled_and_not_flagged(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox.sqlite", bytes(32))
    keys = {n: outbox.commit("visit", "households", small_body(n)) for n in range(5)}
    dispatch = Dispatch(outbox)
    dispatch.claim("households", 5)
    dispatch.acknowledge(keys[0], "receipt")
    dispatch.acknowledge(keys[1], "receipt")  # and yet it is nowhere
    dispatch.doubt(keys[2], "timeout")  # may be there or not
    bodies = [json.dumps(small_body(n)) for n in (0, 3, 3, 9)]  # 9 was never promised
    found = check(keys, bodies, tmp_path / "outbox.sqlite")
    assert found == Found(submissions=5, received=3, lost=2, duplicated=2, uncertain=1, unflagged=1)
    outbox.close()
    with pytest.raises(sqlite3.OperationalError):
        check(keys, bodies, tmp_path / "no such file")
