"""Whole visits through the real window, with every process running."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.conftest import Terminal

Start = Callable[..., Terminal]


def received(home: Path) -> int:
    """How many applications the department has."""
    with sqlite3.connect(home / "data" / "backend.sqlite") as database:
        return int(database.execute("SELECT count(*) FROM cases").fetchone()[0])


def test_a_newcomer_enrols_and_is_recognised_and_a_signed_receipt_comes(start: Start) -> None:
    terminal = start()
    walker, screens = terminal.walker, terminal.screens
    walker.until(lambda: bool(screens.attract.offerEnrol), "the offer to enrol")
    walker.until(lambda: bool(screens.attract.ready), "a terminal that is ready")
    walker.press("attract.enrol")
    walker.press("enrol.agree")
    walker.until(lambda: screens.enrol.stage in ("done", "failed"), "an enrolment")
    assert screens.enrol.stage == "done", screens.enrol.failure
    walker.press("enrol.finish")
    walker.press("language.continue")
    walker.press("consent.useFace")
    walker.press("who.demo_card")
    walker.screen("hall")
    assert terminal.app.identification.decision["cause"] == "match"
    terminal.open_service()
    terminal.fill_form()
    walker.press("check.send")
    walker.screen("receipt")
    walker.until(lambda: screens.receipt.stage == "received", "a signed receipt")
    terminal.finish()
    assert received(terminal.home) == 1
    assert not screens.attract.offerEnrol


def test_nothing_of_a_person_stays_on_the_terminal(start: Start, tmp_path: Path) -> None:
    terminal = start(print_folder=str(tmp_path / "printed"))
    terminal.begin()
    terminal.identify_by_pin()
    terminal.open_service()
    terminal.fill_form()
    address = terminal.screens.check.rows
    assert any("示例市" in row["value"] for row in address)
    terminal.walker.press("check.send")
    terminal.walker.until(lambda: terminal.screens.receipt.stage == "received", "a receipt")
    terminal.walker.press("receipt.print")
    terminal.walker.until(lambda: terminal.screens.receipt.printed == "kept", "a PDF")
    terminal.finish()
    canaries = ("示例市", "滨河路", "999999199001011238", "13000000001")
    department = terminal.home / "data" / "backend.sqlite"
    for path in terminal.home.rglob("*"):
        if path.is_file() and not path.name.startswith(department.name):
            content = path.read_bytes()
            for canary in canaries:
                assert canary.encode() not in content, f"{canary} in {path.name}"
    assert not list((terminal.home / "data").glob("paper/*"))
    assert terminal.app.person.number is None
    assert terminal.app.form.draft is None
    assert terminal.screens.check.rows == []


def test_leaving_in_the_middle_wipes_and_the_next_person_finds_nothing(start: Start) -> None:
    terminal = start()
    terminal.begin()
    terminal.identify_by_pin()
    terminal.open_service()
    terminal.walker.press("dock.leave")
    terminal.walker.screen("farewell", "attract")
    terminal.walker.screen("attract")
    assert terminal.screens.question.fields == []
    terminal.begin()
    terminal.walker.screen("consent")
    assert not terminal.screens.session.personKnown
    assert received(terminal.home) == 0


def test_who_leaves_while_it_is_being_saved_is_forgotten_all_the_same(start: Start) -> None:
    terminal = start()
    terminal.begin()
    terminal.identify_by_pin()
    terminal.open_service()
    terminal.fill_form()
    terminal.screens.check.send.emit()
    terminal.screens.session.leaveRequested.emit()
    terminal.walker.screen("attract")
    with sqlite3.connect(terminal.home / "data" / "outbox.sqlite") as outbox:
        query = "SELECT forgotten, sealed IS NULL, state FROM submissions JOIN outbox USING (key)"
        terminal.walker.until(
            lambda: outbox.execute(query).fetchall() == [(1, 1, "closed")],
            "delivered, and its content erased",
        )
    assert received(terminal.home) == 1


def test_a_wrong_pin_says_so_and_the_right_one_still_opens(start: Start) -> None:
    terminal = start()
    terminal.begin()
    terminal.walker.press("consent.useOtherWay")
    terminal.walker.press("who.demo_card")
    for digit in "135790":
        terminal.walker.press(f"keypad.{digit}")
    terminal.walker.press("pin.submit")
    terminal.walker.until(lambda: terminal.screens.pin.error == "pin_wrong", "a refusal")
    terminal.walker.press("keypad.clear")
    terminal.enter_pin()


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_language_changes_in_the_middle_of_a_form_and_keeps_what_was_typed(
    start: Start, language: str
) -> None:
    other = "en" if language == "zh_CN" else "zh_CN"
    terminal = start(language=language)
    terminal.begin()
    terminal.identify_by_pin()
    terminal.open_service()
    walker, question = terminal.walker, terminal.screens.question
    before, value = question.title, question.fields[0]["value"]
    walker.press("question.field.address")
    walker.type("X")
    terminal.app.session.choose_language(other)
    walker.until(lambda: question.title != before, "the other language")
    assert "X" in question.fields[0]["value"] != value
