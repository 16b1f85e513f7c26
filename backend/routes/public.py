"""What anybody may know: that we live, the receipt keys, queues, notices, the catalogue."""

from typing import Any

from fastapi import APIRouter

from backend.clock import local_day
from backend.parts import Parts
from backend.queue.board import board
from backend.queue.drawing import joined_on
from backend.receipts.keys import key_set


def router(parts: Parts) -> APIRouter:
    """Routes without a token."""
    routes = APIRouter(prefix="/v1")

    @routes.get("/health")
    def health() -> dict[str, str]:
        return {"status": "ok" if parts.broken_read is None else "reads-changed"}

    @routes.get("/keys")
    def keys() -> dict[str, Any]:
        with parts.database.read() as connection:
            return key_set(connection)

    @routes.get("/queue")
    def queue() -> list[dict[str, Any]]:
        moment = parts.clock()
        with parts.database.read() as connection:
            joined = joined_on(connection, local_day(moment))
        return board(parts.offer, moment, joined)

    @routes.get("/notices")
    def notices() -> list[dict[str, Any]]:
        return parts.notices.on(parts.clock().astimezone().date())

    @routes.get("/catalogue")
    def catalogue() -> dict[str, list[dict[str, Any]]]:
        return parts.offer.catalogue

    return routes
