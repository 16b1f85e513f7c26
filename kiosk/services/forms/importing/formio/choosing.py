"""The choices of a form.io component, where they are written into the form."""

import json
import re
from typing import Any

from kiosk.services.forms.importing.asking import Asked, Option
from kiosk.services.forms.importing.formio.kinds import plain_type
from kiosk.services.forms.importing.formio.offering import Offers
from kiosk.services.forms.importing.formio.words import Words
from kiosk.services.forms.importing.report import Ledger
from kiosk.services.forms.importing.sources import record, rows, words


class Choosing:
    """Gives questions their choices; where there are none they are asked in words."""

    def __init__(self, texts: Words, offers: Offers, ledger: Ledger) -> None:
        self._words = texts
        self._offers = offers
        self._ledger = ledger

    def choose(self, asked: Asked, component: dict[str, Any]) -> None:
        """The choices of one question."""
        if plain_type(words(component.get("type"))) in ("attachment",):
            return
        seen: set[str] = set()
        for item in _items(component):
            value = item.get("value", item.get("id"))
            value = json.dumps(value, sort_keys=True) if isinstance(value, dict) else words(value)
            label = self._words.of(item, "label", "name", "title") or self._words.plain(value)
            if not value or value in seen:
                continue
            seen.add(value)
            asked.options.append(Option(value, label))
        if not asked.options:
            self._offers.offer(asked, component)
        if asked.options:
            return
        several = asked.widget == "several"
        asked.widget = "long_text" if several else "text"
        source = words(component.get("dataSrc")) or "another place"
        self._ledger.changed(
            "question",
            asked.where,
            f"its choices come from {source}, and are not in the form",
            "a free text",
            "write the choices into the form",
        )


def _items(component: dict[str, Any]) -> list[dict[str, Any]]:
    """The choices of a component, where they are written out."""
    data = record(component.get("data"))
    source = words(component.get("dataSrc"))
    if source == "json" or (not component.get("values") and data.get("json")):
        return _json_items(component, data.get("json"))
    if source in ("url", "resource", "custom", "indexeddb") and component.get("type") != "radio":
        return []
    plain = [component.get("values"), data.get("values"), component.get("attachmentValues")]
    found = [one for part in plain for one in rows(part) if words(one.get("value"))]
    strings = [one for part in plain if isinstance(part, list) for one in part if words(one)]
    return found or [{"value": one, "label": one} for one in strings]


def _json_items(component: dict[str, Any], written: Any) -> list[dict[str, Any]]:
    if isinstance(written, str):
        try:
            written = json.loads(written)
        except ValueError:
            return []
    key = words(component.get("valueProperty"))
    template = re.search(r"item\.(\w+)", words(component.get("template")))
    made = []
    for one in written if isinstance(written, list) else ():
        if isinstance(one, dict):
            value = one.get(key) if key else one.get("value", one.get("id", one))
            label = one.get(template[1]) if template else None
            made.append({"value": value, "label": label or one.get("label") or words(value)})
        elif words(one):
            made.append({"value": words(one), "label": words(one)})
    return made
