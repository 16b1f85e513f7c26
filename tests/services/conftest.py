"""A home, a back-end and a catalogue for the tests of this room."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.services.catalogue import Catalogue, load_catalogue
from tests.services.parts import make_home, start_backend


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return make_home(tmp_path, monkeypatch)


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A back-end for all tests of a module; its address."""
    with pytest.MonkeyPatch.context() as patch:
        make_home(tmp_path_factory.mktemp("home"), patch)
        child, url = start_backend()
        with child:
            yield url


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()
