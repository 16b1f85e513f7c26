"""The courier as a process: `python -m kiosk.services.courier --messages FD [--backend URL]`."""

import argparse
import fcntl
import os
import sys
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from foundation.children import Connection, connect
from foundation.logs import start_log
from foundation.messages import ChannelClosed, Message
from foundation.paths import data_dir
from foundation.secrets import open_vault
from kiosk.services.adapters.native import NativeAdapter
from kiosk.services.courier.courier import Courier
from kiosk.services.courier.telling import Teller
from kiosk.services.http import Terminal
from kiosk.services.outbox import Outbox
from kiosk.services.outbox.place import KEY_NAME, outbox_file
from kiosk.services.receipts.keys import load_keys, trusted_keys_file

POLL_S = 5.0
TOKEN = "ATRIUM_TERMINAL_TOKEN"


@dataclass
class Address:
    """Where the back-end is just now; "" while nobody knows."""

    url: str


def main() -> int:
    """Deliver until the link to the parent closes."""
    start_log("courier")
    link = connect(sys.argv[1:])
    parser = argparse.ArgumentParser(prog="courier")
    parser.add_argument("--backend", metavar="URL", default="")
    parser.add_argument("--keys", metavar="FILE", type=Path, default=trusted_keys_file())
    options = parser.parse_args(link.rest)
    with ExitStack() as held:
        held.enter_context(_the_only_one(data_dir() / "courier.lock"))
        outbox = Outbox(outbox_file(), open_vault().get_or_create(KEY_NAME))
        held.callback(outbox.close)
        outbox.release_leases()
        address = Address(options.backend)
        terminal = Terminal(lambda: address.url, os.environ.get(TOKEN, ""))
        adapter = NativeAdapter(terminal, lambda: load_keys(options.keys))
        courier = Courier(outbox, adapter, Teller(link.channel).tell)
        with suppress(ChannelClosed):  # the parent is gone, or ended us
            _serve(link, outbox, address, courier)
    return 0


def _serve(link: Connection, outbox: Outbox, address: Address, courier: Courier) -> None:
    while True:
        for message in link.channel.pending():
            _obey(message, outbox, address)
        if address.url and courier.deliver_next():
            continue
        due = outbox.next_due_s() if address.url else None
        news = link.channel.receive(POLL_S if due is None else min(due, POLL_S))
        if news is not None:
            _obey(news, outbox, address)


def _obey(message: Message, outbox: Outbox, address: Address) -> None:
    """`wake` needs nothing: to be read is to be awake."""
    if message.get("command") == "backend":
        address.url = str(message["url"])
        outbox.hurry()


def _the_only_one(path: Path) -> IO[bytes]:
    """Wait until no other courier works on this outbox; the kernel frees it when one dies."""
    lock = path.open("wb")
    fcntl.flock(lock, fcntl.LOCK_EX)
    return lock


if __name__ == "__main__":
    raise SystemExit(main())
