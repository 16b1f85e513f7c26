"""A registry behind GovStack Digital Registries 1.4.0: one record, by the citizen's number."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic
from typing import Any

import requests
from urllib3.exceptions import HTTPError

from backend.registries.protocol import Silent, Values

CONNECT_S, WHOLE_S = 1.5, 4.0
_LARGEST = 256 * 1024
_PIECE = 16 * 1024


@dataclass(frozen=True)
class Place:
    """Where a registry is and how it names things; see `places.GovStackPlace`."""

    address: str
    headers: Mapping[str, str]
    key: str
    fields: Mapping[str, str]
    as_of: str
    authorities: str | None


class GovStackRegistry:
    """Asks from any thread; each question has a connection of its own."""

    def __init__(self, name: str, place: Place) -> None:
        self._name = name
        self._place = place

    def look_up(self, citizen: str, fields: Sequence[str]) -> Values:
        """What the record holds of these fields; nothing when there is no record. Raises Silent."""
        record = self._record(citizen)
        as_of = _at(record, self._place.as_of) if self._place.as_of else None
        day = str(as_of)[:10] if as_of else datetime.now(UTC).date().isoformat()
        found = {}
        for field in fields:
            path = self._place.fields.get(field.split(".", 1)[1])
            value = _at(record, path) if path else None
            if value is not None and not isinstance(value, float | dict | list):
                found[field] = {"value": value, "registry": self._name, "as_of": day}
        return found

    def _record(self, citizen: str) -> Any:
        query = {"query": {"content": {self._place.key: citizen}}}
        status, body = self._ask(json.dumps(query).encode())
        if status == 404:
            return {}
        if status != 200:
            raise Silent(f"it answered {status}")
        try:
            answer = json.loads(body)
        except (ValueError, RecursionError):
            raise Silent("its answer is no JSON") from None
        content = answer.get("content") if isinstance(answer, dict) else None
        if not isinstance(content, dict):
            raise Silent("its answer holds no record")
        return content

    def _ask(self, body: bytes) -> tuple[int, bytes]:
        until = monotonic() + WHOLE_S
        headers = {**self._place.headers, "Content-Type": "application/json"}
        with requests.Session() as session:
            session.trust_env = False  # no proxy, no netrc of whoever started us
            try:
                with session.post(
                    self._place.address,
                    data=body,
                    headers=headers,
                    timeout=(CONNECT_S, WHOLE_S),
                    allow_redirects=False,
                    stream=True,
                    verify=self._place.authorities or True,
                ) as answer:
                    return answer.status_code, _all(answer, until)
            except (requests.RequestException, HTTPError, OSError) as failed:
                raise Silent(type(failed).__name__) from failed


def _all(answer: requests.Response, until: float) -> bytes:
    content = b""
    for piece in answer.iter_content(_PIECE):
        content += piece
        if len(content) > _LARGEST:
            raise Silent("its answer is too large to be one record")
        if monotonic() > until:
            raise Silent("it answers too slowly")
    return content


def _at(record: Any, path: str) -> Any:
    """What stands at "a.b" of a record, None when there is nothing."""
    for name in path.split("."):
        record = record.get(name) if isinstance(record, dict) else None
    return record
