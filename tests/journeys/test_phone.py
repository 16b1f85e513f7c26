"""A visit that a phone lets in: real window, real back-end, a scripted phone that signs."""

from collections.abc import Callable
from typing import Any

import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.journeys.conftest import PIN, Terminal

Start = Callable[..., Terminal]

CITIZEN = "999999199001011238"


class Phone:
    """What the citizen holds in their hand; its messages come from the back-end's own table."""

    def __init__(self, terminal: Terminal) -> None:
        self._app = terminal.app
        self._key = Ed25519PrivateKey.generate()
        public = self._key.public_key().public_bytes_raw().hex()
        client = terminal.app.department._terminal
        body = f'{{"citizen": "{CITIZEN}", "pin": "{PIN}", "public_key": "{public}"}}'
        assert client.post("/v1/approvals/devices", body.encode()).object()["ok"]
        client.close()

    def answer(self, approve: bool = True) -> int:
        """Enter the number that the terminal shows, and sign."""
        approval = self._app.phone.approval
        assert approval is not None
        word = "yes" if approve else "no"
        text = f"atrium-approval:1\n{approval.id}\n{self._app.screens.phone.code}\n{word}"
        body: dict[str, Any] = {"code": approval.code, "approve": approve}
        body["signature"] = self._key.sign(text.encode()).hex()
        url = f"{self._app.backend_url}/v1/approvals/{approval.id}/answer"
        return requests.post(url, json=body, timeout=20).status_code


def test_a_phone_lets_in_and_a_no_is_said_as_it_is(start: Start) -> None:
    terminal = start(phone_approval=True)
    walker, model = terminal.walker, terminal.screens.phone
    terminal.begin()
    phone = Phone(terminal)
    walker.press("consent.useOtherWay")
    walker.press("who.demo_card")
    walker.press("pin.usePhone")
    walker.until(lambda: model.stage == "waiting", "a number to enter")
    assert phone.answer(approve=False) == 200
    walker.until(lambda: model.stage == "refused", "the phone's no")
    walker.press("phone.again")
    walker.until(lambda: model.stage == "waiting", "a number to enter")
    assert phone.answer() == 200
    walker.screen("hall")
    assert terminal.app.conductor.visit.by_card and model.code == ""


def test_without_the_setting_nobody_is_offered_a_phone(start: Start) -> None:
    terminal = start()
    terminal.begin()
    terminal.walker.press("consent.useOtherWay")
    terminal.walker.press("who.demo_card")
    terminal.walker.screen("pin")
    assert not terminal.walker.there("pin.usePhone")
    terminal.screens.pin.usePhone.emit()
    assert terminal.screens.session.screen == "pin"
