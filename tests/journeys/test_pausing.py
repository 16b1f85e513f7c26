"""Answers kept for later, gone on with on another visit, and said again the next time."""

from collections.abc import Callable

from tests.journeys.conftest import Terminal

Start = Callable[..., Terminal]


def _arrive(terminal: Terminal, service: str = "residence_permit") -> None:
    terminal.begin()
    terminal.identify_by_pin()
    terminal.walker.press("hall.list")
    terminal.walker.press(f"services.service.{service}")
    terminal.walker.screen("service")


def _keep(terminal: Terminal) -> str:
    """Choose a reason, keep it, leave; the code."""
    terminal.walker.press("service.typeAll")
    terminal.walker.press("question.field.address")
    terminal.walker.type("18 Riverside Road, flat 502")
    terminal.walker.press("question.continue")
    terminal.walker.until(lambda: terminal.screens.question.page == "since", "the next page")
    terminal.walker.press("question.keep")
    terminal.walker.screen("paused")
    code = str(terminal.screens.paused.code)
    terminal.walker.press("paused.leave")
    terminal.walker.screen("attract")
    assert terminal.screens.paused.code == ""
    return code


def test_kept_answers_are_gone_on_with_and_sent(start: Start) -> None:
    terminal = start()
    walker, screens = terminal.walker, terminal.screens
    _arrive(terminal)
    code = _keep(terminal)
    for path in terminal.home.rglob("*"):
        if path.is_file():
            assert b"18 Riverside" not in path.read_bytes(), path.name
    _arrive(terminal)
    walker.press("service.resume")
    walker.screen("resume")
    walker.type("AAAAAAAA")
    walker.press("resume.submit")
    walker.until(lambda: screens.resume.error == "draft_mistyped", "a refusal")
    walker.type(code.lower())
    walker.press("resume.submit")
    walker.screen("question")
    assert screens.question.page == "since"
    walker.press("page.back")
    walker.until(lambda: screens.question.page == "address", "the page before")
    assert screens.question.fields[0]["value"] == "18 Riverside Road, flat 502"
    terminal.fill_form()
    walker.press("check.keep")
    walker.screen("paused")
    walker.press("paused.goOn")
    walker.screen("check")
    walker.press("check.send")
    walker.screen("receipt")


def test_a_code_opens_its_own_service_only(start: Start) -> None:
    terminal = start()
    _arrive(terminal)
    code = _keep(terminal)
    _arrive(terminal, "suggestion")
    terminal.walker.press("service.resume")
    terminal.walker.screen("resume")
    terminal.walker.type(code)
    terminal.walker.press("resume.submit")
    terminal.walker.until(lambda: terminal.screens.resume.error == "draft_other", "a refusal")
    assert terminal.screens.resume.limit == "Residence permit"


def test_what_was_said_last_time_is_offered_and_said_again(start: Start) -> None:
    terminal = start()
    walker, screens = terminal.walker, terminal.screens
    _arrive(terminal)
    assert screens.service.lastSaid == ""
    walker.press("service.typeAll")
    terminal.fill_form()
    walker.press("check.send")
    walker.until(lambda: screens.receipt.stage == "received", "a receipt")
    terminal.finish()
    _arrive(terminal)
    walker.until(lambda: screens.service.lastSaid != "", "the day of the last time")
    walker.press("service.reuse")
    walker.press("service.typeAll")
    walker.screen("question")
    field = screens.question.fields[0]
    assert field["value"] == "示例市 滨河路 18 号 502 室"
    assert field["source"]
    walker.press("question.continue")
    walker.until(lambda: screens.question.page == "since", "the next page")
