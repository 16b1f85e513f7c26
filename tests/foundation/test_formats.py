"""Formats of answers: what they take, and that anything at all is only judged."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.formats import NAMES, checker

TODAY = date(2026, 11, 23)

_GOOD = {
    "date": ["2024-02-29", "0001-01-01"],
    "past-date": ["2026-11-23", "1900-01-01"],
    "future-date": ["2026-11-23", "2090-01-01"],
    "time-of-day": ["00:00", "23:59"],
    "local-date-time": ["2026-11-23T10:30"],
    "year-month": ["2026-11"],
    "decimal": ["0", "12.50", "-0.5", "999999999999999"],
    "email": ["name@example.org", "first.last+tag@sub.example.co"],
    "uri": ["https://example.org/a?b=c", "ftp://example.org"],
    "iban": ["DE89370400440532013000", "GB82WEST12345698765432", "NL91ABNA0417164300"],
    "bsn": ["111222333", "123456782"],
    "citizen-number": ["999999199001011238"],
}
_BAD = {
    "date": ["2023-02-29", "2024-2-9", "20240229", "2024-W01-1", "２０２４-02-29"],
    "past-date": ["2026-11-24", "yesterday"],
    "future-date": ["2026-11-22", ""],
    "time-of-day": ["24:00", "9:05", "10:60", "10:30:00"],
    "local-date-time": ["2026-11-31T10:30", "2026-11-23 10:30", "2026-11-23T10:30Z"],
    "year-month": ["2026-13", "2026", "2026-1"],
    "decimal": ["1,5", "01", "1.", ".5", "1e3", "NaN", "1234567890123456", "١"],
    "email": ["name", "name@example", "a b@example.org", "@example.org", "a@-x.org"],
    "uri": ["example.org", "/a", "https://", "https://example.org/a b", "http://[x"],
    "iban": ["DE89370400440532013001", "DE89 3704 0044 0532 0130 00", "de89370400440532013000"],
    "bsn": ["123456789", "000000000", "12345678"],
    "citizen-number": ["999999199001011239", "99999919900101123", "abc"],
}


def _cases(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, value) for name, values in table.items() for value in values]


def test_every_format_is_tried() -> None:
    assert set(_GOOD) == set(_BAD) == NAMES


@pytest.mark.parametrize(("name", "value"), _cases(_GOOD))
def test_what_is_right_is_taken(name: str, value: str) -> None:
    assert checker(TODAY).conforms(value, name)


@pytest.mark.parametrize(("name", "value"), _cases(_BAD))
def test_what_is_wrong_is_not(name: str, value: str) -> None:
    assert not checker(TODAY).conforms(value, name)


@given(name=st.sampled_from(sorted(NAMES)), value=st.text() | st.integers() | st.none())
def test_anything_is_judged_and_only_texts_are_refused(name: str, value: object) -> None:
    assert checker(TODAY).conforms(value, name) in (True, False)
    if not isinstance(value, str):
        assert checker(TODAY).conforms(value, name)


@given(place=st.integers(0, 16), digit=st.sampled_from("0123456789"))
def test_one_wrong_digit_of_a_citizen_number_is_found(place: int, digit: str) -> None:
    right = "999999199001011238"
    other = right[:place] + digit + right[place + 1 :]
    assert checker(TODAY).conforms(other, "citizen-number") is (other == right)
