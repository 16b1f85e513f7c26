"""What is kept of a department that signs nothing, and what never passes for it."""

import pytest

from kiosk.services.receipts import acknowledge, parse_acknowledgement


def test_it_comes_back_as_it_was_kept() -> None:
    word = acknowledge("A 17", "PENDING", b'{"fileId": "A 17"}')
    assert parse_acknowledgement(word.text()) == word
    assert len(word.answer_sha256) == 64 and word.received_at.endswith("+00:00")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "eyJhbGciOiJFZERTQSJ9.e30.c2ln",
        "{}",
        '{"reference": "A 17"}',
        '{"reference": "", "status": "", "answer_sha256": "", "received_at": ""}',
        '{"reference": 17, "status": "", "answer_sha256": "", "received_at": ""}',
    ],
)
def test_nothing_else_is_one(text: str) -> None:
    assert parse_acknowledgement(text) is None
