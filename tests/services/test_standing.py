"""The courier by itself, the ways it goes by, and how two couriers share one place."""

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from kiosk import cli
from kiosk.services.adapters.govstack import GovStackRegistration
from kiosk.services.adapters.native import NativeAdapter
from kiosk.services.adapters.open311 import Open311
from kiosk.services.courier.lock import Place
from kiosk.services.courier.routing import BrokenRoutes, Embedded, Routes, load_ways, routes_file
from kiosk.services.outbox import State
from kiosk.services.outbox.dispatch import Dispatch
from kiosk.services.outbox.place import open_terminals_outbox
from tests.services.parts import small_body, start_backend, start_courier, until


def write(text: str) -> Path:
    routes_file().write_text(text, encoding="utf-8")
    return routes_file()


def routes() -> Routes:
    return Routes(load_ways(routes_file()), Embedded(lambda: "", "token", Path("keys.json")))


def test_without_a_file_everything_goes_to_the_terminals_own_back_end(home: Path) -> None:
    ways = routes()
    assert ways.embedded("households") and isinstance(ways("households"), NativeAdapter)


def test_a_department_may_have_a_way_of_its_own(home: Path) -> None:
    (home / "token").write_text("secret\n", encoding="utf-8")
    write(
        f"""
[departments.households]
address = "https://households.example"
token_file = "{home / "token"}"
receipt_keys = "{home / "keys.json"}"
"""
    )
    ways = routes()
    assert not ways.embedded("households") and ways.embedded("transport")
    assert ways("households") is not ways("transport")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[departments.households]\nadress = 'https://a.example'", "adress"),
        ("[default]\nadapter = 'pigeon'", "pigeon"),
        ("[default]\naddress = 'https://a.example'", "token_file"),
        (
            "[default]\naddress = 'https://a.example'\ntoken_file = '/nowhere'\nreceipt_keys = 'a'",
            "/nowhere",
        ),
        ("[default", "departments.toml"),
        ("[default]\nadapter = 'govstack'", "needs an address"),
        ("[default]\nadapter = 'govstack'\naddress = 'https://a.example'", "client"),
        (
            "[default]\nadapter = 'open311'\naddress = 'https://a.example'\n"
            "[default.options.services.lamp]\nservice_code = '6'",
            "say where it is",
        ),
        (
            "[default]\nadapter = 'open311'\naddress = 'https://a.example'\n"
            "authorities = '/nowhere'",
            "/nowhere holds no certificates",
        ),
    ],
)
def test_a_file_that_cannot_be_used_says_why(
    home: Path, text: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(text)
    with pytest.raises(BrokenRoutes, match=said):
        routes()
    assert cli.main(["courier", "--until-empty"]) == 1
    assert said in capsys.readouterr().err


def test_departments_with_other_protocols(home: Path) -> None:
    write(
        """
[departments.households]
adapter = "govstack"
address = "https://registration.example"
[departments.households.options]
client = "CITY/GOV/7000/terminals"
[departments.households.options.services.household_certificate]
service = "f7d33db0"
data = { certificate = { use = "upper(use)" } }
[departments.roads]
adapter = "open311"
address = "https://roads.example"
[departments.roads.options.services.street_lamp]
service_code = "006"
address = "where"
[departments.roads.options.xroad]
client = "CITY/GOV/7000/terminals"
service = "CITY/GOV/1000/roads/georeport"
"""
    )
    ways = routes()
    assert isinstance(ways("households"), GovStackRegistration)
    assert isinstance(ways("roads"), Open311)
    assert not ways("roads").abilities.idempotent


def test_one_place_and_a_bell(home: Path) -> None:
    first, second, rung = Place(home), Place(home), threading.Event()
    assert first.take() and not second.take()
    second.ring()  # nobody listens yet
    first.listen(rung.set)
    second.ring()
    assert rung.wait(10)
    first.leave()
    assert second.take()
    second.leave()


@pytest.mark.log_allowed
def test_a_bell_that_somebody_holds_keeps_nobody_from_delivering(home: Path) -> None:
    other, courier = Place(home), Place(home)
    other.listen(lambda: None)
    assert courier.take()
    courier.listen(lambda: None)
    courier.leave()
    other.leave()


@contextmanager
def courier_by_itself(*arguments: str) -> Iterator["subprocess.Popen[bytes]"]:
    line = [sys.executable, "-m", "kiosk", "courier", *arguments]
    with subprocess.Popen(line) as courier:
        try:
            yield courier
        finally:
            courier.kill()


def test_it_drains_the_outbox_with_no_window_open(home: Path) -> None:
    outbox = open_terminals_outbox()
    keys = [outbox.commit("visit", "households", small_body(n)) for n in range(3)]
    outbox.forget_visit("visit")
    with courier_by_itself("--until-empty") as alone:
        assert alone.wait(100) == 0
    assert {outbox.status(key).state for key in keys} == {State.CLOSED}
    outbox.close()


def test_the_windows_courier_takes_over_when_the_other_ends(home: Path) -> None:
    outbox = open_terminals_outbox()
    first = outbox.commit("visit", "households", small_body(1))
    with ExitStack() as running:
        alone = running.enter_context(courier_by_itself())
        until(lambda: outbox.status(first).received, "a receipt", 100)
        backend, url = start_backend()
        running.enter_context(backend)
        courier = running.enter_context(start_courier(url))
        second = outbox.commit("visit", "households", small_body(2))
        courier.channel.send({"command": "wake"})
        until(lambda: outbox.status(second).received, "a receipt by the one that has the place")
        alone.send_signal(signal.SIGTERM)
        assert alone.wait(30) == 0
        third = outbox.commit("visit", "households", small_body(3))
        courier.channel.send({"command": "wake"})
        until(lambda: outbox.status(third).received, "a receipt by the other")
    outbox.close()


def test_a_clerk_decides_at_the_command_line(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outbox = open_terminals_outbox()
    key = outbox.commit("visit", "households", small_body(1))
    dispatch = Dispatch(outbox)
    assert dispatch.claim("households")
    dispatch.doubt(key, "timeout")
    assert cli.main(["outbox", "list"]) == 0
    assert f"{key} uncertain: households/household_certificate" in capsys.readouterr().out
    assert cli.main(["outbox", "arrived", key, "--reference", "SR-1"]) == 0
    assert "SR-1" in (outbox.receipt(key) or "")
    assert cli.main(["outbox", "send-anew", key]) == 1
    assert "cannot be decided" in capsys.readouterr().err
    assert cli.main(["outbox", "set-aside", "nothing"]) == 1
    assert cli.main(["outbox", "trust-clock"]) == 0
    outbox.close()
