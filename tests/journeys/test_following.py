"""Following up through the real window, with a department that answers: ask once, and see to it."""

import sqlite3
from collections.abc import Callable, Iterator

import pytest

from foundation.officers import officer_token
from foundation.secrets import open_vault
from kiosk.services.asking import Unreachable
from kiosk.services.officers import OfficerClient
from tests.journeys.conftest import Terminal

Start = Callable[..., Terminal]


@pytest.fixture
def terminal(start: Start) -> Terminal:
    """Somebody has signed in."""
    begun = start()
    begun.begin()
    begun.identify_by_pin()
    return begun


@pytest.fixture
def officer(terminal: Terminal) -> Iterator[OfficerClient]:
    """A department at work on the same back-end."""
    url = terminal.app.backend_url
    client = OfficerClient(lambda: url, officer_token(open_vault()))
    yield client
    client.close()


def test_consent_then_a_wrong_value_is_disputed_and_the_form_goes_on(terminal: Terminal) -> None:
    walker, screens = terminal.walker, terminal.screens
    walker.press("hall.list")
    walker.press("services.service.residence_permit")
    walker.screen("service")
    assert "Residence register" in screens.service.registers
    assert _count(terminal, "reads") == 0, "nothing is read before there is consent"
    walker.press("service.start")
    walker.screen("question")
    assert screens.question.fields[0]["source"].startswith("From the Residence register")
    walker.press("question.dispute.address")
    walker.until(lambda: "register" in screens.question.dispute, "the dispute")
    walker.press("dispute.send")
    walker.until(lambda: bool(screens.question.dispute.get("hint")), "what is missing")
    walker.press("dispute.right")
    walker.type("Sample Road 1, Room 2")
    walker.press("dispute.evidence")
    walker.type("Tenancy of May")
    for _ in range(2):  # a second touch sends nothing
        screens.click("dispute.send")
    walker.until(lambda: screens.question.dispute == {}, "a dispute that is kept")
    (field,) = screens.question.fields
    assert field["value"] == "Sample Road 1, Room 2"
    assert field["source"] == "Disputed by you: Residence register"
    walker.until(lambda: _count(terminal, "cases") == 1, "the department's case")
    with sqlite3.connect(terminal.home / "data" / "backend.sqlite") as file:
        query = "SELECT service, department, body ->> '$.sources.value' FROM cases"
        assert file.execute(query).fetchone() == ("correction", "households", "residence.address")
    file.close()
    with sqlite3.connect(terminal.home / "data" / "outbox.sqlite") as file:
        visits = file.execute("SELECT visit FROM submissions").fetchall()
    file.close()
    assert visits == [(terminal.app.person.visit,)], "one, of this visit"
    terminal.fill_form()
    rows = {row["label"]: row["source"] for row in screens.check.rows}
    assert rows["Address"] == "Disputed by you: Residence register"


def test_who_types_it_all_is_read_nothing_of(terminal: Terminal) -> None:
    walker, screens = terminal.walker, terminal.screens
    walker.press("hall.list")
    walker.press("services.service.residence_permit")
    walker.press("service.typeAll")
    walker.screen("question")
    assert not any(field["value"] or field["source"] for field in screens.question.fields)
    assert _count(terminal, "reads") == _count(terminal, "consents") == 0


def test_the_department_asks_the_person_answers_and_gets_a_document(
    terminal: Terminal, officer: OfficerClient
) -> None:
    walker, screens = terminal.walker, terminal.screens
    terminal.open_service("household_certificate")
    terminal.fill_form()
    walker.press("check.send")
    walker.until(lambda: screens.receipt.stage == "received", "a receipt")
    reference = str(screens.receipt.reference)
    for move, text in (("take_up", None), ("ask", "Which bank?")):
        assert not isinstance(officer.move(reference, move, text), Unreachable)
    walker.press("receipt.another")
    walker.press("services.cases")
    walker.press(f"cases.open.{reference}")
    walker.until(lambda: bool(screens.case.asked), "the question")
    assert [one["text"] for one in screens.case.said] == ["Which bank?"]
    walker.press("case.words")
    walker.type("Sample Bank")
    walker.press("case.write")
    walker.until(lambda: screens.case.title == "Being looked at", "a case that goes on")
    assert screens.case.words == ""
    for act in (
        officer.move(reference, "approve", None),
        officer.issue(reference, "household_certificate"),
        officer.move(reference, "finish", None),
    ):
        assert not isinstance(act, Unreachable)
    walker.press("page.back")
    walker.press(f"cases.open.{reference}")
    walker.until(lambda: bool(screens.case.documents), "the document")
    walker.press("level.2")
    walker.until(lambda: "call you back" in str(screens.case.rated), "a promise")
    walker.press("page.back")
    walker.press("cases.documents")
    walker.until(lambda: bool(screens.documents.documents), "my documents")
    issued = screens.documents.documents[0]
    assert issued["genuine"] and issued["title"] == "Household certificate"
    walker.press(f"documents.show.{issued['id']}")
    walker.until(lambda: bool(screens.documents.qr), "its code")
    walker.press("page.back")
    walker.press("cases.data")
    walker.until(lambda: bool(screens.data.reads), "who read my data")
    assert "Household register" in screens.data.reads[0]["label"]
    consent = screens.data.consents[0]
    walker.press(f"data.withdraw.{consent['id']}")
    walker.until(lambda: not screens.data.consents[0]["stands"], "the withdrawal")


def test_an_appointment_is_made_and_a_ticket_drawn_and_both_are_given_up(
    terminal: Terminal,
) -> None:
    walker, screens = terminal.walker, terminal.screens
    coming = screens.coming
    walker.press("hall.list")
    walker.press("services.cases")
    walker.press("cases.coming")
    walker.until(lambda: bool(coming.departments), "the counters")
    walker.press("coming.department.tax")
    walker.until(lambda: bool(coming.times), "free times")
    walker.press(f"coming.time.{coming.times[0]}")
    walker.until(lambda: len(coming.appointments) == 1, "the appointment")
    (mine,) = coming.appointments
    walker.press(f"coming.move.{mine['id']}")
    walker.until(lambda: bool(coming.times), "other times")
    walker.press(f"coming.time.{coming.times[-1]}")
    walker.until(
        lambda: [one["value"] for one in coming.appointments] not in ([], [mine["value"]]),
        "the appointment at another time",
    )
    walker.press(f"coming.cancel.{mine['id']}")
    walker.until(lambda: coming.appointments == [], "no appointment")
    walker.press("coming.department.medical")
    walker.press("coming.draw")
    walker.until(lambda: len(coming.tickets) == 1, "a ticket")
    walker.press(f"coming.giveBack.{coming.tickets[0]['id']}")
    walker.until(lambda: coming.tickets == [], "no ticket")


def _count(terminal: Terminal, table: str) -> int:
    with sqlite3.connect(terminal.home / "data" / "backend.sqlite") as file:
        found = int(file.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    file.close()
    return found
