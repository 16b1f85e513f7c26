"""The language of forms: its grammar, its meaning, and that nothing else is possible."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.expressions import MAX_DEPTH, Context, ExpressionError, parse
from foundation.expressions.functions import FUNCTIONS

ANSWERS = {"age": 20, "city": "示例市", "kinds": ["a", "b"], "married": True, "day": "2026-01-02"}
NOW = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
VALUES: dict[str, Any] = ANSWERS | {
    "price": Decimal("12.50"),
    "born": "2000-11-24",
    "word": "Müller",
    "kids": [{"age": 3, "name": "A"}, {"age": 5}, {"name": "C"}],
}


def _value(text: str) -> Any:
    return parse(text).value(Context(VALUES, NOW))


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("age >= 18", True),
        ("age < 18 or married", True),
        ("age < 18 and married", False),
        ("not (age = 20)", False),
        ("not age = 20", False),
        ("city = '示例市'", True),
        ("city != 'elsewhere'", True),
        ("'a' in kinds", True),
        ("city in ['x', '示例市']", True),
        ("'c' in kinds", False),
        ("missing = null", True),
        ("missing", False),
        ("missing > 3", False),
        ("married = 1", False),
        ("city < 3", False),
        ("day > '2025-12-31'", True),
        ("age = 20.0", True),
        ("false or not false", True),
    ],
)
def test_meaning(text: str, truth: bool) -> None:
    assert parse(text).holds(ANSWERS) is truth


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("7 - 2 - 1", 4), ("-age + 1", -19)),
        *(("7 / 2", Decimal("3.5")), ("6 / 3", 2), ("7 % 3", 1), ("-7 % 3", -1), ("1 / 0", None)),
        *(("price * 2", Decimal("25.00")), ("price + 'x'", None), ("true + 1", None)),
        *(("0.1 + 0.2", Decimal("0.3")), ("missing + 1", None), ("a-1", None), ("age -1", 19)),
        *(("round(2.5)", 3), ("round(2.345, 2)", Decimal("2.35")), ("round('x')", None)),
        *(("int(-2.7)", -2), ("int('12')", 12), ("number('1.50')", Decimal("1.50"))),
        *(("number('x')", None), ("text(price)", "12.50"), ("text(true)", "true")),
        *(("concat('a', age, null, price)", "a2012.50"), ("substring('abcdef', 2, 3)", "cde")),
        *(("substring('abc', 1)", "bc"), ("substring('abc', -1)", None), ("upper(word)", "MÜLLER")),
        *(("lower('AB')", "ab"), ("trim(' a ')", "a"), ("length(word)", 6), ("length(kinds)", 2)),
        *(("length(missing)", 0), ("count(kids)", 3), ("count(kids.age)", 2), ("count('x')", 1)),
        *(("sum(kids.age)", 8), ("sum(missing)", 0), ("sum(1, 2, null)", 3), ("sum(kinds)", None)),
        *(
            ("min(kids.age)", 3),
            ("max(3, price)", Decimal("12.50")),
            ("max(day, born)", "2026-01-02"),
        ),
        *(("min(missing)", None), ("max(1, 'a')", None), ("kids.name", ["A", "C"])),
        *(("today()", "2026-11-23"), ("now_time()", "10:30"), ("years_since(born)", 25)),
        *(("years_since('2000-11-23')", 26), ("years_since('x')", None)),
        *(("days_between('2026-11-01', today())", 22), ("days_between(today(), day)", -325)),
        *(("add_days('2024-02-28', 2)", "2024-03-01"), ("add_days(day, 10000000)", None)),
        *(
            ("add_months('2024-01-31', 1)", "2024-02-29"),
            ("add_months('2024-02-29', -12)", "2023-02-28"),
        ),
        *(("add_months('2024-01-31', 100000)", None), ("words(' two  words ')", 2)),
        *(("year(day)", 2026), ("month('2026-09')", 9), ("day('2026-09')", None)),
        *(("weekday(today())", 1), ("year('2026-01-02T10:00')", 2026), ("year(7)", None)),
        *(
            ("contains(word, 'ü')", True),
            ("starts_with(word, 'M')", True),
            ("ends_with(1, 'x')", False),
        ),
        *(
            ("matches(word, '[A-Z].*r')", True),
            ("matches(word, 'M')", False),
            ("matches(1, '1')", False),
        ),
        *(
            ("join(['a', null, 2], ', ')", "a, 2"),
            ("join([], ', ')", ""),
            ("join('a', ', ')", None),
            ("join(['a'], 1)", None),
        ),
        *(("if(age > 18, 'old', 'young')", "old"), ("coalesce(missing, null, 3)", 3)),
        *(
            ("selected(kinds, 'a')", True),
            ("selected(city, '示例市')", True),
            ("selected(null, 1)", False),
        ),
        *(("[1, age + 1]", [1, 21]), ('"it\'s"', "it's"), ("age in [19 + 1]", True)),
    ],
)
def test_what_it_comes_to(text: str, value: object) -> None:
    found = _value(text)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    "text",
    [
        *("matches(word, city)", "matches(word, '(?=a)')", "matches(word, 'a' = 'b')"),
        *("if(a, b)", "today(1)", "round()", "unknown(1)", "count(a b)", "a.b.c", "a.(b)"),
        *("and", "", "1 +", "* 2", "concat('a',)"),
    ],
)
def test_a_call_that_cannot_be_meant_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError):
        parse(text)


def test_a_pattern_cannot_be_made_slow() -> None:
    answers = {"a": "a" * 50_000 + "!"}
    assert parse("matches(a, '(a*)*(a|aa)+$')").value(Context(answers, NOW)) is False


_numbers = st.integers(-999, 999) | st.decimals(-999, 999, places=2)


@given(left=_numbers, right=_numbers)
def test_arithmetic_is_exact(left: int | Decimal, right: int | Decimal) -> None:
    context = Context({"a": left, "b": right}, NOW)
    exact = {"+": left + right, "-": left - right, "*": left * right}
    for sign, value in exact.items():
        assert parse(f"a {sign} b").value(context) == value
    assert parse("(a + b) - b = a").value(context)
    assert right == 0 or parse("(a - a % b) / b").value(context) == int(Decimal(left) / right)


@pytest.mark.parametrize(
    "text",
    [
        *("", "and", "not", "age >", "age = = 3", "a = 1 = 2", "1 2"),
        *("(age", "age)", "[1, 2", "'open", "a.", "f(1)", "`x`"),
    ],
)
def test_what_is_no_expression_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError):
        parse(text)


def test_depth_and_length_end_somewhere() -> None:
    for text in ("(" * (MAX_DEPTH + 2) + "1", "not " * 100 + "a", "[" * 60 + "]" * 60, "a" * 2001):
        with pytest.raises(ExpressionError):
            parse(text)


def test_it_knows_what_it_looks_at() -> None:
    assert parse("a = 1 and ('x' in b or not c)").names == {"a", "b", "c"}


_values = st.one_of(st.integers(-9, 9), st.booleans(), st.sampled_from(["", "x", "y"]), st.none())
_answers = st.dictionaries(st.sampled_from("abc"), st.one_of(_values, st.lists(_values)))


def _literal(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value}'" if isinstance(value, str) else str(value)


_atoms = st.tuples(
    st.sampled_from("abc"), st.sampled_from(["=", "!=", "<", "<=", ">", ">="]), _values
)


@given(atoms=st.lists(_atoms, min_size=2, max_size=2), answers=_answers)
def test_logic_is_that_of_its_parts(
    atoms: list[tuple[str, str, object]], answers: dict[str, object]
) -> None:
    left, right = (f"{name} {sign} {_literal(value)}" for name, sign, value in atoms)
    first, second = parse(left).holds(answers), parse(right).holds(answers)
    assert parse(f"{left} and {right}").holds(answers) is (first and second)
    assert parse(f"{left} or {right}").holds(answers) is (first or second)
    assert parse(f"not ({left})").holds(answers) is (not first)


@given(name=st.sampled_from("abc"), value=_values, answers=_answers)
def test_equal_and_unequal_never_agree(
    name: str, value: object, answers: dict[str, object]
) -> None:
    equal = parse(f"{name} = {_literal(value)}").holds(answers)
    assert equal is not parse(f"{name} != {_literal(value)}").holds(answers)


_words = st.sampled_from(
    [
        *"abc",
        *FUNCTIONS,
        "if",
        "matches",
        *"()[],.+-*/%=<",
        "and",
        "not",
        "in",
        "'x'",
        "7",
        "1.5",
        "null",
    ]
)


@given(words=st.lists(_words, max_size=25), answers=_answers)
def test_any_text_is_either_refused_or_decided(
    words: list[str], answers: dict[str, object]
) -> None:
    try:
        expression = parse(" ".join(words))
    except ExpressionError:
        return
    assert expression.holds(answers) in (True, False)


@given(name=st.sampled_from(sorted(FUNCTIONS)), data=st.data())
def test_a_function_takes_values_of_any_kind(name: str, data: st.DataObject) -> None:
    function = FUNCTIONS[name]
    count = data.draw(st.integers(function.least, min(function.most, 3)))
    odd = _values | _numbers | st.text(max_size=12) | st.lists(_values, max_size=3)
    answers = {f"a{n}": data.draw(odd) for n in range(count)}
    value = parse(f"{name}({', '.join(answers)})").value(Context(answers, NOW))
    assert not isinstance(value, float)
