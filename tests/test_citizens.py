"""Card numbers: what is forgiven, what is refused, and what never shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.citizens import CitizenNumber, InvalidCitizenNumber, subject_of

GOOD = "11010519491231002X"  # the standard's own example


def test_spaces_and_a_small_x_are_forgiven() -> None:
    assert CitizenNumber.parse(" 110105 19491231 002x ").text == GOOD


def test_full_width_signs_are_the_same_citizen() -> None:
    full_width = GOOD.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789X"})
    assert full_width != GOOD
    assert CitizenNumber.parse(full_width) == CitizenNumber.parse(GOOD)


@pytest.mark.parametrize(
    "bad", ["", "123", GOOD[:17], "110105194912310021", "11010519491331002X", "١" * 18]
)
def test_what_is_no_number_is_refused_with_a_text_for_the_person(bad: str) -> None:
    with pytest.raises(InvalidCitizenNumber) as refused:
        CitizenNumber.parse(bad)
    assert refused.value.text_id == "number_invalid"


@given(st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_always_found(place: int, by: int) -> None:
    wrong = list(GOOD)
    wrong[place] = str((int(wrong[place]) + by) % 10)
    with pytest.raises(InvalidCitizenNumber):
        CitizenNumber.parse("".join(wrong))


def test_neither_mask_nor_repr_nor_subject_shows_the_number() -> None:
    number = CitizenNumber.parse(GOOD)
    for shown in (number.masked, repr(number), str(number), number.subject(b"k" * 32)):
        assert "19491231" not in shown
    assert number.masked.endswith("002X")


def test_a_subject_depends_on_number_and_key() -> None:
    assert subject_of("a", b"1") != subject_of("b", b"1") != subject_of("b", b"2")
    assert len(subject_of("a", b"1")) == 32
