"""Errors of GeoReport peers, in the shapes that are met (domain)."""

from collections.abc import Iterator, Mapping
from typing import Any

from kiosk.services.adapters.judging import word
from kiosk.services.adapters.open311.rows import NotUnderstood, Row, rows_of, text

_TELLING = {"detail", "description", "message"}
_GIVEN = {"service_request_id", "token"}


def errors_of(content: bytes) -> list[str]:
    """Kinds of error that an answer names, empty for none.

    As specified a list of {code, description}, in XML below `errors`; besides {"code", "detail"}
    with detail a text or messages by field, {"errors": [...]}, and {"error": …}.
    """
    try:
        rows = rows_of(content, "error")
    except NotUnderstood:
        return []
    return [kind for row in rows for kind in _of(row)]


def _of(row: Row) -> Iterator[str]:
    inner = row.get("error")
    if isinstance(inner, Mapping):
        yield from _of(dict(inner))
    elif isinstance(inner, str) and inner:
        yield word(inner)
    elif _TELLING & row.keys() and not _GIVEN & row.keys():
        yield "_".join(filter(None, (word(text(row, "code")), _what(row)))) or "error"


def _what(row: Row) -> str:
    detail: Any = row.get("detail")
    if isinstance(detail, Mapping):
        return word("_".join(str(name) for name in detail))
    return word(detail or row.get("description") or row.get("message") or "")
