"""When each page of a DEFRA form with links is reached, as conditions over the answers."""

from collections.abc import Callable, Mapping
from typing import Any

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.defra.exhausting import Question, exhausted
from kiosk.services.forms.importing.defra.links import Link
from kiosk.services.forms.importing.loose.tree import CannotSay
from kiosk.services.forms.importing.report import Ledger
from kiosk.services.forms.importing.terms import Term
from kiosk.services.forms.importing.truths import ALWAYS, NEVER, Node, Truths

Helper = tuple[int, Term, Term]
"""A page's number, a short name, and the value that it stands for."""

Read = Callable[[Any], Term]
"""A reference to a condition -> the condition; raises CannotSay."""

ADVICE = "write the condition by hand, or ask for what it needs"
MAX_LENGTH = 250
"""Characters of a condition that is still repeated in those of later pages."""
MAX_VALUE = 1200
"""Characters of a value that others are still put into."""


class Walk:
    """Goes through the pages in order, and says of each when it is reached."""

    def __init__(
        self, first: int, read: Read, known: Mapping[str, Question], ledger: Ledger
    ) -> None:
        self.wheres: dict[int, list[str]] = {}
        """Where the conditions that lead to a page are."""
        self.helpers: list[Helper] = []
        self._truths = Truths()
        self._reached: dict[int, Node] = {first: ALWAYS}
        self._arrivals: dict[int, list[Term]] = {}
        self._read = read
        self._known = known
        self._ledger = ledger

    def enter(self, page: int) -> Term:
        """When this page is reached; every page that leads to it has been left."""
        condition = self._truths.term(self._reached.get(page, NEVER), MAX_LENGTH)
        if condition is not None:
            self._told = condition
            return condition
        plainly = terms.FALSE
        for arrival in self._arrivals.get(page, ()):
            plainly = self._named(page, "reached", terms.either((plainly, arrival)), MAX_VALUE)
        self._told = self._named(page, "reached", plainly)
        self._reached[page] = self._truths.part(self._told)
        return self._told

    def _named(self, page: int, what: str, value: Term, longest: int = 0) -> Term:
        """A value of its own with a short name, where the value is longer than that."""
        if len(value.text) <= longest:
            return value
        number = sum(one[0] == page for one in self.helpers)
        name = terms.name(f"{what}_{page}{f'_{number}' if number else ''}", value.kind)
        self.helpers.append((page, name, value))
        return name

    def leave(self, page: int, links: list[Link]) -> None:
        """Take the links of the page that was entered last, the first whose condition holds."""
        asked = {link.where: self._condition(link) for link in links if link.condition}
        ways = self._ways(page, links, asked)
        last = self._closing(page, links, asked)
        going = here = self._reached.get(page, NEVER)
        passed: list[Term] = []
        for link in links:
            term = asked.get(link.where)
            if link.back and link.condition:
                continue
            if link.where in ways:
                way = ways[link.where]
                self._arrive(link, self._truths.both(here, self._truths.part(way)), [way])
            elif term is not None and link.where != last:
                held = self._truths.part(term)
                self._arrive(link, self._truths.both(going, held), [*passed, term])
                going = self._truths.both(going, self._truths.negate(held))
                passed.append(terms.negated(term))
            else:
                self._arrive(link, going, passed)
                going = going if link.condition and term is None else NEVER

    def _arrive(self, link: Link, taken: Node, told: list[Term]) -> None:
        if link.back:
            return
        page = link.end
        self._reached[page] = self._truths.either(self._reached.get(page, NEVER), taken)
        self._arrivals.setdefault(page, []).append(terms.both((self._told, *told)))
        if link.condition:
            self.wheres.setdefault(page, []).append(link.where)

    def _ways(
        self, page: int, links: list[Link], asked: Mapping[str, Term | None]
    ) -> dict[str, Term]:
        """Where a page has many ways out, the one that is taken is a value of its own."""
        given = [term for term in asked.values() if term is not None]
        many = len(given) > 2 and sum(len(term.text) for term in given) > MAX_LENGTH
        if not many or len(given) < len(asked):
            return {}
        chain = terms.NULL
        numbers = {link.where: terms.text(str(number)) for number, link in enumerate(links)}
        for link in reversed(links):
            way, term = numbers[link.where], asked.get(link.where)
            chain = way if term is None else terms.chosen(term, way, chain)
            chain = self._named(page, "way", chain, MAX_VALUE)
        name = self._named(page, "way", chain)
        return {where: terms.compared(name, "=", way) for where, way in numbers.items()}

    def _closing(
        self, page: int, links: list[Link], asked: Mapping[str, Term | None]
    ) -> str | None:
        """The last link of a page whose conditions leave no case open."""
        conditions = [asked[link.where] for link in links if link.condition]
        given = [one for one in conditions if one is not None]
        if len(given) < 2 or len(given) < len(conditions):
            return None
        question = exhausted(given, self._known)
        if question is None:
            return None
        there = self._reached.get(question.page, NEVER)
        here = self._reached.get(page, NEVER)
        answered = question.page == page or self._truths.both(here, there) == here
        return [link.where for link in links if link.condition][-1] if answered else None

    def _condition(self, link: Link) -> Term | None:
        """What the link asks for; None, with a remark, when it cannot be said."""
        what, became = "it leads back to an earlier page", "the journey goes on instead"
        advice = "ask for several entries with a repeating group"
        if not link.back:
            became, advice = "always followed", ADVICE
        try:
            term = self._read(link.condition)
            if not link.back:
                return term
        except CannotSay as fault:
            what, term = f"it asks for {fault}", None
        self._ledger.lost("condition", link.where, what, advice, became)
        return term
