"""The receipt of an erasure in words, for whoever was erased."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.services.forms.display import long_date, say
from kiosk.services.receipts.keys import KeysUnreadable, load_keys, terminal_keys_file
from kiosk.services.receipts.verify import verify

_LABEL = 8
"""Letters of the opaque reference that stand on it; the signed text holds all of it."""


@dataclass(frozen=True)
class Proof:
    """`label`: the beginning of the opaque reference; `erased_at` is UTC (ISO)."""

    label: str
    templates: int
    erased_at: str
    signed: str

    @property
    def time(self) -> str:
        """When, by the clock on the wall: 2026-11-23 10:31."""
        return f"{self._local():%Y-%m-%d %H:%M}"

    def long_time(self, language: str) -> str:
        """The same in words."""
        moment = self._local()
        return f"{long_date(moment.date().isoformat(), language)} {moment:%H:%M}"

    def what(self, language: str) -> str:
        """What was destroyed."""
        return say("erasure_templates", language, count=self.templates)

    def _local(self) -> datetime:
        return datetime.fromisoformat(self.erased_at).astimezone()


def proof_of(signed: str) -> Proof | None:
    """What a receipt says; None when this terminal's own key did not sign it."""
    try:
        erasure = verify(signed, load_keys(terminal_keys_file())).erasure
    except KeysUnreadable:
        return None
    if erasure is None:
        return None
    return Proof(erasure.sub[:_LABEL], erasure.templates, erasure.erased_at, signed)
