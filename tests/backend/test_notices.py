"""Notices: those of the house are whole, they hold on their days, new ones come by themselves."""

import json
import logging
import os
from datetime import date
from pathlib import Path

import pytest

from backend.notices.reading import BrokenNotice, Notices
from foundation.paths import asset
from tests.backend.conftest import Caller

DAY = date(2026, 12, 24)
WORDS = {"zh_CN": "照常", "en": "As usual"}


def write(folder: Path, name: str, **told: object) -> None:
    path = folder / f"{name}.json"
    path.write_text(json.dumps({"title": WORDS, "text": WORDS, **told}), encoding="utf-8")
    os.utime(path, ns=(0, len(list(folder.iterdir()))))


def test_the_houses_own_notices_are_told_to_anybody_with_icons_that_exist(caller: Caller) -> None:
    rows = caller.get("/v1/notices").json()
    assert [row["id"] for row in rows] == sorted(
        path.stem for path in asset("notices").glob("*.json")
    )
    assert all(asset("icons", f"{row['icon']}.svg").is_file() for row in rows)
    assert all({"zh_CN", "en"} <= set(row["title"]) & set(row["text"]) for row in rows)


@pytest.mark.parametrize(
    ("days", "there"),
    [
        ({}, True),
        ({"from": "2026-12-24", "until": "2026-12-24"}, True),
        ({"from": "2026-12-25"}, False),
        ({"until": "2026-12-23"}, False),
    ],
)
def test_a_notice_holds_on_its_days(tmp_path: Path, days: dict[str, str], there: bool) -> None:
    write(tmp_path, "holiday", **days)
    told = Notices(tmp_path).on(DAY)
    assert bool(told) is there
    if there:
        assert told[0] == {
            "id": "holiday",
            "title": WORDS,
            "text": WORDS,
            "icon": "bell",
            "until": days.get("until"),
        }


def test_new_files_are_told_by_themselves_and_a_broken_one_changes_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    notices = Notices(tmp_path)
    assert notices.on(DAY) == []
    write(tmp_path, "b")
    write(tmp_path, "a")
    assert [one["id"] for one in notices.on(DAY)] == ["a", "b"]
    (tmp_path / "a.json").unlink()
    assert [one["id"] for one in notices.on(DAY)] == ["b"]


@pytest.mark.log_allowed
def test_a_file_that_breaks_later_is_logged_and_what_was_known_goes_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(tmp_path, "a")
    notices = Notices(tmp_path)
    (tmp_path / "b.json").write_text("{")
    with caplog.at_level(logging.ERROR):
        assert [one["id"] for one in notices.on(DAY)] == ["a"]
    assert "b.json is not JSON" in caplog.text


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"title": {"en": "x"}}, "title needs words in zh_CN and en"),
        ({"text": {"zh_CN": " ", "en": "x"}}, "text needs words"),
        ({"text": "x"}, "text needs words"),
        ({"until": "tomorrow"}, "tomorrow is no day such as"),
        ({"colour": "red"}, "must be an object of from, icon, text, title, until"),
    ],
)
def test_a_broken_notice_is_told_with_its_file(
    tmp_path: Path, told: dict[str, object], said: str
) -> None:
    write(tmp_path, "wrong", **told)
    with pytest.raises(BrokenNotice, match=rf"wrong\.json.*{said}"):
        Notices(tmp_path)
