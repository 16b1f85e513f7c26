"""A running identity process, and pictures of the public-domain portrait."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Event

import pytest

from foundation.children import spawn
from identity.cameras.demonstration import DemonstrationCamera
from identity.faces.detector import Detector
from identity.faces.sface import SFace
from identity.pictures import Image
from tests.identity.client import Client

FRAMES = (640, 480)


@pytest.fixture
def start(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Client]]:
    """Start identity processes of one home, with further arguments."""
    monkeypatch.delenv("ATRIUM_MODELS", raising=False)
    with ExitStack() as running:

        def started(*arguments: str) -> Client:
            client = Client(spawn("identity", *arguments, frames=FRAMES))
            running.callback(client.stop)
            return client

        yield started


@pytest.fixture
def client(start: Callable[..., Client]) -> Client:
    """An identity process without liveness models."""
    return start()


@pytest.fixture(scope="session")
def detector() -> Detector:
    return Detector()


@pytest.fixture(scope="session")
def sface() -> SFace:
    return SFace()


@pytest.fixture
def portrait() -> Image:
    """One picture of the demonstration camera."""
    shot = DemonstrationCamera().read(Event())
    assert shot is not None
    return shot.image
