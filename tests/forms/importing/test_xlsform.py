"""XLSForms: types, groups and repeats, XPath, choices that depend on answers, languages."""

import io

import openpyxl
import pytest

from foundation.expressions import parse
from kiosk.services.forms import Form
from kiosk.services.forms.importing import Report, import_form
from tests.forms.importing.parts import begun, condition, field, imported, outcomes

MARKET = imported("xlsform", "market.md")


@pytest.mark.parametrize(
    ("name", "widget"),
    [
        ("trader", "text"),
        ("kind", "choice"),
        ("kind_other", "text"),
        ("days", "several"),
        ("stalls", "number"),
        ("town", "choice"),
        ("born", "date"),
        ("helper", "group"),
        ("wage", "decimal"),
        ("noise", "number"),
        ("best_1", "choice"),
        ("best_3", "choice"),
        ("rules", "declaration"),
        ("place_latitude", "decimal"),
        ("opens", "time"),
        ("visit", "date_time"),
        ("photo", "photo"),
        ("sign", "signature"),
        ("licence", "text"),
        ("street", "text"),
    ],
)
def test_types_have_their_widgets(name: str, widget: str) -> None:
    assert field(MARKET[0], name).widget == widget


@pytest.mark.parametrize(
    ("name", "rule", "expected"),
    [
        ("stalls", "visible_if", "selected(days, 'sat') and kind = 'food'"),
        ("stalls", "valid_if", "self > 0 and self <= 10"),
        ("days", "valid_if", "count(self) <= 2"),
        ("born", "valid_if", "self <= today()"),
        ("parent", "visible_if", "age < 18"),
        ("kind_other", "visible_if", "kind = 'other'"),
        ("noise", "valid_if", "self >= 0 and self <= 10 and (self - 0) % 2 = 0"),
        ("licence", "valid_if", "matches(self, '[A-Z]{2}[0-9]{4}')"),
        ("thanks", "visible_if", "wage * 2 > 100"),
        ("wage", "valid_if", "self >= 1.5"),
    ],
)
def test_xpath_in_our_language(name: str, rule: str, expected: str) -> None:
    form, _ = MARKET
    if name == "thanks" or rule == "valid_if":
        assert getattr(field(form, name), rule) == expected
    else:
        assert condition(form, name) == expected


def test_calculations_are_computed_values() -> None:
    form, _ = MARKET
    values = {one.name: one.value for one in form.computed}
    assert values["age"] == "int(days_between(born, today()) / 365.25)"
    assert values["sum"] == "sum(helper.wage)"
    assert begun(form, {"born": "2016-11-20"}).answers()["age"] == 10


def test_choices_follow_from_an_answer() -> None:
    form, _ = MARKET
    draft = begun(form, {"region": "south"})
    page = next(one.id for one in form.pages if one.fields[0].name == "town")
    (town,) = draft.fields(page, "en")
    assert [one["value"] for one in town["choices"]] == ["s1"]


def test_what_is_ranked_is_chosen_place_by_place() -> None:
    form, _ = MARKET
    draft = begun(form, {"best_1": "mon"})
    page = next(one.id for one in form.pages if one.fields[0].name == "best_2")
    (second,) = draft.fields(page, "fr")
    assert [one["label"] for one in second["choices"]] == ["Samedi", "Dimanche"]


def test_a_repeat_has_as_many_entries_as_it_says() -> None:
    schema = MARKET[0].answers["properties"]["helper"]
    assert (schema["minItems"], schema["maxItems"]) == (2, 2)


def test_both_languages_are_kept() -> None:
    form, report = MARKET
    assert form.languages == ("en", "fr")
    assert field(form, "trader").label == {"en": "Your name", "fr": "Votre nom"}
    assert report.title == "Market stall"


def test_a_field_list_stays_on_one_page_with_its_note() -> None:
    page = next(one for one in MARKET[0].pages if one.fields[0].name == "stalls")
    assert [one.name for one in page.fields] == ["stalls", "advice"]
    assert page.title == {"en": "Food", "fr": "Alimentation"}
    assert page.fields[1].label["en"] == "Bring {{stalls}} covers."


def test_what_cannot_be_expressed_is_told() -> None:
    _, report = MARKET
    assert outcomes(report, "(x)") == ["lost"]
    assert outcomes(report, "(place)") == ["changed"]
    assert outcomes(report, "streets.csv") == ["changed"]
    assert outcomes(report, "(double)") == ["changed"]
    assert outcomes(report, "(start)") == ["lost"]
    assert (report.questions.source, report.questions.lost) == (22, 0)
    assert report.questions.changed == 2


def _survey(*rows: str) -> tuple[Form, Report]:
    """A form of rows `type | name | one column=its text`."""
    columns = (
        *("relevant", "required", "constraint", "calculation"),
        *("choice_filter", "appearance", "default", "repeat_count"),
    )
    lines = [f"|type|name|label|{'|'.join(columns)}|"]
    for row in rows:
        kind, name, *more = row.split(" | ")
        cells = dict(one.split("=", 1) for one in more)
        label = cells.get("label", name)
        lines.append(f"|{kind}|{name}|{label}|{'|'.join(cells.get(c, '') for c in columns)}|")
    listed = ["|list_name|name|label|count|", "|few|a|A|1|", "|few|b|B|2|"]
    sheets = [("survey", lines), ("choices", listed)]
    text = "\n".join(f"| {name} |\n" + "\n".join("| " + one for one in of) for name, of in sheets)
    _, form, report = import_form("xlsform", text.encode(), "sample")
    return form, report


def test_what_is_hidden_is_not_asked_and_no_label_is_no_text() -> None:
    form, report = _survey(
        "begin group | one | label=NO_LABEL | appearance=field-list",
        "string | mode | label=NO_LABEL | appearance=hidden | default=short",
        "integer | age | label=NO_LABEL | relevant=${mode} = 'short'",
        "note | n | appearance=hidden",
        "end group | one",
    )
    assert [one.name for one in form.fields] == ["age"]
    assert "NO_LABEL" not in form.model_dump_json()
    assert (report.questions.source, report.questions.kept, report.texts.source) == (1, 1, 0)


def test_what_is_compulsory_under_a_condition_is_missed_while_it_holds() -> None:
    form, report = _survey("integer | age", "text | parent | required=${age} < 18")
    assert field(form, "parent").required_if == "age < 18"
    assert report.conditions.kept == report.conditions.source == 1
    for age, missed in ((17, True), (18, False)):
        draft = begun(form, {"age": age})
        page = next(one.id for one in form.pages if any(f.name == "parent" for f in one.fields))
        assert [one["optional"] for one in draft.fields(page, "en")][-1] is not missed
        assert (draft.next_incomplete_page() is not None) is missed


@pytest.mark.parametrize(
    ("calculation", "value"),
    [
        ("format-date(${day}, '%e %b, %Y')", "3 Feb, 2026"),
        ("format-date(${day}, '%a %d/%m/%y')", "Tue 03/02/26"),
        ("cht:difference-in-weeks(${day}, date('2026-02-18'))", 2),
        ("difference-in-years('2020-03-01', ${day})", 5),
        ("join(', ', 'x', ${word})", "x, y"),
        ("if(. = '', 'new', .)", "new"),
        ("coalesce(null, ${word})", "y"),
    ],
)
def test_functions_reckon_as_they_did(calculation: str, value: object) -> None:
    form, report = _survey(
        "date | day", "text | word", f"calculate | made | calculation={calculation}"
    )
    assert report.conditions.lost == 0
    assert begun(form, {"day": "2026-02-03", "word": "y"}).answers()["made"] == value


def test_data_beside_the_form_count_as_empty_and_are_told() -> None:
    look = "instance('elsewhere')/root/item[id=${word}]/label"
    form, report = _survey(
        "text | word",
        f"calculate | found | calculation={look}",
        "text | again | relevant=${found} = ''",
        "text | other | relevant=${found} = 'x'",
        "calculate | id | calculation=uuid()",
    )
    assert not form.computed
    assert condition(form, "again") is None
    assert condition(form, "other") == "false"
    told = [one.outcome for one in report.remarks if one.kind == "condition"]
    assert told == ["changed", "changed", "lost", "changed"]


def test_what_is_not_asked_has_no_label() -> None:
    label = "calculation=concat('x', jr:choice-name(${kind}, '${kind}'))"
    form, report = _survey("text | word", "hidden | kind", f"calculate | told | {label}")
    assert report.conditions.lost == 0
    assert begun(form, {"word": "y"}).answers()["told"] == "x"


def test_a_filter_may_look_at_a_column_that_is_called_like_one_of_the_survey() -> None:
    form, _ = _survey("integer | born", "select_one few | babies | choice_filter=count <= ${born}")
    conditions = [one.visible_if for one in field(form, "babies").choices]
    assert conditions == ["1 <= born", "2 <= born"]


def test_a_workbook_reads_like_the_table() -> None:
    book = openpyxl.Workbook()
    survey = book.active
    assert survey is not None
    survey.title = "survey"
    for row in (("type", "name", "label"), ("integer", "age", "Age"), (None,), ("note", "n", "N")):
        survey.append(row)
    data = io.BytesIO()
    book.save(data)
    _, form, report = import_form("xlsform", data.getvalue(), "sample")
    assert field(form, "age").widget == "number"
    assert (report.questions.kept, report.texts.kept) == (1, 1)


def test_csv_reads_like_the_table() -> None:
    data = b"survey,,,\n,type,name,label\n,date,day,Which day?\n"
    _, form, _ = import_form("xlsform", data, "sample")
    assert field(form, "day").widget == "date"


def test_entries_counted_within_each_entry_of_a_repeat_are_counted_over_all() -> None:
    form, report = _survey(
        "begin repeat | trees",
        "integer | grown",
        "begin repeat | stems | repeat_count=${grown}",
        "text | mark",
        "end repeat | stems",
        "end repeat | trees",
    )
    rule = parse(field(form, "stems").valid_if or "false")
    trees = [{"grown": 2}, {"grown": 1}]
    assert rule.holds({"trees": trees, "self": [{}, {}, {}]})
    assert not rule.holds({"trees": trees, "self": [{}, {}]})
    assert outcomes(report, "repeat_count") == ["changed"]
