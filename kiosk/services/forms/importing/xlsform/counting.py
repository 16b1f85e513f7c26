"""Counts what an XLSForm holds by walking its raw rows, knowing nothing of the reader."""

from kiosk.services.forms.importing.report import Counted
from kiosk.services.forms.importing.xlsform.sheets import Row

_NO_QUESTION = (
    "begin",
    "end",
    "email",
    "calculate",
    "note",
    "start",
    "today",
    "deviceid",
    "username",
    "phonenumber",
    "simserial",
    "subscriber",
    "audit",
    "hidden",
    "device id",
    "xml-external",
    "csv-external",
    "imei",
    "background",
    "get ",
    "sim id",
)
_EXPRESSIONS = (
    "relevant",
    "relevance",
    "constraint",
    "calculation",
    "calculate",
    "choice_filter",
    "choice filter",
    "repeat_count",
    "jr:count",
    "count",
    "bind::relevant",
    "bind:relevant",
    "bind::constraint",
    "bind:constraint",
    "bind::calculate",
    "bind:calculate",
)


def count(survey: list[Row]) -> Counted:
    """Every row that a person answers is a question; every expression is a condition."""
    questions = conditions = texts = 0
    for row in survey:
        cells = {name.strip().lower(): text for name, text in row.cells.items()}
        kind = cells.get("type", cells.get("command", "")).strip().lower()
        if not kind or kind.startswith("#"):
            continue
        conditions += sum(bool(cells.get(name)) for name in _EXPRESSIONS)
        required = (cells.get("required") or cells.get("bind::required") or "").lower()
        conditions += any(mark in required for mark in ("${", "<", ">", "="))
        if "hidden" in cells.get("appearance", "").lower().split():
            continue
        texts += kind.endswith("note") or "note prompt" in kind
        questions += not kind.startswith(_NO_QUESTION) and "note" not in kind
    return Counted(questions, conditions, texts)
