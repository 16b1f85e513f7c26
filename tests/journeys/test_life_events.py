"""Life events through the real window: one questionnaire, a signed receipt from each department."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.conftest import Terminal

Start = Callable[..., Terminal]


def _rows(home: Path, query: str) -> list[tuple[str, ...]]:
    with sqlite3.connect(home / "data" / "backend.sqlite") as database:
        return database.execute(query).fetchall()


@pytest.mark.parametrize(
    ("event", "services"),
    [
        ("child_born", ["birth_registration", "newborn_insurance", "maternity_allowance"]),
        ("moving_house", ["household_move", "insurance_address"]),
        ("opening_shop", ["sole_trader", "shop_tax_registration", "shop_insurance"]),
    ],
)
def test_every_department_of_an_event_receives_and_is_rated(
    start: Start, event: str, services: list[str]
) -> None:
    terminal = start()
    walker, screens = terminal.walker, terminal.screens
    terminal.begin()
    terminal.identify_by_pin()
    terminal.open_service(event)
    terminal.fill_form()
    walker.press("check.send")
    walker.screen("receipt")
    walker.until(lambda: screens.receipt.stage == "received", "a signed receipt")
    references = []
    for place in range(len(services)):
        assert (screens.receipt.index, screens.receipt.count) == (place + 1, len(services))
        references.append(str(screens.receipt.reference))
        walker.press("receipt.next")
    assert len(set(references)) == len(services)
    terminal.finish()
    received = _rows(terminal.home, "SELECT service FROM cases")
    assert sorted(received) == sorted((one,) for one in services)
    walker.until(
        lambda: len(_rows(terminal.home, 'SELECT "case" FROM ratings')) == len(services),
        "a rating of each case",
    )


@pytest.mark.parametrize(
    "service", ["birth_registration", "funeral_benefit", "suggestion", "household_certificate"]
)
def test_a_service_by_itself(start: Start, service: str) -> None:
    terminal = start()
    terminal.begin()
    terminal.identify_by_pin()
    terminal.open_service(service)
    terminal.fill_form()
    terminal.walker.press("check.send")
    terminal.walker.until(lambda: terminal.screens.receipt.stage == "received", "a signed receipt")
    assert terminal.screens.receipt.count == 1
    terminal.finish()
    assert _rows(terminal.home, "SELECT service FROM cases") == [(service,)]
