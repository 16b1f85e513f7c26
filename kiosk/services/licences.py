"""Which of a person's documents does for what a service needs (domain)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.services.catalogue.model import Licence, Need
from kiosk.services.follow_up import DocumentRow

LEVELS = "ABCD"
"""From the most to the least that a document can be trusted."""


@dataclass(frozen=True)
class Met:
    """A document for a need; `valid` False: it would do, had it not expired or been revoked."""

    document: DocumentRow
    valid: bool


def met_by(licence: Licence, documents: Iterable[DocumentRow]) -> Met | None:
    """The best document for a need: valid before not, surer before less sure."""
    fit = [
        one
        for one in documents
        if one.kind in licence.kinds and LEVELS.index(one.level) <= LEVELS.index(licence.level)
    ]
    if not fit:
        return None
    best = min(fit, key=lambda one: (one.state != "valid", LEVELS.index(one.level)))
    return Met(best, best.state == "valid")


def referred(needs: Sequence[Need], documents: Sequence[DocumentRow]) -> list[str]:
    """The ids of the valid documents that an application refers to."""
    met = [met_by(need.licence, documents) for need in needs if need.licence]
    return [one.document.id for one in met if one is not None and one.valid]
