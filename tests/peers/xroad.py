"""A security server of X-Road that speaks REST r1 with whoever asks, and calls a peer behind it."""

import base64
import hashlib
from urllib.parse import unquote

from tests.peers.web import Asked, Reply, Web

CLIENT = "CITY/GOV/7000/terminals"
SERVICE = "CITY/GOV/1000/registry/applications"


def fault(status: int, kind: str) -> Reply:
    """An error of X-Road itself."""
    body = f'{{"type": "{kind}", "message": "…", "detail": "1f"}}'.encode()
    return Reply(status, body, headers={"X-Road-Error": kind})


class SecurityServer(Web):
    """behind: the peer, which sees nothing of X-Road but its headers."""

    def __init__(self, behind: Web) -> None:
        super().__init__(self._pass)
        self._behind = behind
        self.without: str = ""
        """A header that is left out of answers."""

    def _pass(self, asked: Asked) -> Reply:
        parts = asked.path.split("/")
        if [parts[1], *map(unquote, parts[2:7])] != ["r1", *SERVICE.split("/")]:
            return fault(500, "Server.ServerProxy.UnknownService")
        if unquote(asked.headers.get("x-road-client", "")) != CLIENT:
            return fault(500, "Server.ServerProxy.AccessDenied")
        path = "/" + "/".join(parts[7:])
        inner = Asked(asked.method, path, asked.query, asked.headers, asked.body)
        reply = self._behind.reply(inner)
        told = {
            "X-Road-Client": CLIENT,
            "X-Road-Service": "/".join(parts[2:7]),
            "X-Road-Id": asked.headers.get("x-road-id", "made by the server"),
            "X-Road-Request-Id": "f92591a3-6bf0-49b1-987b-0dd78c034cc3",
            "X-Road-Request-Hash": _hash(asked),
        }
        told.pop(self.without, None)
        if not reply.status:
            return reply
        headers = {**reply.headers, **told}
        return Reply(reply.status, reply.body, reply.content_type, headers)


def _hash(asked: Asked) -> str:
    """SHA512(SHA512(headers)+SHA512(body)); of the headers alone when there is no body."""
    lines = "\r\n".join(f"{name}: {value}" for name, value in asked.headers.items())
    digest = hashlib.sha512(lines.encode()).digest()
    if asked.body:
        digest = hashlib.sha512(digest + hashlib.sha512(asked.body).digest()).digest()
    return base64.b64encode(digest).decode()
