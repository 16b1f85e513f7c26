"""A department that speaks another protocol, through the real window: a number without a
signature, and how the application stands there."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.services.courier.routing import routes_file
from tests.journeys.conftest import Terminal
from tests.peers.govstack import SERVICE, GovStack
from tests.peers.web import serving


@pytest.fixture
def peer(home: Path) -> Iterator[GovStack]:
    with serving(GovStack()) as peer:
        assert isinstance(peer, GovStack)
        routes_file().parent.mkdir(parents=True, exist_ok=True)
        routes_file().write_text(
            f"""
[departments.households]
adapter = "govstack"
address = "{peer.url}"
[departments.households.options]
client = "CITY/GOV/7000/terminals"
[departments.households.options.services.residence_permit]
service = "{SERVICE}"
""",
            encoding="utf-8",
        )
        yield peer


def apply(terminal: Terminal) -> None:
    """Until the department's number is there."""
    terminal.begin()
    terminal.identify_by_pin()
    terminal.open_service("residence_permit")
    terminal.fill_form()
    terminal.walker.press("check.send")
    terminal.walker.until(lambda: terminal.screens.receipt.stage == "numbered", "a number")


def test_an_application_to_a_govstack_department(
    start: Callable[..., Terminal], peer: GovStack
) -> None:
    terminal = start()
    walker, screens = terminal.walker, terminal.screens
    apply(terminal)
    reference = str(screens.receipt.reference)
    assert list(peer.files) == [reference] and screens.receipt.qr == []
    assert terminal.app.applying.receipt is None and terminal.app.applying.signed == ""
    peer.decide(reference, "SENDBACK")
    walker.press("receipt.another")
    walker.press("services.cases")
    walker.until(lambda: bool(screens.cases.cases), "my applications")
    (case,) = screens.cases.cases
    assert (case["reference"], case["title"]) == (reference, "Something is missing")
    assert not case["here"] and not screens.cases.failed
    walker.press("page.back")
    walker.screen("hall", "services")
    terminal.stop()


def test_a_department_that_takes_no_ratings_is_not_rated(
    start: Callable[..., Terminal], peer: GovStack
) -> None:
    terminal = start()
    apply(terminal)
    terminal.walker.press("receipt.finish")
    assert terminal.walker.screen("rating", "farewell") == "farewell"
    terminal.stop()
