"""The courier by itself: delivers also while the window is closed."""

import secrets
import signal
import threading
import time

from foundation.children import spawn
from foundation.messages import ChannelClosed
from foundation.paths import data_dir
from kiosk.services.courier.courier import Courier
from kiosk.services.courier.lock import Place
from kiosk.services.courier.routing import Embedded, Routes, Ways
from kiosk.services.outbox.dispatch import Dispatch
from kiosk.services.outbox.place import open_terminals_outbox
from kiosk.services.receipts.keys import trusted_keys_file

GRACE_S = 20.0
ASK_FOR_PLACE_S = 1.0
AGAIN_S = 1.0


class OwnBackend:
    """The terminal's own back-end, for departments that have no address; started anew if it falls.

    The window may run one of its own beside it: they share a file, and its locks keep order.
    """

    def __init__(self) -> None:
        self.token = secrets.token_urlsafe(32)
        self.url = ""

    def keep(self, courier: Courier, routes: Routes) -> None:
        """Run it for good. The kernel ends it with the thread that calls this."""
        while True:
            with spawn("backend", env={"ATRIUM_TERMINAL_TOKEN": self.token}) as child:
                try:
                    while True:
                        message = child.channel.receive()
                        if message is not None and message.get("event") == "ready":
                            self.url = f"http://127.0.0.1:{message['port']}"
                            courier.reopen(routes.embedded)
                except ChannelClosed:
                    self.url = ""
            time.sleep(AGAIN_S)


def stand(ways: Ways, until_empty: bool) -> int:
    """Deliver until SIGTERM, or until nothing is left; returns how many still wait.

    Raises BrokenRoutes.
    """
    backend = OwnBackend()
    routes = Routes(ways, Embedded(lambda: backend.url, backend.token, trusted_keys_file()))
    place = Place(data_dir())
    while not place.take():  # the window's courier delivers; when it goes, it is our turn
        time.sleep(ASK_FOR_PLACE_S)
    outbox = open_terminals_outbox()
    courier = Courier(Dispatch(outbox), routes, lambda _: None)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: courier.stop(GRACE_S))
    place.listen(courier.wake)
    if ways.any_embedded:
        threading.Thread(target=backend.keep, args=(courier, routes), daemon=True).start()
    courier.run(until_empty)
    left = outbox.unsent()
    outbox.close()
    place.leave()
    return left
