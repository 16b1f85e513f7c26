"""The life of a case: told truthfully, moved only by whom its state allows."""

import asyncio
import json
from pathlib import Path

import pytest
import requests
import uuid6

from backend.cases.moving import decide
from backend.cases.states import BrokenStates, load_states
from backend.parts import set_up
from backend.problems import Problem
from backend.routes.cases import _accept
from foundation.paths import asset
from tests.backend.conftest import Caller
from tests.backend.test_http import BODY, CITIZEN, key, kind


def _move(caller: Caller, reference: str, move: str, citizen: str = CITIZEN) -> requests.Response:
    body = {"citizen": citizen, "reference": reference, "move": move}
    return caller.post("/v1/citizens/move-case", body)


def test_a_citizen_withdraws_and_takes_up_again(caller: Caller) -> None:
    reference = caller.post("/v1/submissions", BODY, key()).json()["reference"]

    def told() -> dict[str, object]:
        rows = caller.get(f"/v1/citizens/{CITIZEN}/cases").json()
        return next(dict(row) for row in rows if row["reference"] == reference)

    assert told()["moves"] == ["cancel"]
    assert _move(caller, reference, "cancel").json() == {"state": "cancelled"}
    assert (told()["state"], told()["moves"]) == ("cancelled", ["reopen"])
    again = _move(caller, reference, "cancel")
    assert (again.status_code, kind(again)) == (409, "not-now")
    assert _move(caller, reference, "reopen").json() == {"state": "received"}


def test_nobody_moves_what_is_not_theirs(caller: Caller) -> None:
    reference = caller.post("/v1/submissions", BODY, key()).json()["reference"]
    other = _move(caller, reference, "cancel", "999999199001011238")
    assert (other.status_code, kind(other)) == (404, "unknown-reference")
    officers = _move(caller, reference, "take_up")
    assert (officers.status_code, kind(officers)) == (409, "not-now")


def test_an_officer_brings_it_to_an_end_that_can_be_questioned(tmp_path: Path) -> None:
    parts = set_up(tmp_path / "b.sqlite", asset(), bytes(32), "token", tmp_path / "keys.json")
    reference = asyncio.run(_accept(parts, str(uuid6.uuid7()), BODY, "its hash")).reference

    def officer(move: str) -> str:
        return parts.database.write(
            lambda c: decide(c, parts.states, reference, move, parts.clock())
        )

    assert [officer("take_up"), officer("refuse")] == ["in_review", "refused"]
    assert parts.states.states["refused"].open_to("citizen") == ["reopen"]
    with pytest.raises(Problem, match="refused"):
        officer("finish")
    parts.database.close()


def test_every_state_is_told_in_both_languages_and_can_be_reached() -> None:
    states = load_states(asset()).states
    reached = {"received"} | {m.to for one in states.values() for m in one.moves.values()}
    assert reached == set(states)
    for name, state in states.items():
        for text in (state.title, state.next):
            assert set(text) == {"zh_CN", "en"} and all(text.values()), name


def test_a_move_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    broken = json.loads(asset("cases", "states.json").read_text("utf-8"))
    broken["states"]["received"]["moves"]["cancel"]["to"] = "moon"
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "states.json").write_text(json.dumps(broken))
    with pytest.raises(BrokenStates, match="cancel of received"):
        load_states(tmp_path)
