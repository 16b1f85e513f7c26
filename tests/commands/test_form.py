"""`atrium form`: every fault of a form is told, and a form is filled without a screen."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QImage

from foundation.paths import asset
from kiosk.cli import main
from tests.forms.parts import ask, page, written

TRIP = written(
    page(ask("alone", "yes_no")),
    page(
        ask(
            "people",
            "group",
            entry={"zh_CN": "同行人", "en": "Companion"},
            fields=[ask("name"), ask("born", "date", valid_if="self <= '2026-01-01'")],
        ),
        visible_if="not alone",
    ),
    page(ask("price", "decimal")),
)


@pytest.fixture
def trip(tmp_path: Path) -> Path:
    path = tmp_path / "form.json"
    path.write_text(json.dumps(TRIP), "utf-8")
    return path


def _fill(form: Path, answers: Any, *more: str) -> int:
    path = form.with_name("answers.json")
    path.write_text(answers if isinstance(answers, str) else json.dumps(answers), "utf-8")
    return main(["form", "fill", str(form), "--answers", str(path), "--language", "en", *more])


@pytest.mark.parametrize("form", sorted(asset("forms").glob("*_*.json")), ids=lambda p: p.stem)
def test_every_form_of_the_catalogue_is_sound(form: Path) -> None:
    assert main(["form", "check", str(form)]) == 0


def test_every_fault_is_told(trip: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = json.loads(trip.read_text("utf-8"))
    broken["pages"][1]["visible_if"] = "not price"
    broken["pages"][2]["fields"][0]["choices"] = [{"value": "a", "label": {"en": "A"}}]
    del broken["schema"]["properties"]["alone"]
    trip.write_text(json.dumps(broken), "utf-8")
    assert main(["form", "check", str(trip)]) == 1
    told = capsys.readouterr().err
    for part in ("not asked before", "has choices", "alone is only", "no text in zh_CN"):
        assert part in told


def test_what_would_be_sent_is_printed(trip: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = {"alone": False, "people": [{"name": "示例", "born": "2001-2-3"}], "price": 12.50}
    assert _fill(trip, answers, "--service", "trips", "--citizen", "somebody") == 0
    body = json.loads(capsys.readouterr().out)
    assert (body["service"], body["citizen"]) == ("trips", "somebody")
    assert body["answers"] == answers | {
        "people": [{"name": "示例", "born": "2001-02-03"}],
        "price": "12.5",
    }


def test_wrong_answers_are_told_page_by_page(
    trip: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = {"alone": False, "people": [{"name": "A", "born": "2026-05-05"}], "more": 1}
    assert _fill(trip, answers) == 1
    out, told = capsys.readouterr()
    assert out == ""
    assert "people[0] (Companion 1)\n  born: This does not fit" in told
    assert "price (price?)\n  price: Enter a number" in told
    assert "more: the form form has no such question" in told


def test_what_was_not_asked_is_told_and_not_sent(
    trip: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _fill(trip, {"alone": True, "people": [{}], "price": 1}) == 0
    out, told = capsys.readouterr()
    assert "people" not in json.loads(out)["answers"]
    assert "not asked for these answers: people" in told


@pytest.mark.parametrize("answers", ["{", "[]"])
def test_answers_that_cannot_be_read_are_refused(trip: Path, answers: str) -> None:
    assert _fill(trip, answers) == 2


def test_shots_shows_every_page_in_every_language_with_one_entry_of_a_group(
    trip: Path, qt: QCoreApplication, home: Path, tmp_path: Path, capsys: Any
) -> None:
    out = tmp_path / "shots"
    assert main(["form", "shots", str(trip), "--out", str(out), "--size", "540x960"]) == 0
    told = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert sorted(out.iterdir()) == sorted(told)
    for language in ("zh_CN", "en"):
        names = [path.stem for path in told if path.stem.endswith(language)]
        assert [name.split("-")[1] for name in names] == [
            *("alone", "people", "people", "price", "check")
        ]
    pictures = {path.read_bytes() for path in told}
    assert len(pictures) == len(told), "no two pages look the same"
    assert all(QImage(str(path)).size() == QSize(540, 960) for path in told)


def test_shots_refuses_a_language_that_the_form_has_not(
    trip: Path, tmp_path: Path, capsys: Any
) -> None:
    command = ["form", "shots", str(trip), "--out", str(tmp_path / "shots"), "--language", "nl"]
    assert main(command) == 2
    assert "zh_CN, en" in capsys.readouterr().err
