"""The published description of the protocol is the one that the back-end speaks."""

from backend.openapi import FILE, document, text


def test_the_published_description_is_current() -> None:
    assert FILE.read_text(encoding="utf-8") == text(), "run: python -m backend.openapi"


def test_every_door_but_the_public_ones_asks_for_a_token() -> None:
    told = document()
    open_doors = {
        path
        for path, methods in told["paths"].items()
        if not all("security" in one for one in methods.values())
    }
    assert open_doors == {
        "/v1/health",
        "/v1/keys",
        "/v1/catalogue",
        "/v1/queue",
        "/v1/approvals/{identifier}/answer",
    }
