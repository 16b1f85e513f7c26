"""Answers within texts: `{{name}}` in a question reads as what was answered before."""

import re
from collections.abc import Mapping

from foundation.expressions import Context
from foundation.expressions.values import text_of
from kiosk.services.forms.display import display
from kiosk.services.forms.model import Computed, Field, Form, Known

_MENTION = re.compile(r"\{\{\s*([A-Za-z_]\w*)\s*\}\}")
OPEN = "…"
"""What is not answered yet."""


def mentioned(text: str, form: Form, context: Context | None, language: str) -> str:
    """The text with every answer that it mentions, as it reads to a person."""
    if "{{" not in text:
        return text
    named = _named(form)

    def put(found: re.Match[str]) -> str:
        value = context.answers.get(found[1]) if context else None
        one = named.get(found[1])
        if value is None or one is None:
            return text_of(value) or OPEN
        return display(one, text_of(value) if one.widget == "decimal" else value, language)

    return _MENTION.sub(put, text)


def _named(form: Form) -> Mapping[str, Field | Known | Computed]:
    inner = [field for group in form.fields for field in group.fields]
    return {one.name: one for one in (*inner, *form.computed, *form.questions)}
