"""What requests bring: bodies of bounded size, and the key that names a submission."""

from uuid import UUID

from fastapi import Request
from starlette.requests import ClientDisconnect

from backend.problems import Problem


async def raw_body(request: Request, largest: int) -> bytes:
    """The body. Raises Problem 413 above `largest` bytes, 400 for one that was cut short."""
    body = bytearray()
    try:
        async for part in request.stream():
            body += part
            if len(body) > largest:
                raise Problem(413, "too-large", f"send at most {largest} bytes")
    except ClientDisconnect:
        raise Problem(400, "cut-short", "the line was cut before the end") from None
    return bytes(body)


def checked_key(key: str | None) -> str:
    """An idempotency key in its one spelling. Raises Problem 400."""
    try:
        uuid = UUID(key or "")
    except ValueError:
        uuid = None
    if uuid is None or uuid.version != 7:
        raise Problem(400, "missing-key", "send a UUIDv7 as Idempotency-Key")
    return str(uuid)
