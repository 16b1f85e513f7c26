"""What GeoReport knows: services, their attributes, requests (domain)."""

from dataclasses import dataclass
from typing import Literal, get_args

from kiosk.services.adapters.open311.rows import NotUnderstood, Row, listed, text, truth

Datatype = Literal["string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"]


@dataclass(frozen=True)
class Service:
    """One kind of request. has_attributes: its definition asks for more than a place."""

    code: str
    name: str
    description: str
    group: str
    kind: str
    has_attributes: bool


@dataclass(frozen=True)
class Attribute:
    """One question of a service; asked False: it only tells something. values: (key, name)."""

    code: str
    datatype: Datatype
    description: str
    hint: str
    required: bool
    asked: bool
    order: int
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Definition:
    """The questions of a service, in their order."""

    service_code: str
    attributes: tuple[Attribute, ...]


@dataclass(frozen=True)
class Request:
    """A request as the peer has it; times are the peer's texts."""

    id: str
    status: str
    notes: str
    service_code: str
    description: str
    requested_at: str


@dataclass(frozen=True)
class Given:
    """What the peer gave for a new request: its id, or a token to ask for the id with."""

    id: str
    token: str


def service_of(row: Row) -> Service:
    """Raises NotUnderstood."""
    code = text(row, "service_code")
    if not code:
        raise NotUnderstood("a service without service_code")
    return Service(
        code,
        text(row, "service_name") or code,
        text(row, "description"),
        text(row, "group"),
        text(row, "type") or "realtime",
        truth(row, "metadata"),
    )


def definition_of(row: Row) -> Definition:
    """Raises NotUnderstood."""
    code = text(row, "service_code")
    if not code or not isinstance(row.get("attributes"), list | dict):
        raise NotUnderstood("a definition without service_code or attributes")
    asked = [_attribute(one) for one in listed(row["attributes"])]
    return Definition(code, tuple(sorted(asked, key=lambda one: one.order)))


def request_of(row: Row) -> Request | None:
    """None for a row without an id."""
    identifier = text(row, "service_request_id")
    if not identifier:
        return None
    return Request(
        identifier,
        text(row, "status").lower(),
        text(row, "status_notes"),
        text(row, "service_code"),
        text(row, "description"),
        text(row, "requested_datetime"),
    )


def _attribute(row: Row) -> Attribute:
    code, datatype = text(row, "code"), text(row, "datatype").lower()
    if not code or datatype not in get_args(Datatype):
        raise NotUnderstood(f"an attribute {code!r} of datatype {datatype!r}")
    order = text(row, "order")
    return Attribute(
        code,
        datatype,  # type: ignore[arg-type]
        text(row, "description"),
        text(row, "datatype_description"),
        truth(row, "required"),
        truth(row, "variable"),
        int(order) if order.isdecimal() and len(order) < 10 else 0,
        tuple(
            (text(one, "key"), text(one, "name") or text(one, "key"))
            for one in listed(row.get("values"))
            if text(one, "key")
        ),
    )
