"""Filling a form without a screen: page by page, as a person would, from answers by name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.services.forms.draft import Draft
from kiosk.services.forms.model import Reading
from kiosk.services.forms.validation import FieldError


@dataclass(frozen=True)
class PageErrors:
    """What a person would read on one page, or on one entry of its group."""

    place: str
    title: str
    errors: tuple[FieldError, ...]


def fill(draft: Draft, answers: Mapping[str, Any], language: str) -> list[PageErrors]:
    """Answer every page that applies, and tell what is wrong in the end.

    answers: name -> what a person would type or choose; a group's are a list of such objects, and
    what the form calls known is taken as if its registry had told it.
    """
    draft.prefill(
        {
            one.prefill: Reading(answers[one.name], one.prefill.partition(".")[0], "")
            for one in draft.form.known
            if answers.get(one.name) is not None
        }
    )
    page: str | None = draft.first_page()
    while page is not None:
        _answer(draft, page, answers, language)
        page = draft.next_page(page)
    found = [
        PageErrors(place, title, tuple(draft.errors(place, language)))
        for place, title in _places(draft, language)
    ]
    return [one for one in found if one.errors]


def beyond(draft: Draft, answers: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """(names that the form does not know, names that it did not ask for these answers)."""
    counted = draft.answers()
    unknown = [name for name in answers if name not in draft.form.rules.names]
    given = [name for name in answers if answers[name] not in (None, "", [])]
    return unknown, [name for name in given if name not in counted and name not in unknown]


def _answer(draft: Draft, page: str, answers: Mapping[str, Any], language: str) -> None:
    group = draft.form.page(page).group
    if group is not None:
        for entry in answers.get(group.name) or []:
            draft.answer(draft.add_entry(page), entry, language)
    draft.answer(page, answers, language)


def _places(draft: Draft, language: str) -> Iterator[tuple[str, str]]:
    """Each page with its title, and each entry with its own."""
    for page in draft.pages():
        yield page.id, page.title[language]
        if page.group is not None:
            for entry in draft.entries(page.id, language):
                yield entry["page"], entry["title"]
