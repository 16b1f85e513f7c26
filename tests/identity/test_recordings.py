"""Recorded people in front of a webcam; needs the research data."""

from collections.abc import Callable
from pathlib import Path

import pytest

from foundation.children import spawn
from tests.identity.client import Client

Started = Callable[..., Client]


@pytest.fixture
def cameras(shared: Path) -> Path:
    return shared / "data" / "cameras"


@pytest.fixture
def client(start: Started, cameras: Path) -> Client:
    """Knows the first person from the first pictures of their sitting; no liveness models."""
    client = start()
    client.ask("enrol", subject="a", camera=f"{cameras}/live-a?first=0&count=20")
    return client


@pytest.fixture
def strict(start: Started, shared: Path, cameras: Path) -> Client:
    """The same with the liveness pair."""
    client = start("--models", str(shared / "models"))
    client.ask("enrol", subject="a", camera=f"{cameras}/live-a?first=0&count=20")
    return client


def _verified(client: Client, camera: str) -> str:
    decision = client.ask("verify", subject="a", camera=camera)
    return str(decision["cause"])


def test_later_pictures_of_the_same_person_match(client: Client, cameras: Path) -> None:
    assert _verified(client, f"{cameras}/live-a?first=20") == "match"


def test_another_person_does_not(client: Client, cameras: Path) -> None:
    assert _verified(client, f"{cameras}/live-b") == "no_match"


def test_with_the_liveness_pair_the_person_still_matches(strict: Client, cameras: Path) -> None:
    decision = strict.ask(
        "verify", subject="a", camera=f"{cameras}/live-a?first=20", liveness="passive"
    )
    assert decision["cause"] == "match"
    assert decision["liveness"]["enforced"]
    assert len(decision["liveness"]["models"]) == 2
    assert decision["liveness"]["score"] > 0.5


def test_a_photo_held_up_is_suspected(strict: Client, cameras: Path) -> None:
    assert _verified(strict, f"{cameras}/print-of-a") == "spoof_suspected"
    assert _verified(strict, f"{cameras}/live-b") == "no_match"
    assert _verified(strict, f"{cameras}/live-a?first=20") == "match"


def test_models_are_found_in_the_folder_of_the_environment(
    home: Path, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATRIUM_MODELS", str(shared / "models"))
    with spawn("identity", frames=(640, 480)) as child:
        assert Client(child).ask("hello")["liveness"]["available"]
