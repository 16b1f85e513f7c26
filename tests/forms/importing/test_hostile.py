"""Files that are no forms, and forms that mean harm: a clear error, or a form that works."""

import io
import json
import zipfile
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from kiosk.services.forms.importing import KINDS, SourceError, import_form
from tests.forms.importing.parts import SOURCES

PAGE = {"path": "/a", "components": [{"type": "TextField", "name": "a", "title": "A"}], "next": []}
ANYTHING = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(max_size=8),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(), inner, max_size=3),
    max_leaves=8,
)


def _deep(levels: int) -> bytes:
    return b"[" * levels + b"]" * levels


def _bomb() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("formDefinitions.json", b" " * 30_000_000)
    return data.getvalue()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"null", b"[]", b"{}", b"\xff\xfe", b"PK\x03\x04broken", _deep(100_000), _deep(80)],
    ids=["empty", "cut", "null", "list", "object", "bytes", "archive", "abyss", "deep"],
)
def test_what_is_no_form_is_refused(kind: str, data: bytes) -> None:
    with pytest.raises(SourceError):
        import_form(kind, data, "sample")


def test_a_form_that_shows_nothing_is_refused() -> None:
    signing_in = {"path": "/start", "controller": "SignInController", "next": []}
    onward, sent = PAGE | {"next": [{"path": "/sent"}]}, {"path": "/sent", "next": []}
    pages = [signing_in, onward, sent]
    data = json.dumps({"startPage": "/start", "pages": pages}).encode()
    with pytest.raises(SourceError, match="ever shown"):
        import_form("defra", data, "sample")


@pytest.mark.parametrize("kind", ["formio", "xlsform"])
def test_an_archive_that_bursts_is_refused(kind: str) -> None:
    with pytest.raises(SourceError, match="larger than any form"):
        import_form(kind, _bomb(), "sample")


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("defra", "ferry.json"),
        ("defra", "harbour.json"),
        ("formio", "garden.json"),
        ("xlsform", "market.md"),
    ],
)
def test_a_form_that_was_cut_short_is_refused_or_read(kind: str, name: str) -> None:
    whole = (SOURCES / name).read_bytes()
    for length in range(0, len(whole), max(1, len(whole) // 40)):
        _read_or_refused(kind, whole[:length])


def _read_or_refused(kind: str, data: bytes) -> None:
    try:
        import_form(kind, data, "sample")
    except SourceError as refused:
        assert str(refused)


def _with(value: Any, path: list[Any], put: Any) -> Any:
    """A copy of a JSON value with something else at a path."""
    if not path:
        return put
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = _with(value[path[0]], path[1:], put)
    return copy


def _paths(value: Any) -> list[list[Any]]:
    inner: Any = value.items() if isinstance(value, dict) else enumerate(value)
    found = []
    for key, one in inner:
        found.append([key])
        if isinstance(one, dict | list):
            found += [[key, *rest] for rest in _paths(one)]
    return found


@pytest.mark.parametrize(
    ("kind", "name"),
    [("defra", "ferry.json"), ("defra", "harbour.json"), ("formio", "garden.json")],
)
@settings(max_examples=40, deadline=None)
@given(data=some.data())
def test_values_of_wrong_kinds_are_refused_or_told(
    kind: str, name: str, data: some.DataObject
) -> None:
    form = json.loads((SOURCES / name).read_text("utf-8"))
    path = data.draw(some.sampled_from(_paths(form)))
    changed = _with(form, path, data.draw(ANYTHING))
    _read_or_refused(kind, json.dumps(changed).encode())


def test_pages_in_a_circle_and_conditions_in_a_circle() -> None:
    condition = {"name": "c", "value": {"conditions": [{"conditionName": "c"}]}}
    pages = [
        PAGE | {"next": [{"path": "/b", "condition": "c"}, {"path": "/b"}]},
        PAGE | {"path": "/b", "next": [{"path": "/a"}, {"path": "/b"}]},
    ]
    data = json.dumps({"pages": pages, "conditions": [condition], "lists": []}).encode()
    _, form, report = import_form("defra", data, "sample")
    assert len(form.fields) == 2
    assert report.conditions.lost == 1


def test_a_hundred_forks_do_not_grow_beyond_bounds() -> None:
    pages: list[dict[str, Any]] = []
    conditions = []
    for number in range(100):
        name, after = f"q{number}", f"/{number + 1}"
        asked = {"type": "TextField", "name": name, "title": name}
        field = {"name": name, "type": "TextField", "display": name}
        value = {"type": "Value", "value": "x", "display": "x"}
        one = {"field": field, "operator": "is", "value": value}
        conditions.append({"name": f"c{number}", "value": {"name": "c", "conditions": [one]}})
        links = [{"path": f"/{number + 2}", "condition": f"c{number}"}, {"path": after}]
        pages.append({"path": f"/{number}", "components": [asked], "next": links})
    pages += [PAGE | {"path": f"/{number}"} for number in (100, 101)]
    data = json.dumps({"pages": pages, "conditions": conditions, "lists": []}).encode()
    _, form, report = import_form("defra", data, "sample")
    assert len(form.fields) == 102
    assert report.conditions.kept == 100


def test_a_sheet_that_claims_a_million_rows_is_read_quickly() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "survey"
    for row in (("type", "name", "label"), ("text", "a", "A")):
        sheet.append(row)
    sheet["A1048576"] = " "
    data = io.BytesIO()
    book.save(data)
    _, form, _ = import_form("xlsform", data.getvalue(), "sample")
    assert [one.name for one in form.fields] == ["a"]


def test_code_in_a_form_is_read_and_never_run() -> None:
    code = "show = (function () { while (true) {} })(); process.exit();"
    one = {"type": "textfield", "key": "a", "label": "A", "customConditional": code}
    _, form, report = import_form("formio", json.dumps({"components": [one]}).encode(), "sample")
    assert form.fields[0].visible_if is None
    assert report.conditions.lost == 1
