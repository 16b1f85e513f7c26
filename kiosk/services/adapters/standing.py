"""How a case stands at its department, in the words that cases have here (domain)."""

from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable

State = Literal["received", "in_review", "sent_back", "approved", "refused", "finished"]
"""States of assets/cases/states.json that a peer can tell."""


@dataclass(frozen=True)
class Standing:
    """reference: the peer's own. service: ours, "" when it is none of ours. state: None for a
    word that we do not know. said: what the peer said, in its language. received_at: ISO, ""."""

    reference: str
    service: str
    state: State | None
    said: str
    received_at: str


@runtime_checkable
class Follows(Protocol):
    """A way to a department that tells all cases of one citizen."""

    def cases_of(self, citizen: str) -> list[Standing] | None:
        """The newest first; None without a list. Raises NoAnswer."""
        ...
