"""Attachments of a submission, brought before it: asked how far they are, and continued there."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Request

from backend.attachments import claiming
from backend.attachments.kinds import kind_of
from backend.clock import stamp
from backend.parts import Parts
from backend.routes.bodies import LARGEST, checked_key, raw_body


async def _part(request: Request) -> bytes:
    return await raw_body(request, LARGEST)


def router(parts: Parts) -> APIRouter:
    """Routes for a terminal."""
    routes = APIRouter(prefix="/v1/submissions/{key}/attachments")

    @routes.get("/{sha256}")
    def how_far(key: str, sha256: str) -> dict[str, Any]:
        key = checked_key(key)
        with parts.database.read() as connection:
            done = claiming.complete(connection, key, sha256)
        return {"offset": parts.uploads.offset(key, sha256), "complete": done}

    @routes.patch("/{sha256}")
    def add(
        key: str,
        sha256: str,
        part: Annotated[bytes, Depends(_part)],
        offset: Annotated[int, Header(alias="Upload-Offset", ge=0)],
        total: Annotated[int, Header(alias="Upload-Length", ge=1)],
    ) -> dict[str, Any]:
        key = checked_key(key)
        with parts.database.read() as connection:
            if claiming.complete(connection, key, sha256):
                return {"offset": total, "complete": True}
        here = parts.uploads.add(key, sha256, offset, part, total)
        if here == total:
            kind = kind_of(parts.uploads.beginning(key, sha256))
            at = stamp(parts.clock())
            parts.database.write(lambda c: claiming.note(c, key, sha256, total, kind, at))
        return {"offset": here, "complete": here == total}

    return routes
