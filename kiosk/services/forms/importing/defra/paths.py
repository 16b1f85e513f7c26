"""Which pages of a DEFRA form are seen when: links between pages, or conditions of pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kiosk.services.forms.importing.defra.exhausting import Question
from kiosk.services.forms.importing.defra.links import first_page, in_order, read_links
from kiosk.services.forms.importing.defra.walking import ADVICE, Helper, Read, Walk
from kiosk.services.forms.importing.loose.tree import CannotSay
from kiosk.services.forms.importing.report import Ledger
from kiosk.services.forms.importing.terms import TRUE, Term
from kiosk.services.forms.importing.truths import ALWAYS, Node, Truths


@dataclass
class Seen:
    """A page's number, when it is seen, and the conditions that say so."""

    page: int
    condition: Term
    wheres: list[str] = field(default_factory=list)


def ends(page: dict[str, Any]) -> bool:
    """Whether the form ends on this page."""
    return page.get("controller") == "TerminalPageController"


def by_order(pages: list[dict[str, Any]], read: Read, ledger: Ledger) -> list[Seen]:
    """Version 2: the pages one after the other, each under its own condition."""
    truths = Truths()
    going: Node = ALWAYS
    seen = []
    for number, page in enumerate(pages):
        where = f"/pages/{number}/condition"
        own: Node = ALWAYS
        wheres = []
        if page.get("condition"):
            ledger.met("condition", where)
            wheres = [where]
            try:
                own = truths.part(read(page["condition"]))
            except CannotSay as fault:
                ledger.lost("condition", where, f"it asks for {fault}", ADVICE, "always shown")
        shown = truths.both(going, own)
        told = truths.term(shown)
        if told is None:
            ledger.lost("condition", where, "it grows too long", ADVICE, "always shown")
        seen.append(Seen(number, told or TRUE, wheres))
        if ends(page):
            going = truths.both(going, truths.negate(own))
    return seen


def by_links(
    pages: list[dict[str, Any]],
    start: Any,
    read: Read,
    known: Mapping[str, Question],
    ledger: Ledger,
) -> tuple[list[Seen], list[Helper]]:
    """Version 1: where the links of a page lead; of several the first whose condition holds."""
    links = read_links(pages, ledger)
    first = first_page(pages, start)
    walk = Walk(first, read, known, ledger)
    seen = []
    for number in in_order(len(pages), first, links):
        condition = walk.enter(number)
        seen.append(Seen(number, condition, walk.wheres.get(number, [])))
        walk.leave(number, [link for link in links if link.start == number])
    return seen, walk.helpers
