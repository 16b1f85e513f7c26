"""The courier as a child of the window: `… --messages FD [--backend URL] [--keys FILE]`."""

import argparse
import os
import sys
import threading
from pathlib import Path

from foundation.children import Connection, connect
from foundation.logs import start_log
from foundation.messages import ChannelClosed, Message
from foundation.paths import data_dir
from kiosk.services.courier.courier import Courier
from kiosk.services.courier.lock import Place
from kiosk.services.courier.routing import Embedded, Routes, load_ways, routes_file
from kiosk.services.courier.telling import Teller
from kiosk.services.outbox.clock import Clock
from kiosk.services.outbox.dispatch import Dispatch
from kiosk.services.outbox.place import open_terminals_outbox
from kiosk.services.receipts.keys import trusted_keys_file

ASK_FOR_PLACE_S = 0.5
GRACE_S = 2.0
"""How long what is on its way is waited for when the window ends; it waits a little longer."""
TOKEN = "ATRIUM_TERMINAL_TOKEN"


class WindowsCourier:
    """Takes commands on one thread, delivers on the main one."""

    def __init__(self, link: Connection, url: str, keys: Path) -> None:
        self._link = link
        self._url = url
        self._place = Place(data_dir())
        embedded = Embedded(lambda: self._url, os.environ.get(TOKEN, ""), keys)
        self._routes = Routes(load_ways(routes_file()), embedded)

    def wait_for_place(self) -> None:
        """Another courier may deliver already: let it, and pass calls on. Raises ChannelClosed."""
        while not self._place.take():
            message = self._link.channel.receive(ASK_FOR_PLACE_S)
            if message is not None:
                self._learn(message)
                self._place.ring()

    def deliver(self, clock: Clock | None) -> None:
        """Until the window ends."""
        outbox = open_terminals_outbox(clock)
        courier = Courier(Dispatch(outbox), self._routes, Teller(self._link.channel).tell)
        self._place.listen(courier.wake)
        threading.Thread(target=self._obey, args=(courier,), daemon=True).start()
        courier.run()
        outbox.close()

    def _obey(self, courier: Courier) -> None:
        try:
            while True:
                message = self._link.channel.receive()
                if message is not None and self._learn(message):
                    courier.reopen(self._routes.embedded)
                courier.wake()
        except ChannelClosed:  # the window is gone, or ended us
            courier.stop(GRACE_S)

    def _learn(self, message: Message) -> bool:
        """Whether the back-end has another address now. `wake` says nothing more."""
        if message.get("command") != "backend":
            return False
        self._url = str(message["url"])
        return True


def main(clock: Clock | None = None) -> int:
    """Deliver until the link to the parent closes. clock: the machine's where none is given."""
    start_log("courier")
    link = connect(sys.argv[1:])
    parser = argparse.ArgumentParser(prog="courier")
    parser.add_argument("--backend", metavar="URL", default="")
    parser.add_argument("--keys", metavar="FILE", type=Path, default=trusted_keys_file())
    options = parser.parse_args(link.rest)
    courier = WindowsCourier(link, options.backend, options.keys)
    try:
        courier.wait_for_place()
    except ChannelClosed:
        return 0
    courier.deliver(clock)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
