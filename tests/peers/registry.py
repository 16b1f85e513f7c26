"""A registry that answers as GovStack Digital Registries 1.4.0 says, over real HTTP."""

import json
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

_READ = re.compile(r"/data/(?P<registry>[^/]+)/(?P<version>[^/]+)/read")


@dataclass
class RegistryPeer:
    """records: by registry name, each a list; asked: the header of who asked, for each read."""

    records: Mapping[str, list[dict[str, Any]]]
    url: str = ""
    asked: list[str] = field(default_factory=list)
    hold: threading.Event | None = None
    """Set by a test: every answer waits for it."""


@contextmanager
def registry_peer(records: Mapping[str, list[dict[str, Any]]]) -> Iterator[RegistryPeer]:
    """Serve until the block ends."""
    here = RegistryPeer(records)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if here.hold is not None:
                here.hold.wait(30)
            status, answer = _answer(here, self.path, dict(self.headers), body)
            content = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: Any) -> None:
            """Tests read answers, not logs."""

        def handle(self) -> None:
            try:
                super().handle()
            except (BrokenPipeError, ConnectionResetError):
                return  # whoever asked did not wait

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        here.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, name="registry")
        thread.start()
        try:
            yield here
        finally:
            if here.hold is not None:
                here.hold.set()
            server.shutdown()
            thread.join()


def _answer(
    here: RegistryPeer, path: str, headers: Mapping[str, str], body: bytes
) -> tuple[int, Any]:
    found = _READ.fullmatch(path)
    client = headers.get("Information-Mediator-Client", "")
    if found is None or found["registry"] not in here.records:
        return 404, {"detail": "no such registry"}
    if client.count("/") != 3:
        return 400, {"detail": "Information-Mediator-Client is INSTANCE/CLASS/MEMBER/SUBSYSTEM"}
    try:
        wanted = json.loads(body)["query"]["content"]
    except (ValueError, KeyError, TypeError):
        return 400, {"detail": "query.content is required"}
    here.asked.append(client)
    for record in here.records[found["registry"]]:
        if all(record.get(name) == value for name, value in wanted.items()):
            return 200, {"content": record}
    return 404, {"detail": "no record found"}
