"""Small forms of other kinds, written for these tests, imported."""

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from kiosk.services.forms import Draft, Field, Form
from kiosk.services.forms.importing import Report, import_form

SOURCES = Path(__file__).parent / "sources"
NOW = datetime(2026, 11, 23, 10, 30).astimezone()


@cache
def imported(kind: str, name: str) -> tuple[Form, Report]:
    """One of the sources as our form, with the account."""
    _, form, report = import_form(kind, (SOURCES / name).read_bytes(), "sample")
    return form, report


def field(form: Form, name: str) -> Field:
    """A question by its name, also of a group."""
    inner = [one for group in form.fields for one in group.fields]
    return next(one for one in (*form.fields, *inner) if one.name == name)


def condition(form: Form, name: str) -> str | None:
    """When a question is asked: its own condition, or that of its page."""
    page = next(one for one in form.pages if any(f.name == name for f in one.fields))
    return field(form, name).visible_if or page.visible_if


def begun(form: Form, answers: dict[str, Any]) -> Draft:
    """A draft with some answers in it, whatever else is missing."""
    draft = Draft(form, lambda registry, _: registry, lambda: NOW)
    for page in form.pages:
        names = {one.name for one in page.fields}
        given = {name: value for name, value in answers.items() if name in names}
        if given:
            draft.keep(page.id, given)
    return draft


def outcomes(report: Report, word: str) -> list[str]:
    """What became of things whose place or remark has this word."""
    return [one.outcome for one in report.remarks if word in one.where or word in one.what]
