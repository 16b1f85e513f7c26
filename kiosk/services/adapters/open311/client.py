"""GeoReport v2 calls on one peer, typed."""

from collections.abc import Mapping, Sequence
from urllib.parse import quote, urlencode

from kiosk.services.adapters.open311.errors import errors_of
from kiosk.services.adapters.open311.model import (
    Definition,
    Given,
    Request,
    Service,
    definition_of,
    request_of,
    service_of,
)
from kiosk.services.adapters.open311.rows import NotUnderstood, Row, rows_of, text
from kiosk.services.http import Answer, Asking, NoAnswer

Arguments = Sequence[tuple[str, str]]

_ACCEPT = {"json": "application/json", "xml": "text/xml, application/xml;q=0.9"}


class Client:
    """format: json or xml. jurisdiction: "" where the peer serves one. key: to send requests
    with, "" where none is needed. Every call raises NoAnswer and NotUnderstood."""

    def __init__(
        self, peer: Asking, format: str = "json", jurisdiction: str = "", key: str = ""
    ) -> None:
        self._peer = peer
        self._format = format
        self._jurisdiction = {"jurisdiction_id": jurisdiction} if jurisdiction else {}
        self._key = {"api_key": key} if key else {}

    def services(self) -> list[Service]:
        """What can be asked for."""
        return [service_of(row) for row in self._rows("services", {}, "service")]

    def definition(self, service_code: str) -> Definition:
        """The questions of one service; none where the peer has no definition of it, which some
        say with a page for people."""
        try:
            answer = self._get(f"services/{quote(service_code, safe='')}", {})
        except NoAnswer as none:
            if none.status == 404:
                return Definition(service_code, ())
            raise
        if answer.status == 404:
            return Definition(service_code, ())
        rows = _understood(answer, "service_definition")
        if not rows:
            raise NotUnderstood("no definition")
        return definition_of(rows[0])

    def send(self, arguments: Arguments, reference: str, in_query: bool = False) -> Answer:
        """A new request, as a form or in the query; what the peer says to it is for `given` and
        `errors_of`."""
        form = urlencode([*self._jurisdiction.items(), *self._key.items(), *arguments])
        headers = {"Accept": _ACCEPT[self._format], "Idempotency-Key": reference}
        path = f"/requests.{self._format}"
        if in_query:
            return self._peer.ask("POST", f"{path}?{form}", b"", headers)
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        return self._peer.ask("POST", path, form.encode(), headers)

    def given(self, answer: Answer) -> Given:
        """The id or the token in the answer to `send`."""
        for row in rows_of(answer.body, "request"):
            given = Given(text(row, "service_request_id"), text(row, "token"))
            if given.id or given.token:
                return given
        raise NotUnderstood("neither service_request_id nor token")

    def id_of(self, token: str) -> str:
        """The id that a token stands for; "" while there is none."""
        rows = self._rows(f"tokens/{quote(token, safe='')}", {}, "request")
        return next((found for row in rows if (found := text(row, "service_request_id"))), "")

    def request(self, identifier: str) -> Request | None:
        """One request; None when the peer does not know it, or does not show it."""
        answer = self._get(f"requests/{quote(identifier, safe='')}", {})
        if answer.status == 404:
            return None
        found = (request_of(row) for row in _understood(answer, "request"))
        return next((one for one in found if one is not None), None)

    def requests(self, service_code: str, since: str) -> list[Request]:
        """Those of one service from a moment on (ISO)."""
        query = {"service_code": service_code, "start_date": since}
        found = (request_of(row) for row in self._rows("requests", query, "request"))
        return [one for one in found if one is not None]

    def _rows(self, path: str, query: Mapping[str, str], item: str) -> list[Row]:
        return _understood(self._get(path, query), item)

    def _get(self, path: str, query: Mapping[str, str]) -> Answer:
        asked = urlencode({**self._jurisdiction, **query})
        address = f"/{path}.{self._format}" + (f"?{asked}" if asked else "")
        return self._peer.ask("GET", address, None, {"Accept": _ACCEPT[self._format]})


def _understood(answer: Answer, item: str) -> list[Row]:
    if answer.status != 200:
        raise NotUnderstood(", ".join(errors_of(answer.body)) or f"http_{answer.status}")
    return rows_of(answer.body, item)
