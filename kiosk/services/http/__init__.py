"""HTTP as the terminal speaks it: strict TLS, short patience, bounded answers, no redirect."""

from kiosk.services.http.answer import LARGEST_ANSWER, Answer, NoAnswer
from kiosk.services.http.peer import READ_S, Asking, Peer, Terminal
from kiosk.services.http.trust import Trust, TrustUnreadable

__all__ = [
    "LARGEST_ANSWER",
    "READ_S",
    "Answer",
    "Asking",
    "NoAnswer",
    "Peer",
    "Terminal",
    "Trust",
    "TrustUnreadable",
]
