"""What anybody may know: that we live, the receipt keys, and how long the queues are."""

from typing import Any

from fastapi import APIRouter

from backend.parts import Parts
from backend.queue.tickets import board, open_day
from backend.receipts.keys import key_set


def router(parts: Parts) -> APIRouter:
    """Routes without a token."""
    routes = APIRouter(prefix="/v1")

    @routes.get("/health")
    def health() -> dict[str, str]:
        return {"status": "ok"}

    @routes.get("/keys")
    def keys() -> dict[str, Any]:
        with parts.database.read() as connection:
            return key_set(connection)

    @routes.get("/queue")
    def queue() -> list[dict[str, Any]]:
        day = parts.day
        with parts.database.read() as connection:
            rows = board(connection, day, parts.offer)
        if rows:
            return rows
        parts.database.write(lambda connection: open_day(connection, day, parts.offer))
        with parts.database.read() as connection:
            return board(connection, day, parts.offer)

    return routes
