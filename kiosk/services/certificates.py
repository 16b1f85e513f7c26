"""What stands on a document that a person keeps on paper (domain)."""

from dataclasses import dataclass

from kiosk.services.catalogue.model import Department, DocumentKind
from kiosk.services.follow_up import DocumentRow
from kiosk.services.forms.display import long_date, say


@dataclass(frozen=True)
class Certificate:
    """A document in words, each by language; `signed` is the department's JWS."""

    id: str
    title: dict[str, str]
    department: dict[str, str]
    counter: int
    colour: str
    facts: tuple[tuple[dict[str, str], str], ...]
    issued_on: str
    valid_until: str | None
    signed: str

    def issued(self, language: str) -> str:
        """When it was issued, in words."""
        return long_date(self.issued_on, language)

    def valid(self, language: str) -> str:
        """Until when it counts, in words."""
        if self.valid_until is None:
            return say("document_for_good", language)
        return say("document_until", language, date=long_date(self.valid_until, language))


def certificate_of(row: DocumentRow, kind: DocumentKind, department: Department) -> Certificate:
    """A document of the back-end as its kind words it."""
    names = {fact.id: fact.name for fact in kind.facts}
    facts = tuple((names[name], value) for name, value in row.facts.items() if name in names)
    return Certificate(
        row.id,
        kind.name,
        department.name,
        department.counter,
        department.colour,
        facts,
        row.issued_on,
        row.valid_until,
        row.signed,
    )
