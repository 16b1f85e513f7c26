"""Keeping house: what had its time goes, what somebody still needs stays, a changed log is told."""

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import requests
from sqlalchemy import Table, func, select, text

from backend import housekeeping
from backend.appointments.booking import Slot, book
from backend.approvals.asking import ask
from backend.attachments import claiming
from backend.cases.accepting import accept
from backend.drafts.keeping import LASTS, SealedDraft, keep
from backend.housekeeping import KEPT, Housekeeping
from backend.parts import Parts, set_up
from backend.queue.drawing import draw
from backend.registries.log import ReadLine, chain_anew, log_read
from backend.registries.pins import begin_try
from backend.store.database import Database
from backend.store.tables import appointments, approvals, drafts, pin_attempts, queue_tickets
from foundation.paths import asset, data_dir
from foundation.secrets import Vault, open_vault
from tests.backend.test_http import BODY, CITIZEN
from tests.services.parts import PAPER, attachment, make_home, start_backend, until

LINE = ReadLine(CITIZEN, "s", "d", "civil", ["civil.name"], ["civil.name"], "prefill", "c")
HASH = attachment(PAPER)["sha256"]
ROWS = (drafts, approvals, pin_attempts, queue_tickets, appointments)


class Clock:
    """A day that a test turns over."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def parts(tmp_path: Path, clock: Clock) -> Iterator[Parts]:
    made = set_up(tmp_path / "b.sqlite", asset(), bytes(32), "token", tmp_path / "k.json", clock)
    yield made
    made.registries.close()
    made.database.close()


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return open_vault(tmp_path / "vault")


def count(parts: Parts, table: Table) -> int:
    with parts.database.read() as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def test_rows_that_had_their_time_go_and_not_before(
    parts: Parts, vault: Vault, clock: Clock
) -> None:
    day = _keep_one_of_each(parts, clock.now)
    house = Housekeeping(parts, vault)

    def left() -> list[str]:
        house.clear_away()
        return [one.name for one in ROWS if count(parts, one)]

    assert left() == [one.name for one in ROWS]
    clock.now += timedelta(hours=1)
    assert left() == ["drafts", "pin_attempts", "queue_tickets", "appointments"]
    clock.now += KEPT
    assert left() == ["drafts", "pin_attempts", "queue_tickets", "appointments"]
    clock.now += timedelta(days=1)
    assert left() == ["drafts", "pin_attempts", "appointments"]
    clock.now = datetime.fromisoformat(f"{day}T12:00:00Z") + KEPT + timedelta(days=1)
    assert left() == ["drafts", "pin_attempts"]
    clock.now += LASTS
    assert left() == []


def test_uploads_are_let_go_unless_a_case_needs_them(
    parts: Parts, vault: Vault, clock: Clock, tmp_path: Path
) -> None:
    for key in ("sent", "abandoned", "begun"):
        _upload(parts, key)
    _receive(parts, "sent")
    received = tmp_path / "attachments-received"
    for key in ("sent", "abandoned"):
        os.utime(received / key, (1, 1))
    os.utime(received / "begun", (clock.now.timestamp(),) * 2)
    Housekeeping(parts, vault).clear_away()
    assert {one.name for one in received.iterdir()} == {"sent", "begun"}
    with parts.database.read() as connection:
        told = {key: claiming.complete(connection, key, HASH) for key in ("sent", "abandoned")}
    assert told == {"sent": True, "abandoned": False}


def test_the_newest_line_is_noted_apart_from_the_file(parts: Parts, vault: Vault) -> None:
    house, noted = Housekeeping(parts, vault), []
    for lines in (0, 3, 2):
        _read(parts, lines)
        house.look_at_reads(whole=False)
        noted.append(json.loads(vault.get("reads-head") or b"[0]")[0])
    assert noted == [0, 3, 5]
    assert parts.broken_read is None


@pytest.mark.log_allowed
@pytest.mark.parametrize(
    ("harm", "whole", "line"),
    [
        ("DELETE FROM reads WHERE id > 2", False, 4),
        ("DELETE FROM reads", True, 4),
        ("UPDATE reads SET shown = '[]' WHERE id = 2", True, 2),
        ("UPDATE reads SET shown = '[]' WHERE id = 2", False, None),
        ("UPDATE reads SET shown = '[]' WHERE id = 5", False, 5),
        ("DELETE FROM reads WHERE id = 1", True, 2),
    ],
)
def test_a_log_that_was_changed_or_cut_off_is_told_and_stays_told(
    parts: Parts, vault: Vault, harm: str, whole: bool, line: int | None
) -> None:
    house = Housekeeping(parts, vault)
    _read(parts, 4)
    house.look_at_reads(whole=False)
    _read(parts, 1)
    _alter(parts.database, harm)
    for again in (whole, False):
        house.look_at_reads(again)
        assert parts.broken_read == line
    noted = json.loads(vault.get("reads-head") or b"")[0]
    assert noted == (5 if line is None else 4), "a broken chain has no newest line"


@pytest.mark.log_allowed
def test_a_log_that_was_chained_anew_is_not_the_one_that_was_noted(
    parts: Parts, vault: Vault
) -> None:
    house = Housekeeping(parts, vault)
    _read(parts, 4)
    house.look_at_reads(whole=True)
    _alter(parts.database, "UPDATE reads SET shown = '[]' WHERE id = 2")
    parts.database.write(chain_anew)
    house.look_at_reads(whole=True)
    assert parts.broken_read == 4


def test_it_goes_home_in_the_middle_of_a_long_log(
    parts: Parts, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(housekeeping, "_LINES", 1)
    monkeypatch.setattr(housekeeping, "_BREATH_S", 3600.0)
    _read(parts, 3)
    with Housekeeping(parts, vault):
        pass
    assert vault.get("reads-head") is None, "nothing is noted that was not looked at"


@pytest.mark.log_allowed
def test_what_goes_wrong_in_the_house_is_told_and_the_rest_is_done(
    parts: Parts, vault: Vault, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "attachments-received").write_text("no folder")
    _read(parts, 1)
    with Housekeeping(parts, vault):
        until(lambda: vault.get("reads-head") is not None, "a look at the log")
    assert "NotADirectoryError" in caplog.text


def test_anybody_can_see_that_the_log_was_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_home(tmp_path, monkeypatch)
    database = Database(data_dir() / "backend.sqlite")
    database.write(lambda c: log_read(c, LINE, datetime.now(UTC)))
    _alter(database, "UPDATE reads SET purpose = 'none' WHERE id = 1")
    database.close()
    child, url = start_backend()
    with child:
        until(lambda: _health(url) == "reads-changed", "word of it")
        assert child.stop() == 0


def _keep_one_of_each(parts: Parts, now: datetime) -> str:
    """The day of the appointment."""
    hours = next(iter(parts.offer.hours.values()))
    day = next(hours.days(now.date())).isoformat()
    slot, seconds = Slot(hours.department, day, hours.times()[0]), int(now.timestamp())
    write = parts.database.write
    write(lambda c: keep(c, _draft(), now))
    write(lambda c: ask(c, CITIZEN, seconds))
    write(lambda c: begin_try(c, "nobody", seconds))
    write(lambda c: draw(c, parts.offer, CITIZEN, "tax", now))
    write(lambda c: book(c, hours, CITIZEN, slot, now.date()))
    return day


def _draft() -> SealedDraft:
    form = {"id": "household_certificate", "version": 1}
    return SealedDraft(CITIZEN, "household_certificate", "x" * 43, form, "sealed")


def _upload(parts: Parts, key: str) -> None:
    parts.uploads.add(key, HASH, 0, PAPER, len(PAPER))
    row = (key, HASH, len(PAPER), "image/png", "2026-11-23T02:31:05Z")
    parts.database.write(lambda c: claiming.note(c, *row))


def _receive(parts: Parts, key: str) -> None:
    parts.database.write(
        lambda c: accept(c, key, BODY, "its hash", "households", parts.clock(), parts.signer)
    )


def _read(parts: Parts, lines: int) -> None:
    for _ in range(lines):
        parts.database.write(lambda c: log_read(c, LINE, parts.clock()))


def _alter(database: Database, statement: str) -> None:
    database.write(lambda c: c.execute(text(statement)).rowcount)


def _health(url: str) -> str:
    return str(requests.get(f"{url}/v1/health", timeout=20).json()["status"])
