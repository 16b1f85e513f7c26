"""My applications through the real window: told truthfully, withdrawn, taken up, and forgotten."""

from collections.abc import Callable

from tests.journeys.conftest import Terminal

Start = Callable[..., Terminal]


def test_an_application_is_followed_and_withdrawn_and_the_next_person_sees_nothing(
    start: Start,
) -> None:
    terminal = start()
    walker, screens = terminal.walker, terminal.screens
    terminal.begin()
    terminal.identify_by_pin()
    terminal.open_service("residence_permit")
    terminal.fill_form()
    walker.press("check.send")
    walker.until(lambda: screens.receipt.stage == "received", "a receipt")
    reference = str(screens.receipt.reference)
    walker.press("receipt.another")
    walker.press("services.cases")
    walker.until(lambda: bool(screens.cases.cases), "my applications")
    (row,) = screens.cases.cases
    assert (row["reference"], row["title"]) == (reference, "Received, waiting to be looked at")
    walker.press(f"cases.open.{reference}")
    walker.until(lambda: bool(screens.case.loaded), "the application")
    walker.press("case.move.cancel")
    walker.until(lambda: screens.case.title == "Withdrawn by you", "the withdrawal")
    walker.press("case.move.reopen")
    walker.until(lambda: [one["move"] for one in screens.case.moves] == ["cancel"], "it again")
    assert [one["title"] for one in screens.case.steps][1] == "Withdrawn by you"
    walker.press("page.back")
    walker.screen("cases")
    assert screens.case.steps == [] and screens.case.reference == ""
    walker.press("page.back")
    walker.screen("hall", "services")
    assert screens.cases.cases == []
