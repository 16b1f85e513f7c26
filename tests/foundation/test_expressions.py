"""The conditions of pages: their grammar, their meaning, and that nothing else is possible."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.expressions import MAX_DEPTH, ExpressionError, parse

ANSWERS = {"age": 20, "city": "示例市", "kinds": ["a", "b"], "married": True, "day": "2026-01-02"}


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


@given(text=st.text(alphabet="ab 1'<=>!()[],notradin", max_size=40), answers=_answers)
def test_any_text_is_either_refused_or_decided(text: str, answers: dict[str, object]) -> None:
    try:
        expression = parse(text)
    except ExpressionError:
        return
    assert expression.holds(answers) in (True, False)
