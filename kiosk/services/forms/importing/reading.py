"""What every reader gives back: the questions in order, and the account of what became of them."""

from dataclasses import dataclass

from kiosk.services.forms.importing.asking import Asked, Reckoned
from kiosk.services.forms.importing.report import Counted, Ledger


@dataclass
class Read:
    """A form of another kind, understood as far as it can be."""

    title: str
    languages: tuple[str, ...]
    asked: list[Asked]
    reckoned: list[Reckoned]
    ledger: Ledger
    counted: Counted
    renamed: dict[str, str]
    """Where and what it was called -> its name in our form."""
    told: bool
    """Whether the form says which language its texts are in."""
