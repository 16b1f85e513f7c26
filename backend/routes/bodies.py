"""What requests bring: bodies of bounded size, and the key that names a submission."""

from uuid import UUID

from fastapi import Request
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backend.problems import Problem

LARGEST = 4 * 1024 * 1024
"""Bytes of any request's body."""


class Bounded:
    """Ends a request whose body has more than LARGEST bytes: bodies are read before it is known
    who sends them."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request. Raises Problem 413 to whoever reads its body."""
        came = 0

        async def counted() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > LARGEST:
                raise too_large(LARGEST)
            return message

        await self._app(scope, counted, send)


async def raw_body(request: Request, largest: int) -> bytes:
    """The body. Raises Problem 413 above `largest` bytes, 400 for one that was cut short."""
    body = bytearray()
    try:
        async for part in request.stream():
            body += part
            if len(body) > largest:
                raise too_large(largest)
    except ClientDisconnect:
        raise Problem(400, "cut-short", "the line was cut before the end") from None
    return bytes(body)


def too_large(largest: int) -> Problem:
    """A body of more bytes than that."""
    return Problem(413, "too-large", f"send at most {largest} bytes")


def checked_key(key: str | None) -> str:
    """An idempotency key in its one spelling. Raises Problem 400."""
    try:
        uuid = UUID(key or "")
    except ValueError:
        uuid = None
    if uuid is None or uuid.version != 7:
        raise Problem(400, "missing-key", "send a UUIDv7 as Idempotency-Key")
    return str(uuid)
