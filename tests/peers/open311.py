"""A GeoReport v2 server, from its specification: JSON and XML, ids and tokens."""

import itertools
import json
import threading
from typing import Any
from xml.sax.saxutils import escape

from tests.peers.web import Asked, Reply, Web

SERVICES = [
    {
        "service_code": "006",
        "service_name": "Broken street lamp",
        "description": "A lamp that is dark",
        "metadata": True,
        "type": "realtime",
        "keywords": "lamp, light",
        "group": "street",
    }
]

DEFINITION: dict[str, Any] = {
    "service_code": "006",
    "attributes": [
        {"variable": False, "code": "NOTICE", "datatype": "text", "required": False,
         "datatype_description": None, "order": 1, "description": "Never touch a cable."},
        {"variable": True, "code": "KIND", "datatype": "singlevaluelist", "required": True,
         "datatype_description": "One", "order": 2, "description": "What is it like?",
         "values": [{"key": "1", "name": "Dark"}, {"key": "2", "name": "Flickers"}]},
        {"variable": True, "code": "SEEN-BY", "datatype": "multivaluelist", "required": False,
         "datatype_description": None, "order": 3, "description": "Who saw it?",
         "values": [{"key": "me", "name": "I"}, {"key": "all", "name": "Everybody"}]},
        {"variable": True, "code": "POLE", "datatype": "string", "required": False,
         "datatype_description": "On the plate", "order": 4, "description": "Number of the pole"},
        {"variable": True, "code": "HEIGHT", "datatype": "number", "required": False,
         "datatype_description": "Metres", "order": 5, "description": "How high?"},
        {"variable": True, "code": "SINCE", "datatype": "datetime", "required": False,
         "datatype_description": None, "order": 6, "description": "Since when?"},
        {"variable": True, "code": "MORE", "datatype": "text", "required": False,
         "datatype_description": None, "order": 7, "description": "Anything else?"},
    ],
}  # fmt: skip


def written(told: Any, form: str, root: str, item: str) -> bytes:
    """In JSON, or in XML below `root`."""
    if form == "json":
        return json.dumps(told).encode()
    body = "".join(_element(item, one) for one in told) if isinstance(told, list) else ""
    whole = f"<{root}>{body}</{root}>" if isinstance(told, list) else _element(root, told)
    return f'<?xml version="1.0" encoding="utf-8"?>{whole}'.encode()


def errors(status: int, description: str, form: str = "json") -> Reply:
    """The specification's list of errors."""
    told = [{"code": status, "description": description}]
    return Reply(status, written(told, form, "errors", "error"), _media(form))


class Open311(Web):
    """tokens: new requests get a token, and their id when `publish` was called."""

    def __init__(self, tokens: bool = False) -> None:
        super().__init__(self._answer)
        self.tokens = tokens
        self.requests: dict[str, dict[str, Any]] = {}
        self.forms: list[list[tuple[str, str]]] = []
        self.given: dict[str, str] = {}
        self._numbers = itertools.count(638344)
        self._keeping = threading.Lock()

    def publish(self) -> None:
        """Every token has its id now."""
        self.given = {f"T{identifier}": identifier for identifier in self.requests}

    def close(self, identifier: str, notes: str) -> None:
        """As an officer would."""
        self.requests[identifier] |= {"status": "closed", "status_notes": notes}

    def _answer(self, asked: Asked) -> Reply:
        path, _, form = asked.path.strip("/").rpartition(".")
        match [asked.method, *path.split("/")]:
            case ["GET", "services"]:
                return self._reply(SERVICES, form, "services", "service")
            case ["GET", "services", "006"]:
                return self._reply(DEFINITION, form, "service_definition", "")
            case ["POST", "requests"]:
                return self._post(asked, form)
            case ["GET", "requests"]:
                wanted = asked.query.get("service_code")
                listed = [one for one in self.requests.values() if one["service_code"] == wanted]
                return self._reply(listed, form, "service_requests", "request")
            case ["GET", "requests", identifier] if identifier in self.requests:
                found = [self.requests[identifier]]
                return self._reply(found, form, "service_requests", "request")
            case ["GET", "tokens", token]:
                told = [{"service_request_id": self.given.get(token, ""), "token": token}]
                return self._reply(told, form, "service_requests", "request")
        return errors(404, "not found", form)

    def _post(self, asked: Asked, form: str) -> Reply:
        told = dict(asked.form)
        if told.get("service_code") != "006":
            return errors(400, "service_code was not found", form)
        if not (told.get("address_string") or told.get("lat")):
            return errors(400, "no location", form)
        with self._keeping:
            identifier = str(next(self._numbers))
            self.forms.append(asked.form)
            self.requests[identifier] = {
                "service_request_id": identifier,
                "status": "open",
                "status_notes": None,
                "service_name": "Broken street lamp",
                "service_code": "006",
                "description": told.get("description"),
                "requested_datetime": "2026-11-23T08:00:00Z",
            }
        given = {"token": f"T{identifier}"} if self.tokens else {"service_request_id": identifier}
        told_back = [{**given, "service_notice": "We will look", "account_id": None}]
        return self._reply(told_back, form, "service_requests", "request", 201)

    def _reply(self, told: Any, form: str, root: str, item: str, status: int = 200) -> Reply:
        return Reply(status, written(told, form, root, item), _media(form))


def _media(form: str) -> str:
    return "application/json" if form == "json" else "text/xml; charset=utf-8"


def _element(tag: str, value: Any) -> str:
    if isinstance(value, dict):
        inner = "".join(_element(name, one) for name, one in value.items())
    elif isinstance(value, list):
        inner = "".join(_element(tag.removesuffix("s"), one) for one in value)
    elif isinstance(value, bool):
        inner = str(value).lower()
    else:
        inner = "" if value is None else escape(str(value))
    return f"<{tag}>{inner}</{tag}>"
