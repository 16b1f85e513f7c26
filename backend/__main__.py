"""The back-end as a process: HTTP on a free port of 127.0.0.1, told to the one who started it."""

import os
import socket
import sys
import threading

import uvicorn

from backend.application import create_app
from backend.clock import Clock, now
from backend.housekeeping import Housekeeping
from backend.parts import set_up
from backend.registries.places import load_places
from foundation.children import connect
from foundation.logs import start_log
from foundation.messages import Channel, ChannelClosed
from foundation.officers import address_file, officer_token
from foundation.paths import asset, data_dir
from foundation.secrets import open_vault

TOKEN = "ATRIUM_TERMINAL_TOKEN"
KEY_NAME = "receipt-key"


def main(clock: Clock = now) -> int:
    """Serve until the link to the parent closes."""
    start_log("backend")
    link = connect(sys.argv[1:])
    token = os.environ.get(TOKEN, "")
    if not token:
        print(f"the back-end needs a terminal token in {TOKEN}", file=sys.stderr)
        return 2
    home, vault = data_dir(), open_vault()
    parts = set_up(
        home / "backend.sqlite",
        asset(),
        vault.get_or_create(KEY_NAME),
        token,
        home / "trust" / "receipt-keys.json",
        clock,
        remote=load_places(home / "registries.json"),
        officer_token=officer_token(vault),
    )
    with socket.create_server(("127.0.0.1", 0), backlog=128) as listening:
        # asyncio only does this for sockets that name their protocol; without it every answer
        # waits 40 ms for the terminal's delayed acknowledgement.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        server = uvicorn.Server(
            uvicorn.Config(create_app(parts), log_config=None, access_log=False)
        )
        threading.Thread(
            target=_announce, args=(server, listening, link.channel), daemon=True
        ).start()
        address = address_file()
        address.write_text(f"http://127.0.0.1:{listening.getsockname()[1]}", encoding="utf-8")
        with Housekeeping(parts, vault):
            server.run(sockets=[listening])
        address.unlink(missing_ok=True)
    parts.registries.close()
    parts.database.close()
    return 0


def _announce(server: uvicorn.Server, listening: socket.socket, channel: Channel) -> None:
    """Say which port, then end the server when the parent is gone."""
    try:
        channel.send({"event": "ready", "port": listening.getsockname()[1]})
        while True:
            channel.receive()
    except ChannelClosed:
        server.should_exit = True


if __name__ == "__main__":
    raise SystemExit(main())
