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
    (case,) = screens.cases.cases
    assert (case["reference"], case["title"]) == (reference, "Received, waiting to be looked at")
    assert any("read the Household register" in row["label"] for row in screens.cases.reads)
    walker.press(f"cases.cancel.{reference}")
    walker.until(lambda: screens.cases.cases[0]["title"] == "Withdrawn by you", "the withdrawal")
    walker.press(f"cases.reopen.{reference}")
    walker.until(lambda: screens.cases.cases[0]["moves"][0]["move"] == "cancel", "it again")
    walker.press("page.back")
    walker.screen("hall", "services")
    assert screens.cases.cases == [] and screens.cases.reads == []
