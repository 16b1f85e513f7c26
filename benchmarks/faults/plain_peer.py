"""A department without idempotency: a real HTTP server that keeps whatever comes, and counts it."""

import sqlite3
import sys
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from foundation.children import connect
from foundation.messages import ChannelClosed


def main() -> int:
    """Serve until the link to the parent closes; the last argument is the file to keep it in."""
    link = connect(sys.argv[1:])
    path = Path(sys.argv[-1])
    with sqlite3.connect(path) as file:
        file.execute("PRAGMA journal_mode=WAL")
        file.execute("CREATE TABLE IF NOT EXISTS received (place INTEGER PRIMARY KEY, body TEXT)")
    file.close()

    class Handler(BaseHTTPRequestHandler):
        """One request is one row: kept first, answered then."""

        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            body = self.rfile.read(length).decode()
            if len(body.encode()) < length:
                return  # cut short: nothing that could be kept
            file = sqlite3.connect(path, timeout=30)
            with file:
                row = file.execute("INSERT INTO received (body) VALUES (?)", (body,))
            file.close()
            answer = str(row.lastrowid).encode()
            with suppress(OSError):  # nobody listens any longer
                self.send_response(201)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing to say."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    link.channel.send({"event": "ready", "port": server.server_address[1]})
    try:
        while True:
            link.channel.receive()
    except ChannelClosed:
        return 0


if __name__ == "__main__":
    raise SystemExit(main())
