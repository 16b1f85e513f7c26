"""What needs no process: references, PIN waits, the writer, a restart with the same file."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, select

from backend.cases.references import check_digit, next_reference
from backend.parts import set_up
from backend.registries.pins import begin_try, end_try
from backend.store.database import Database
from backend.store.tables import serials
from foundation.paths import asset


@given(digits=st.text("0123456789", min_size=12, max_size=14), data=st.data())
def test_one_wrong_digit_is_found(digits: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(digits) - 1))
    other = data.draw(st.sampled_from([d for d in "0123456789" if d != digits[place]]))
    assert check_digit(digits) != check_digit(digits[:place] + other + digits[place + 1 :])


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / "file.sqlite")


def test_references_count_through_a_day(database: Database) -> None:
    days = ["2026-11-23", "2026-11-23", "2026-11-24"]
    made = [database.write(partial(next_reference, day=day)) for day in days]
    assert [text.rsplit(" ", 1)[0] for text in made] == [
        "HZ 2026 1123 0001",
        "HZ 2026 1123 0002",
        "HZ 2026 1124 0001",
    ]
    database.close()


def test_a_job_that_fails_takes_only_itself_back(database: Database) -> None:
    def fails(connection: Connection) -> None:
        connection.execute(insert(serials).values(day="bad", last=1))
        raise RuntimeError("no")

    with pytest.raises(RuntimeError, match="no"):
        database.write(fails)
    database.write(lambda c: c.execute(insert(serials).values(day="good", last=1)).rowcount)
    with database.read() as connection:
        assert list(connection.execute(select(serials.c.day)).scalars()) == ["good"]
    database.close()


def test_waits_double_after_five_wrong_pins(database: Database) -> None:
    now, waits = 1_000_000, []
    for _ in range(8):
        assert database.write(partial(begin_try, number="n", now=now)) is None
        waits.append(database.write(partial(end_try, number="n", right=False)).retry_after_s or 0)
        if waits[-1]:
            locked = database.write(partial(begin_try, number="n", now=now + waits[-1] - 1))
            assert locked is not None and locked.retry_after_s == 1
        now += waits[-1]
    assert waits == [0, 0, 0, 0, 30, 60, 120, 240]
    database.close()


def test_a_restart_keeps_keys_and_citizens(tmp_path: Path) -> None:
    trust = tmp_path / "trust" / "keys.json"

    def clock() -> datetime:
        return datetime(2026, 11, 23, 2, 0, tzinfo=UTC)

    for seed in (bytes(32), bytes(32), b"1" * 32):
        parts = set_up(tmp_path / "file.sqlite", asset(), seed, "token", trust, clock)
        parts.database.close()
    keys = json.loads(trust.read_text("utf-8"))["keys"]
    assert len(keys) == 2, "a former key still vouches for its receipts"
    assert all("d" not in key for key in keys), "only public halves leave"


def test_it_refuses_to_start_without_a_token(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="token"):
        set_up(tmp_path / "file.sqlite", asset(), bytes(32), "", tmp_path / "keys.json")


def test_it_knows_nothing_of_the_terminal() -> None:
    others = ("kiosk", "identity", "hall3d", "PySide6", "cv2")
    program = (
        "import sys, backend.application\n"
        f"print(*(name for name in sys.modules if name.startswith({others})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""
