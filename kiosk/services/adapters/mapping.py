"""Our answers as a peer wants them, told by data: a template whose texts are expressions (domain).

A template is what the peer is to get, with an expression (foundation.expressions) in place of each
value: `{"certificate": {"use": "use", "copies": "2", "name": "concat(last, ' ', first)"}}`.
Expressions know the answers by name, and `_key`, `_citizen`, `_language` and `_service`. What
comes to null is left out.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator

from foundation.expressions import Context, parse
from kiosk.services.outbox.parcel import Parcel


def _understood(template: Any) -> Any:
    match template:
        case str():
            parse(template)
        case dict() | list():
            for part in template.values() if isinstance(template, dict) else template:
                _understood(part)
        case _:
            raise ValueError(f"put {template!r} in quotes: every value is an expression")
    return template


Template = Annotated[Any, AfterValidator(_understood)]
"""A template whose expressions were understood; ValueError where one is not."""

Wording = Annotated[str, AfterValidator(_understood)]
"""One expression."""


class Filling:
    """What is known by name, for any number of templates."""

    def __init__(self, known: Mapping[str, Any]) -> None:
        self._context = Context(known, datetime.now().astimezone())

    def fill(self, template: Any) -> Any:
        """What the template comes to."""
        if isinstance(template, dict):
            filled = {name: self.fill(part) for name, part in template.items()}
            return {name: value for name, value in filled.items() if value is not None}
        if isinstance(template, list):
            return [value for part in template if (value := self.fill(part)) is not None]
        value = parse(template).value(self._context)
        return str(value) if isinstance(value, Decimal) else value

    def text(self, wording: str) -> str:
        """The same as text; "" for null."""
        value = self.fill(wording)
        return "" if value is None else str(value)


def filling_of(parcel: Parcel) -> Filling:
    """The content of one parcel."""
    told: dict[str, Any] = json.loads(parcel.body)
    names = {
        "_key": parcel.key,
        "_citizen": str(told.get("citizen", "")),
        "_language": told.get("language"),
        "_service": parcel.service,
    }
    return Filling({**told.get("answers", {}), **names})
