"""The questions of a service, and all answers before they are sent."""

from typing import Any

from PySide6.QtCore import Signal

from kiosk.screens.models.base import Model, value


class QuestionModel(Model):
    """One page of questions. A change of `page` is shown as a new page.

    A field is {"name", "label", "hint", "kind", "value", "source", "error", "choices":
    [{"value", "label"}], "optional"}; kinds: text, number, money, date (ISO), choice, several
    (list), yes_no (True, False or None), phone, address, declaration (bool).
    """

    page = value("")
    title = value("")
    lead = value("")
    fields: list[dict[str, Any]] = value([])
    errors: list[dict[str, Any]] = value([])  # [{"field", "text"}], in the order of the page

    edited = Signal(str, "QVariant")  # type: ignore[arg-type]  # field name, value
    continue_ = Signal()


class CheckModel(Model):
    """Every answer: rows are [{"label", "value", "source", "page"}]; "" has no page to change."""

    service = value("")
    rows: list[dict[str, Any]] = value([])

    change = Signal(str)  # page id
    send = Signal()
