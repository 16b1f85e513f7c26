"""A peer and a courier that are killed and started again, as the window would."""

import random
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from benchmarks.faults.network import Network
from foundation.children import Child, spawn
from foundation.messages import ChannelClosed

READY_S = 120.0
AT_WORK_S = 20.0
AGAIN_S = 0.2
BETWEEN_S = (0.05, 0.4)
TOKEN = {"ATRIUM_TERMINAL_TOKEN": "a terminal of a benchmark"}


class Peer:
    """Somewhere behind the network; after each start at another port."""

    def __init__(self, room: str, argument: Path, network: Network) -> None:
        self._room = room
        self._argument = str(argument)
        self._network = network
        self.child: Child | None = None

    def start(self) -> None:
        """Until it listens; a full disk may keep it from that for a while."""
        deadline = time.monotonic() + READY_S
        while time.monotonic() < deadline:
            child = spawn(self._room, self._argument, env=TOKEN)
            try:
                ready = child.channel.receive(READY_S)
            except ChannelClosed:
                child.stop()
                time.sleep(AGAIN_S)
                continue
            if ready is not None:
                self._network.lead_to(f"http://127.0.0.1:{ready['port']}")
                self.child = child
                return
            child.stop()
        raise RuntimeError(f"{self._room} does not start")


class Courier:
    """Before the network."""

    def __init__(self, room: str, arguments: Sequence[str], network: Network) -> None:
        self._room = room
        self._arguments = ["--backend", network.url, *arguments]
        self._network = network
        self.child: Child | None = None

    def start(self) -> None:
        """Until it has something on its way, if there is anything: killing one that only begins
        would prove little."""
        self.child = spawn(self._room, *self._arguments, env=TOKEN)
        with suppress(ChannelClosed):  # a full disk: it is started again when it is told
            self.child.channel.receive(AT_WORK_S)

    def tell(self) -> None:
        """Where the peer is, as the window does after each of its starts."""
        if self.child is None:
            return
        try:
            self.child.channel.send({"command": "backend", "url": self._network.url})
            self.child.channel.pending()
        except ChannelClosed:
            return


def kill(child: Child | None) -> None:
    """As a power cut would."""
    if child is not None:
        child.process.kill()
        child.process.wait()
        child.channel.close()


class Killer:
    """Kills one room at random moments, and starts it again each time. The kernel ends children
    with the thread that started them, so this one lives until it is told to stop."""

    def __init__(self, room: Peer | Courier, kills: int, delivered: Callable[[], int]) -> None:
        """delivered: how many have arrived; a room is killed in the middle of deliveries."""
        self._room = room
        self._delivered = delivered
        self._chance = random.Random(kills)
        self._stop = threading.Event()
        self.left = kills
        self.failed: Exception | None = None
        self._thread = threading.Thread(target=self._run, name="killer")
        self._thread.start()

    def stop(self) -> None:
        """End the room too."""
        self._stop.set()
        self._thread.join()
        if self.failed is not None:
            raise self.failed

    def _wait_for_deliveries(self) -> None:
        """Until something moves again, or nothing can for a while."""
        before, until = self._delivered(), time.monotonic() + AT_WORK_S
        while self._delivered() == before and time.monotonic() < until:
            if self._stop.wait(0.01):
                return

    def _run(self) -> None:
        try:
            self._room.start()
            while not self._stop.wait(self._chance.uniform(*BETWEEN_S)):
                self._wait_for_deliveries()
                fell = self._room.child is None or self._room.child.process.poll() is not None
                if self.left or fell:  # a full disk ends processes too
                    kill(self._room.child)
                    self._room.start()
                    self.left -= min(1, self.left)
                if isinstance(self._room, Courier):
                    self._room.tell()
        except Exception as failed:  # noqa: BLE001 - the benchmark's own thread raises it
            self.failed = failed
        finally:
            if self._room.child is not None:
                self._room.child.stop()
