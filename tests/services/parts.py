"""What tests of the services share: a home of their own, real processes, answers that fit."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from foundation.children import Child, spawn
from kiosk.services.catalogue import Catalogue
from kiosk.services.forms import Draft, Field, load_form

TOKEN = "a terminal of a test"
CITIZEN = "999999199001011238"
PIN = "246801"

_TEXTS = {
    "account": "6200000000000000000",
    "passport_number": "E00000000",
    "permit_number": "C00000000",
    "certificate": "99999919900101123811",
    "birth_certificate": "X000000000",
    "deceased_number": "999999195610203421",
    "partner_number": "999999198506152111",
    "spouse_number": "999999198506152111",
    "person_number": "999999198506152111",
}


def make_home(folder: Path, monkeypatch: Any) -> Path:
    """Everything that the processes keep goes below `folder`."""
    monkeypatch.setenv("ATRIUM_HOME", str(folder))
    monkeypatch.setenv("ATRIUM_TERMINAL_TOKEN", TOKEN)
    monkeypatch.delenv("ATRIUM_CACHE", raising=False)
    return folder


def start_backend() -> tuple[Child, str]:
    """A back-end process and its address."""
    child = spawn("backend")
    ready = child.channel.receive(timeout_s=30)
    assert ready is not None and ready["event"] == "ready", ready
    return child, f"http://127.0.0.1:{ready['port']}"


def start_courier(url: str) -> Child:
    """A courier process."""
    return spawn("kiosk.services.courier", "--backend", url)


@dataclass
class Clock:
    """A clock that a test sets: `now` since boot, `jump` of the wall clock against that."""

    now: float = 1000.0
    jump: float = 0.0
    boot: str = "a boot"
    vouched: bool = False

    def wall(self) -> float:
        return 1_800_000_000.0 + self.now + self.jump

    def steady(self) -> float:
        return self.now

    def synchronised(self) -> bool:
        return self.vouched


def kill(child: Child) -> None:
    """As a power cut would: no goodbye."""
    child.process.kill()
    child.process.wait()
    child.channel.close()


def until(done: Callable[[], bool], what: str, seconds: float = 30) -> None:
    """Wait for something that must come."""
    deadline = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < deadline, f"{what} did not come in {seconds} s"
        time.sleep(0.005)


def fitting(field: Field) -> Any:
    """What a person could enter for a question, as the widget holds it."""
    match field.widget:
        case "text":
            return _TEXTS.get(field.name, "示例文字")
        case "number":
            return "2026" if field.name == "year" else "2"
        case "money":
            return "1,200"
        case "date":
            return "2020-02-29" if field.name not in _FUTURE else "2090-05-20"
        case "choice":
            return field.choices[-1].value
        case "several":
            return [field.choices[0].value]
        case "phone":
            return "130 0000 0000"
        case "address":
            return "示例市 示例路 1 号 101 室"
    return True


_FUTURE = {"from_day", "travel_on", "day", "start_on"}


def filled(service: str, catalogue: Catalogue) -> Draft:
    """A draft of a service, every page answered in its order."""
    form = load_form(catalogue.service(service).form)
    draft = Draft(form, catalogue.registry_name)
    page: str | None = draft.first_page()
    while page is not None:
        raw = {field.name: fitting(field) for field in form.page(page).fields}
        if service == "tax_certificate" and page == "period":
            raw["from_day"] = "2025-01-01"
        assert draft.answer(page, raw, "en") == [], f"{service}, {page}"
        page = draft.next_page(page)
    return draft


def small_body(number: int) -> dict[str, Any]:
    """A complete application that differs from all others."""
    return {
        "service": "household_certificate",
        "citizen": CITIZEN,
        "language": "en",
        "form": {"id": "household_certificate", "version": 1},
        "answers": {"use": "other", "use_text": f"Use {number}", "contents": ["self"]},
        "sources": {},
    }
