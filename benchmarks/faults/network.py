"""A network that fails: a TCP proxy that cuts, truncates, stalls, slows and repeats."""

import asyncio
import random
import re
import threading
from collections import Counter
from contextlib import suppress

SLOW_PIECE = 64
"""Bytes that a slow line brings at once."""
STALL_S = 15.0
"""Longer than the courier waits for an answer."""

# Weights: a stall holds a lane for the courier's whole patience, so there are few.

TWICE = "twice"
_LENGTH = re.compile(rb"(?i)\r\ncontent-length: *(\d+)")
_MOODS = {"before": 4, "after": 6, "truncate": 4, "slow": 2, TWICE: 4, "stall": 0.2}


class Network:
    """Between a courier and its peer, on a thread of its own. rate: faults for each request.
    repeats: whether it may bring a request twice, which only an idempotent peer can tell."""

    def __init__(self, rate: float, seed: int, repeats: bool) -> None:
        self._moods = {name: weight for name, weight in _MOODS.items() if repeats or name != TWICE}
        self.faults: Counter[str] = Counter()
        self.target: tuple[str, int] | None = None
        self.rate = rate
        self._chance = random.Random(seed)
        self._connections: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="network")
        self._thread.start()
        serving = asyncio.start_server(self._serve, "127.0.0.1", 0)
        self._server = asyncio.run_coroutine_threadsafe(serving, self._loop).result()
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    def lead_to(self, url: str) -> None:
        """Where the peer is from now on."""
        host, port = url.removeprefix("http://").split(":")
        self.target = (host, int(port))

    def close(self) -> None:
        """Cut everything and end the thread."""
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _end(self) -> None:
        self._server.close()
        left = list(self._connections)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection of the courier."""
        task = asyncio.current_task()
        assert task is not None
        self._connections.add(task)  # else nothing holds it
        with suppress(OSError, asyncio.IncompleteReadError):
            if self.target is not None:
                await self._connected(reader, writer)
        writer.transport.abort()
        self._connections.discard(task)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert self.target is not None
        there, to_peer = await asyncio.open_connection(*self.target)
        try:
            while True:
                request = await _message(reader)
                mood = self._mood()
                if mood == "before":
                    return
                to_peer.write(request)
                await to_peer.drain()
                if mood == TWICE:
                    await self._repeat(request)
                if not await self._answer(mood, there, writer):
                    return
        finally:
            to_peer.transport.abort()

    async def _answer(
        self, mood: str, there: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        """Bring the answer, as far as the mood lets it through; False when the line is cut."""
        answer = await _message(there)
        if mood == "after":
            return False
        if mood == "truncate":
            writer.write(answer[: self._chance.randrange(1, len(answer))])
            await writer.drain()
            return False
        if mood == "stall":
            await asyncio.sleep(STALL_S)
            return False
        if mood == "slow":
            for start in range(0, len(answer), SLOW_PIECE):
                writer.write(answer[start : start + SLOW_PIECE])
                await asyncio.sleep(0.05)
            return True
        writer.write(answer)
        await writer.drain()
        return True

    async def _repeat(self, request: bytes) -> None:
        """The same request once more, on a connection of its own; nobody reads the answer."""
        assert self.target is not None
        there, to_peer = await asyncio.open_connection(*self.target)
        to_peer.write(request)
        await to_peer.drain()
        with suppress(asyncio.IncompleteReadError):
            await _message(there)
        to_peer.transport.abort()

    def _mood(self) -> str:
        if self._chance.random() >= self.rate:
            return ""
        (mood,) = self._chance.choices(list(self._moods), list(self._moods.values()))
        self.faults[mood] += 1
        return mood


async def _message(reader: asyncio.StreamReader) -> bytes:
    """A whole request or answer. Raises IncompleteReadError at the end of a connection."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = _LENGTH.search(head)
    return head + (await reader.readexactly(int(length[1])) if length else b"")
