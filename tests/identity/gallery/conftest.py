"""One PostgreSQL for all tests of the gallery."""

from collections.abc import Iterator

import pytest

from tests.identity.gallery.postgres import server


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The connection string of a server that runs until the tests are over."""
    with server() as address:
        yield address
