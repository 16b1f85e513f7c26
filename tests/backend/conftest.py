"""A real back-end process, and a terminal that talks to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from foundation.children import spawn

TOKEN = "a terminal of a test"
OFFICER = "an officer of a test"


class Caller:
    """Plain HTTP, without the kiosk's own client."""

    def __init__(self, url: str, home: Path, token: str = TOKEN) -> None:
        self.url = url
        self.home = home
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def get(self, path: str) -> requests.Response:
        return self.session.get(self.url + path, timeout=20)

    def post(self, path: str, body: object, key: str | None = None) -> requests.Response:
        headers = {} if key is None else {"Idempotency-Key": key}
        return self.session.post(self.url + path, json=body, headers=headers, timeout=20)


@pytest.fixture(scope="package")
def caller(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Caller]:
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("home")
        patch.setenv("ATRIUM_HOME", str(home))
        patch.setenv("ATRIUM_TERMINAL_TOKEN", TOKEN)
        patch.setenv("ATRIUM_OFFICER_TOKEN", OFFICER)
        with spawn("backend") as child:
            ready = child.channel.receive(timeout_s=90)
            assert ready is not None
            caller = Caller(f"http://127.0.0.1:{ready['port']}", home)
            yield caller
            caller.session.close()
