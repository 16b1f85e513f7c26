"""Valid answers for any form: each question is tried with likely answers until one is accepted."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Any

from hypothesis import HealthCheck, Phase, find, settings
from hypothesis import strategies as some
from hypothesis.errors import HypothesisException

from kiosk.services.forms import Draft
from kiosk.services.forms.entries import split
from kiosk.services.forms.model import Field

MAX_TRIES = 60
TEXTS = (
    "Sample",
    "12345",
    "AB12 3CD",
    "01632 960001",
    "07700900123",
    "+31 20 000 0000",
    "13000000000",
    "A12345678",
    "1234 AB",
    "123456789",
    "12-34-56",
    "1-123456789",
    "Sample Street 1",
)
NUMBERS = (1, 2, 5, 0, 10, 18, 20, 25, 30, 40, 50, 60, 100, 500, 1000, 2000, 2020, -1)
FORMATS = {"iban": "NL91ABNA0417164300", "bsn": "111222333", "citizen-number": ""}
ID_NUMBERS = ("111222333", "01010750160", "11010111111", "99999919900101123X")


class NoAnswer(Exception):
    """Nothing that was tried is accepted; the text names the place and the question."""


def fill_validly(draft: Draft, language: str) -> None:
    """Answer every page that applies. Raises NoAnswer."""
    page: str | None = draft.first_page()
    while page is not None:
        group = draft.form.page(page).group
        if group is not None:
            for _ in range(max(1, _own(draft, page, group).get("minItems", 0))):
                _answer(draft, draft.add_entry(page), language)
        else:
            _answer(draft, page, language)
        page = draft.next_page(page)


def _answer(draft: Draft, place: str, language: str) -> None:
    """Questions one after the other, since a later one may depend on an earlier one."""
    done: set[str] = set()
    while True:
        names = [one["name"] for one in draft.fields(place, language)]
        fields = [one for one in _fields(draft, place) if one.name in names]
        waiting = [one for one in fields if one.name not in done and one.widget != "note"]
        if not waiting:
            break
        _try(draft, place, waiting[0], language)
        done.add(waiting[0].name)
    errors = draft.answer(place, {}, language)
    if errors:
        raise NoAnswer(f"{place}: {[(one.field, one.text_id) for one in errors]}")


def _try(draft: Draft, place: str, field: Field, language: str) -> None:
    schema = _own(draft, place, field)
    for answer in islice(_candidates(draft, place, field, schema, language), MAX_TRIES):
        if field.widget in ("file", "photo", "signature"):
            draft.attach(place, field.name, answer)
            errors = draft.answer(place, {}, language)
        else:
            errors = draft.answer(place, {field.name: answer}, language)
        if not any(one.field == field.name for one in errors):
            return
    if any(one.field == field.name for one in draft.answer(place, {field.name: None}, language)):
        raise NoAnswer(f"{place}: {field.name} ({field.widget}, {schema}, {field.valid_if})")


def _candidates(
    draft: Draft, place: str, field: Field, schema: dict[str, Any], language: str
) -> Iterator[Any]:
    rule = field.valid_if or ""
    match field.widget:
        case "choice" | "several":
            (shown,) = [one for one in draft.fields(place, language) if one["name"] == field.name]
            values = [choice["value"] for choice in shown["choices"]]
            if field.widget == "choice":
                yield from values
            else:
                least = schema.get("minItems", 1)
                yield from ([one] for one in values[:20] if least == 1)
                yield values[:least]
                yield values
        case "yes_no":
            yield from (True, False)
        case "declaration":
            yield True
        case "number" | "decimal" | "money":
            said = [int(one) for one in re.findall(r"\d+", rule)]
            near = [n + d for n in said for d in (0, 1, -1)]
            yield from (str(one) for one in (*NUMBERS, *near))
        case "date" | "date_time":
            tail = "T10:00" if field.widget == "date_time" else ""
            today = draft._clock().date()
            said_days = [date.fromisoformat(one) for one in re.findall(r"\d{4}-\d\d-\d\d", rule)]
            for day in (today, *said_days):
                for days in (0, -1, 1, -400, -3000, -11000, -25000, 30, 400):
                    yield f"{(day + timedelta(days=days)).isoformat()}{tail}"
        case "time":
            yield from ("10:00", "00:00", "23:59")
        case "month":
            yield from ("2026-11", "2020-01", "1990-06")
        case "email":
            yield "name@example.org"
        case "url":
            yield "https://example.org/"
        case "file" | "photo" | "signature":
            media = [one.replace("*", "png") for one in field.accept] or ["image/png"]
            for number in range(max(1, schema.get("minItems", 1))):
                letter = "ABCDEFGHIJ"[number % 10]
                yield {
                    "sha256": letter * 43,
                    "name": f"{letter}.png",
                    "media_type": media[0],
                    "bytes": 100,
                }
        case _:
            yield from _texts(field, schema)


def _texts(field: Field, schema: dict[str, Any]) -> Iterator[str]:
    if schema.get("format") in FORMATS:
        yield FORMATS[schema["format"]]
    if field.widget == "id_number":
        yield from ID_NUMBERS
    quoted = re.findall(r"'([^']*)'", field.valid_if or "")
    yield from (one for one in quoted if one and "\\" not in one)
    least = schema.get("minLength", 0)
    yield from (one.ljust(least, "a")[: schema.get("maxLength", 500)] for one in TEXTS)
    patterns = [schema["pattern"]] if "pattern" in schema else []
    patterns += re.findall(r"matches\([^,]*, '([^']*)'\)", field.valid_if or "")
    for one in patterns:
        yield from _fitting(one, least, schema.get("maxLength", 500))


def _fitting(pattern: str, least: int, most: int) -> Iterator[str]:
    """A text that a pattern takes."""
    quick = settings(
        database=None,
        max_examples=200,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
        deadline=None,
    )

    def plain(text: str) -> bool:
        return text.isprintable() and text == text.strip() and least <= len(text) <= most

    try:
        yield find(some.from_regex(pattern, fullmatch=True), plain, settings=quick)
    except HypothesisException:
        return


def _fields(draft: Draft, place: str) -> tuple[Field, ...]:
    page, number = split(place)
    found = draft.form.page(page)
    return found.group.fields if number is not None and found.group else found.fields


def _own(draft: Draft, place: str, field: Field) -> dict[str, Any]:
    page, number = split(place)
    schema = draft.form.answers
    group = draft.form.page(page).group
    if number is not None and group:
        schema = schema["properties"][group.name]["items"]
    found: dict[str, Any] = schema["properties"][field.name]
    return found
