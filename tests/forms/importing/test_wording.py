"""Texts of other kinds of forms, as a person reads them who cannot follow a link."""

import pytest

from kiosk.services.forms.importing.wording import complete, unmarked


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (
            "See [the rules](https://example.org/rules).",
            "See the rules (https://example.org/rules).",
        ),
        ("[one@example.org](mailto:one@example.org)", "one@example.org"),
        ('Call <a href="tel:0123456">us</a>', "Call us (0123456)"),
        ('<a href="https://www.example.org/">www.example.org</a>', "www.example.org"),
        ("[Back](/start) ![a map](map.png)", "Back a map"),
        ("## Your **crew**\n\n\n\n* two", "Your crew\n\n* two"),
        ("<p>First</p><ul><li>one</li><li>two</li></ul>", "First\n\n• one\n\n• two"),
    ],
)
def test_marks_are_taken_out_and_addresses_kept(written: str, read: str) -> None:
    assert unmarked(written) == read


def test_quotes_are_straight_among_latin_letters_only() -> None:
    told = complete(
        {"en": "We\u2019ll \u201cask\u201d", "zh_CN": "\u201c是\u201d"}, ("en", "zh_CN"), ""
    )
    assert told == {"en": 'We\'ll "ask"', "zh_CN": "\u201c是\u201d"}
