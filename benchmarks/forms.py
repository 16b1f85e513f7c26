"""From a keystroke to its error in a long form, beside the whole schema judged each time."""

import argparse
import json
import sys
from collections.abc import Sequence
from functools import partial
from typing import Any

from jsonschema import Draft202012Validator

from benchmarks.timing import percentiles, timed
from kiosk.services.forms import Draft, Form, form_of

_KINDS: dict[str, tuple[dict[str, Any], Any]] = {
    "text": ({"type": "string", "maxLength": 60}, "text"),
    "number": ({"type": "integer", "maximum": 999}, "12"),
    "decimal": ({"type": "string", "format": "decimal"}, "12.50"),
    "date": ({"type": "string", "format": "past-date"}, "2020-02-29"),
    "choice": ({"type": "string", "enum": ["a", "b", "c"]}, "a"),
    "phone": ({"type": "string", "pattern": "^1[3-9][0-9]{9}$"}, "13000000000"),
    "email": ({"type": "string", "format": "email"}, "name@example.org"),
    "yes_no": ({"type": "boolean"}, True),
}


def main(argv: Sequence[str]) -> int:
    """Print a table, or JSON."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks forms")
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(argv)
    results = measure(options.questions)
    if options.json:
        print(json.dumps(results))
        return 0
    for name, row in results.items():
        print(f"{name:22} p50 {row['p50_ms']:7.2f} ms   p99 {row['p99_ms']:7.2f} ms")
    return 0


def measure(questions: int) -> dict[str, dict[str, float]]:
    """Every question answered wrongly and rightly once more in a form that is full."""
    form = long_form(questions)
    draft = Draft(form, lambda registry, _: registry)
    raw = {field.name: _KINDS[field.widget][1] for field in form.fields}
    for page in form.pages:
        assert draft.answer(page.id, raw, "en") == []
    whole = Draft202012Validator(form.answers)
    took: dict[str, list[float]] = {"keystroke to error": [], "whole schema, no rules": []}
    for page in form.pages:
        for typed in ("?", raw[page.id]):
            took["keystroke to error"].append(timed(partial(_typed, draft, page.id, typed)))
            judge = partial(_judged, whole, draft.answers())
            took["whole schema, no rules"].append(timed(judge))
    return {name: {"times": len(times), **percentiles(times)} for name, times in took.items()}


def long_form(questions: int) -> Form:
    """One question a page; every fifth has a condition, every seventh a rule, and all add up."""
    kinds = list(_KINDS)
    fields = [_field(number, kinds[number % len(kinds)]) for number in range(questions)]
    numbers = [one["name"] for one in fields if one["widget"] in ("number", "decimal")]
    names = [one["name"] for one in fields]
    schema = {name: _KINDS[one["widget"]][0] for name, one in zip(names, fields, strict=True)}
    total = " + ".join(f"coalesce({name}, 0)" for name in numbers[:80])
    computed = {"name": "total", "label": _text("Total"), "widget": "decimal", "value": total}
    return form_of(
        {
            "id": "long",
            "version": 1,
            "schema": {
                "type": "object",
                "properties": schema | {"total": {"type": "string", "format": "decimal"}},
                "required": names,
                "additionalProperties": False,
            },
            "pages": [{"id": one["name"], "title": _text("?"), "fields": [one]} for one in fields],
            "computed": [computed],
        },
        "long",
    )


def _field(number: int, widget: str) -> dict[str, Any]:
    field: dict[str, Any] = {"name": f"q{number}", "widget": widget, "label": _text("Question")}
    if widget == "choice":
        field["choices"] = [{"value": one, "label": _text(one)} for one in "abc"]
    if number % 5 == 4:
        field["visible_if"] = f"q{number - 3} != null"
    if number % 7 == 6:
        field["valid_if"] = "self != null and length(text(self)) < 60"
    return field


def _text(english: str) -> dict[str, str]:
    return {"zh_CN": english, "en": english}


def _typed(draft: Draft, page: str, value: Any) -> None:
    draft.answer(page, {page: value}, "en")
    draft.fields(page, "en")


def _judged(validator: Draft202012Validator, answers: dict[str, Any]) -> None:
    list(validator.iter_errors(answers))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
