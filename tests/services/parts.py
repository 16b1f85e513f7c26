"""What tests of the services share: a home of their own, real processes, answers that fit."""

import base64
import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import requests

from foundation.attachments import attachments_in
from foundation.children import Child, spawn
from kiosk.services.catalogue import Catalogue
from kiosk.services.forms import Draft, canonical_json, load_form

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
    "member_number": "999999198506152111",
    "family_number": "999999198506152111",
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
    ready = child.channel.receive(timeout_s=90)
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


def fitting(field: dict[str, Any]) -> Any:
    """What a person could enter for a question, as the screen shows it."""
    name, choices = field["name"], [one["value"] for one in field["choices"]]
    match field["kind"]:
        case "text" | "id_number":
            return _TEXTS.get(name, "示例文字")
        case "long_text":
            return "示例文字，\n分两行写。"
        case "number":
            return "2026" if name == "year" else "2"
        case "money":
            return "1,200"
        case "decimal":
            return "268.50"
        case "date":
            return _DAYS.get(name, "2020-02-29")
        case "time":
            return "18:00" if name == "closes" else "9:00"
        case "month":
            return "2090年6月"
        case "choice":
            return _CHOSEN.get(name, choices[-1])
        case "several":
            return choices[:1]
        case "phone":
            return "130 0000 0000"
        case "email":
            return "name@example.org"
        case "address":
            return "示例市 示例路 1 号 101 室"
        case "file" | "photo" | "signature":
            return [attachment(PAPER)]
    return True


PAPER = b"\x89PNG\r\n\x1a\n and no more than that"
"""What every file, photo and signature of these tests holds."""

_DAYS = dict.fromkeys(("from_day", "travel_on", "day", "start_on"), "2090-05-20")
_DAYS |= dict.fromkeys(("treated_on", "left_on"), datetime.now().astimezone().date().isoformat())
_CHOSEN = {"province": "zhejiang"}


def attachment(content: bytes) -> dict[str, Any]:
    """A picture as answers name it."""
    hashed = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    return {"sha256": hashed, "name": "a.png", "media_type": "image/png", "bytes": len(content)}


def filled(service: str, catalogue: Catalogue) -> Draft:
    """A draft of a service, every page answered in its order."""
    draft = Draft(load_form(catalogue.service(service).form), catalogue.registry_name)
    special = {"from_day": "2025-01-01"} if service == "tax_certificate" else {}
    walk(draft, special)
    return draft


def walk(draft: Draft, special: dict[str, Any]) -> None:
    """Answer every page in its order, and one entry of each group."""
    page: str | None = draft.first_page()
    while page is not None:
        if draft.form.page(page).group is not None:
            _answer(draft, draft.add_entry(page), special)
        _answer(draft, page, special)
        page = draft.next_page(page)


def _answer(draft: Draft, place: str, special: dict[str, Any]) -> None:
    """One question after the other: what comes next may follow from it."""
    done: set[str] = set()
    while left := [one for one in draft.fields(place, "en") if one["name"] not in done]:
        name = left[0]["name"]
        done.add(name)
        if left[0]["kind"] not in ("group", "note"):
            draft.keep(place, {name: special.get(name, fitting(left[0]))})
    assert draft.answer(place, {}, "en") == [], f"{draft.form.id}, {place}"


def submit(url: str, body: dict[str, Any], key: str) -> requests.Response:
    """Bring the attachments that the answers name, and send."""
    headers = {"Authorization": f"Bearer {TOKEN}", "Idempotency-Key": key}
    parts = headers | {"Upload-Offset": "0", "Upload-Length": str(len(PAPER))}
    for one in attachments_in(body["answers"]):
        where = f"{url}/v1/submissions/{key}/attachments/{one.sha256}"
        assert requests.patch(where, data=PAPER, headers=parts, timeout=20).json()["complete"]
    sent = canonical_json(body)
    return requests.post(f"{url}/v1/submissions", data=sent, headers=headers, timeout=20)


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
