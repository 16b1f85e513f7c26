"""X-Road's message protocol for REST (r1) as a transport: around any adapter, through a security
server that signs, logs and routes."""

import base64
import binascii
import uuid
from collections.abc import Mapping
from typing import Annotated
from urllib.parse import quote

from pydantic import BaseModel, ConfigDict, Field

from kiosk.services.adapters.judging import word
from kiosk.services.http import Answer, Asking, NoAnswer

_BEFORE = frozenset(
    {
        "AccessDenied",
        "ClientProxyOnly",
        "InvalidClientIdentifier",
        "InvalidServiceId",
        "InvalidXRoadHeader",
        "MaintenanceMode",
        "MissingHeader",
        "OutdatedGlobalConf",
        "ServiceDisabled",
        "SslAuthenticationFailed",
        "UnknownMember",
        "UnknownService",
    }
)
"""Ends of error types that are decided before a service is called."""

_SHA512_BYTES = 64
_PART = r"[^/%;\\\x00-\x1f]+"


class XRoadSettings(BaseModel):
    """client: INSTANCE/CLASS/MEMBER[/SUBSYSTEM] that asks; service: the same of the provider and
    its service code. user: whose action it is, "" for nobody's in particular."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    client: Annotated[str, Field(pattern=rf"^{_PART}(/{_PART}){{2,3}}$")]
    service: Annotated[str, Field(pattern=rf"^{_PART}(/{_PART}){{3,4}}$")]
    user: str = ""


class XRoad(Asking):
    """Asks a service behind X-Road. peer: our own security server."""

    def __init__(self, peer: Asking, settings: XRoadSettings) -> None:
        self._peer = peer
        self._client = _encoded(settings.client)
        self._service = _encoded(settings.service)
        self._user = {"X-Road-UserId": settings.user} if settings.user else {}

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """As the protocol says; the key of an application becomes X-Road-Issue. Raises NoAnswer
        also for an error of X-Road itself, which is never the department's word."""
        message, given = str(uuid.uuid4()), headers or {}
        issue = given.get("Idempotency-Key")
        sent = {
            "X-Road-Client": self._client,
            "X-Road-Id": message,
            **self._user,
            **({"X-Road-Issue": issue} if issue else {}),
            **given,
        }
        answer = self._peer.ask(method, f"/r1/{self._service}{path}", body, sent)
        error = answer.headers.get("X-Road-Error")
        if error is not None:
            raise NoAnswer(f"xroad_{word(error)}", sent=not _was_before(error))
        self._check(answer, message)
        return answer

    def _check(self, answer: Answer, message: str) -> None:
        """An answer without these did not come through X-Road, or is to another message.

        What the hash covers is what our security server sent on, which only it knows and checks;
        that there is one binds the answer to a signed and logged request.
        """
        told = answer.headers
        same_message = told.get("X-Road-Id") == message
        same_service = told.get("X-Road-Service") == self._service
        if not (same_message and same_service and _is_hash(told.get("X-Road-Request-Hash", ""))):
            raise NoAnswer("not_of_xroad", sent=True, status=answer.status)


def _was_before(error: str) -> bool:
    """Whether X-Road says that it never called the service."""
    parts = error.strip().split(".")
    return parts[0] == "Client" or not _BEFORE.isdisjoint(parts)


def _encoded(identifier: str) -> str:
    return "/".join(quote(part, safe="") for part in identifier.split("/"))


def _is_hash(text: str) -> bool:
    try:
        return len(base64.b64decode(text, validate=True)) == _SHA512_BYTES
    except binascii.Error:
        return False
