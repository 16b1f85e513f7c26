"""Attachments on their way: a real back-end, and lines that are cut."""

import hashlib
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uuid6

from foundation.attachments import Attachment
from foundation.secrets.chunked import CHUNK
from kiosk.services.adapters.protocol import Later
from kiosk.services.adapters.uploading import upload
from kiosk.services.forms.canonical import body_sha256
from kiosk.services.http import Answer, NoAnswer, Terminal
from kiosk.services.outbox import Outbox
from kiosk.services.outbox.parcel import Enclosure
from tests.services.parts import TOKEN

CONTENT = b"%PDF-1.7 " + random.Random(1).randbytes(11 * CHUNK + 5)


class Cut(Terminal):
    """A line that is cut after every other answer arrived at our end of it, but for the last."""

    def __init__(self, url: str) -> None:
        super().__init__(lambda: url, TOKEN)
        self.patches = 0

    def ask(self, method: str, path: str, *rest: Any, **more: Any) -> Answer:
        answer = super().ask(method, path, *rest, **more)
        if method == "PATCH":
            self.patches += 1
            if self.patches % 2:
                raise NoAnswer("broken_off", sent=True)
        return answer


@pytest.fixture
def enclosure(tmp_path: Path) -> Iterator[Enclosure]:
    outbox = Outbox(tmp_path / "outbox.sqlite", bytes(32))
    kept = outbox.attachments.keep("visit", CONTENT, "a.pdf", "application/pdf")
    parts = outbox.attachments.parts
    yield Enclosure(Attachment(**kept), lambda start: parts("visit", kept["sha256"], start))
    outbox.close()


def test_an_upload_that_is_cut_goes_on_where_it_stopped(backend: str, enclosure: Enclosure) -> None:
    key, terminal, tries = str(uuid6.uuid7()), Cut(backend), 0
    while (outcome := upload(terminal, key, enclosure)) is not None:
        assert outcome == Later("broken_off")
        tries += 1
    assert tries == terminal.patches // 2 + terminal.patches % 2 > 0
    assert terminal.patches == 3, "no part was brought twice"
    path = f"/v1/submissions/{key}/attachments/{body_sha256(CONTENT)}"
    assert terminal.get(path).object()["complete"] is True
    assert upload(terminal, key, enclosure) is None
    assert terminal.patches == 3
    terminal.close()


def test_another_content_is_never_taken_for_it(backend: str) -> None:
    named = body_sha256(CONTENT)
    other = hashlib.sha256(CONTENT).digest() * 20
    wrong = Enclosure(Attachment(named, "a", "text/plain", len(other)), lambda _: iter([other]))
    terminal = Terminal(lambda: backend, TOKEN)
    outcome = upload(terminal, str(uuid6.uuid7()), wrong)
    assert outcome == Later("another-hash")
    terminal.close()


def test_nobody_there_is_the_departments_trouble(enclosure: Enclosure) -> None:
    terminal = Terminal(lambda: "http://127.0.0.1:1", TOKEN)
    outcome = upload(terminal, str(uuid6.uuid7()), enclosure)
    assert isinstance(outcome, Later) and outcome.of_all
