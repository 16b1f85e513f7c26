"""Pages on which a form ends early: the answers that lead there cannot be sent."""

from collections.abc import Sequence

from foundation.expressions import parse
from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.asking import Asked
from kiosk.services.forms.importing.defra.paths import Seen
from kiosk.services.forms.importing.report import Ledger
from kiosk.services.forms.importing.terms import Term
from kiosk.services.forms.importing.wording import Worded

MAX_WORDS = 600
"""Characters of an ending page that the message at the answer repeats."""


def bar(
    seen: Seen, title: Worded, asked: Sequence[Asked], own: list[Asked], ledger: Ledger
) -> None:
    """The last answer that leads to an ending page is not accepted; the page's words say why.

    Where one of several answers is enough to lead there, none of them is.

    asked: every question. own: what stands on the page itself.
    """
    where = f"/pages/{seen.page}"
    names = parse(seen.condition.text).names
    leading = [one for one in asked if one.name in names and one not in own]
    if not leading:
        ledger.note(
            where,
            "the form ends on this page",
            "no question follows, but the answers can be sent",
            "say on the page that nothing needs to be sent",
        )
        return
    for one in leading if _forks(seen.condition) else leading[-1:]:
        one.valid = terms.both((one.valid, terms.negated(seen.condition)))
        one.errors["valid_if"] = _joined(one.errors.get("valid_if", {}), _message(title, own))
    ledger.note(
        where,
        "the form ends on this page",
        "answers that lead to it are not accepted, and its words say why",
        "see whether they read well beside the questions",
    )


def _forks(term: Term) -> bool:
    return term.word == "or" or any(_forks(part) for part in term.parts)


def _joined(first: Worded, second: Worded) -> Worded:
    """Both messages; which of the two rules is broken is not told apart."""
    return {
        language: "\n".join(dict.fromkeys((first.get(language, words), words)))
        for language, words in second.items()
    }


def _message(title: Worded, own: list[Asked]) -> Worded:
    """The page's title and notes in one text, up to where a message becomes too long."""
    made = {}
    for language, words in title.items():
        parts = [words, *(one.label.get(language, "") for one in own if one.widget == "note")]
        whole = "\n".join(part for part in parts if part)
        made[language] = whole if len(whole) <= MAX_WORDS else f"{whole[:MAX_WORDS].rstrip()}…"
    return made
