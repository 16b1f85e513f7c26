"""Search that forgives: what people really type, and what counts as nearly right."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.services.catalogue import Catalogue
from kiosk.services.catalogue.pinyin import sounds, spells
from kiosk.services.catalogue.spelling import folded, slips

SEARCHES: dict[str, str] = json.loads(
    Path(__file__).with_name("searches.json").read_text(encoding="utf-8")
)


def test_there_are_enough_searches_to_speak_of() -> None:
    assert len(SEARCHES) >= 60


@pytest.mark.parametrize(("query", "wanted"), SEARCHES.items())
def test_what_people_type_is_among_the_first_three(
    catalogue: Catalogue, query: str, wanted: str
) -> None:
    assert wanted in [one.id for one in catalogue.search(query)][:3]


def test_most_of_it_comes_first(catalogue: Catalogue) -> None:
    first = [catalogue.search(query)[0].id == wanted for query, wanted in SEARCHES.items()]
    assert sum(first) >= 0.85 * len(first)


@pytest.mark.parametrize("query", ["qqqqqq", "xyzzy", "ж", "䶮䶮"])
def test_nonsense_finds_nothing(catalogue: Catalogue, query: str) -> None:
    assert catalogue.search(query) == []


def test_a_word_that_says_nothing_does_not_hide_the_rest(catalogue: Catalogue) -> None:
    assert catalogue.search("passport qqqqqq")[0].id == "passport_renewal"


@pytest.mark.parametrize(
    ("query", "text", "start"),
    [
        *(("huzhao", "护照", 0), ("hz", "护照", 0), ("huz", "护照", 0), ("hzhao", "护照", 0)),
        *(("huzh", "普通护照", 2), ("zhao", "护照", 1), ("h", "护照", 0), ("z", "护照", None)),
        *(
            ("huzhaoa", "护照", None),
            ("xian", "西安", 0),
            ("yinhang", "银行", 0),
            ("yh", "银行", 0),
        ),
    ],
)
def test_chinese_is_found_by_its_sound(query: str, text: str, start: int | None) -> None:
    assert spells(query, sounds(text)) == start


@pytest.mark.parametrize(
    ("typed", "meant"), [("護照", "护照"), ("ＨＺ", "hz"), ("A-b c", "abc"), ("ｈúzhào", "húzhào")]
)
def test_one_spelling_for_what_means_the_same(typed: str, meant: str) -> None:
    assert folded(typed) == meant


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "xbcd", 2), ("abcd", "x", 3)],
)
def test_slips_are_counted(left: str, right: str, apart: int) -> None:
    assert slips(left, right, 2) == apart


_letters = st.text("abc", max_size=7)


@given(left=_letters, right=_letters, most=st.integers(0, 4))
def test_slips_are_the_same_both_ways_and_none_for_equals(left: str, right: str, most: int) -> None:
    apart = slips(left, right, most)
    assert apart == slips(right, left, most)
    assert (apart == 0) is (left == right)
    assert apart == min(slips(left, right, 9), most + 1)


@settings(deadline=None)
@given(query=st.text(max_size=12))
def test_anything_may_be_typed(catalogue: Catalogue, query: str) -> None:
    known = {one.id for one in catalogue.services}
    assert {one.id for one in catalogue.search(query)} <= known
