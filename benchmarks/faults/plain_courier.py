"""The product's courier on its way to a department without idempotency.

With --careless its adapter says that the department were idempotent, which is a lie: the check
must find what that does.
"""

import argparse
import sys
import threading
from pathlib import Path

from benchmarks.faults.clock import JumpingClock
from foundation.children import connect
from foundation.logs import start_log
from foundation.messages import Channel, ChannelClosed
from kiosk.services.adapters.protocol import (
    Abilities,
    Finding,
    Later,
    Outcome,
    Received,
    Unknown,
)
from kiosk.services.courier.courier import Courier
from kiosk.services.courier.telling import Teller
from kiosk.services.http import NoAnswer, Peer
from kiosk.services.outbox.dispatch import Dispatch
from kiosk.services.outbox.parcel import Parcel
from kiosk.services.outbox.place import open_terminals_outbox


class Plain:
    """Posts the body; the answer is a number. Nothing can be looked up."""

    def __init__(self, peer: Peer, careless: bool) -> None:
        self.abilities = Abilities(idempotent=careless)
        self._peer = peer

    def deliver(self, parcel: Parcel) -> Outcome:
        """Try once."""
        try:
            answer = self._peer.post("/", parcel.body)
        except NoAnswer as none:
            return Unknown(none.cause) if none.sent else Later(none.cause, of_all=True)
        return Received(answer.body.decode()) if answer.status == 201 else Unknown("no_number")

    def look_up(self, parcel: Parcel) -> Finding:
        """It cannot be asked."""
        return Unknown("cannot_be_asked")


def main() -> int:
    """Deliver until the link to the parent closes."""
    start_log("courier")
    link = connect(sys.argv[1:])
    parser = argparse.ArgumentParser()
    parser.add_argument("--backend", required=True)
    parser.add_argument("--careless", action="store_true")
    parser.add_argument("clock", type=Path)
    options = parser.parse_args(link.rest)
    adapter = Plain(Peer(lambda: options.backend), options.careless)
    outbox = open_terminals_outbox(JumpingClock(options.clock))
    courier = Courier(Dispatch(outbox), lambda _: adapter, Teller(link.channel).tell)
    threading.Thread(target=_obey, args=(link.channel, courier), daemon=True).start()
    courier.run()
    return 0


def _obey(channel: Channel, courier: Courier) -> None:
    try:
        while True:
            if channel.receive() is not None:
                courier.reopen(lambda _: True)
                courier.wake()
    except ChannelClosed:
        courier.stop(2.0)


if __name__ == "__main__":
    raise SystemExit(main())
