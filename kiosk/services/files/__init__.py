"""Files that a person brings: what is on their stick, and what of it may be attached."""

from kiosk.services.files.kinds import AnyOf, Refusal, size_words
from kiosk.services.files.stick import Row, Stick, StickGone

__all__ = ["AnyOf", "Refusal", "Row", "Stick", "StickGone", "size_words"]
