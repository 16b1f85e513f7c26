"""One shape for GeoReport's answers in JSON and XML: a list of objects (domain)."""

import json
from collections.abc import Mapping
from typing import Any

from kiosk.services.adapters.open311.xml import BadXml, Element, read_xml

Row = dict[str, Any]

_LISTS = {"attributes", "values"}
"""Elements that hold a list, even of one."""
_SAYING = {"detail", "error"}
"""Members that tell something and wrap nothing."""


class NotUnderstood(Exception):
    """The answer is no GeoReport."""


def rows_of(content: bytes, item: str) -> list[Row]:
    """The objects of an answer. Raises NotUnderstood.

    item: what XML calls one of them. JSON lists them; some peers wrap the list in objects of one
    member, as XML would ({"services": {"service": […]}}), or give one object without a list.
    """
    body = content.lstrip(b"\xef\xbb\xbf \t\r\n")
    if body.startswith(b"<"):
        try:
            return _from_xml(read_xml(body), item)
        except BadXml as bad:
            raise NotUnderstood(str(bad)) from None
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        raise NotUnderstood("neither JSON nor XML") from None
    return _from_json(told)


def text(row: Mapping[str, Any], name: str) -> str:
    """A value as text, since peers give numbers where the specification has texts; "" else."""
    value = row.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()


def truth(row: Mapping[str, Any], name: str) -> bool:
    """A truth, as JSON says it or in letters as XML does."""
    value = row.get(name)
    return value is True or str(value).strip().lower() in ("true", "1")


def listed(told: Any) -> list[Row]:
    """The objects of a list, however it is wrapped; empty for what is none."""
    while isinstance(told, dict) and len(told) == 1:
        ((name, inner),) = told.items()
        if name in _SAYING or not isinstance(inner, dict | list):
            break
        told = inner
    rows = told if isinstance(told, list) else [told]
    return [row for row in rows if isinstance(row, dict)]


def _from_json(told: Any) -> list[Row]:
    if not isinstance(told, dict | list):
        raise NotUnderstood("neither a list nor an object")
    return listed(told)


def _from_xml(root: Element, item: str) -> list[Row]:
    if root.tag == item:
        return [_object(root)]
    items = [one for one in root.children if one.tag == item]
    if items or not root.children:
        return [_object(one) for one in items]
    return [_object(root)]  # some peers leave the item's element out


def _object(element: Element) -> Row:
    return {child.tag: _value(child) for child in element.children}


def _value(element: Element) -> Any:
    if element.tag in _LISTS:
        return [_object(child) for child in element.children]
    return _object(element) if element.children else element.text.strip()
