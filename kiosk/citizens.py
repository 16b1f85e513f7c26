"""A citizen's card number: checked, masked, and turned into a reference that says nothing."""

import hashlib
import hmac
import re
import unicodedata
from dataclasses import dataclass
from datetime import date

_SHAPE = re.compile(r"[0-9]{17}[0-9X]")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"


class InvalidCitizenNumber(Exception):
    """Not a citizen's number; `text_id` names what to tell the person."""

    text_id = "number_invalid"


@dataclass(frozen=True)
class CitizenNumber:
    """An 18-character citizen identification number (GB 11643-1999)."""

    text: str

    def __repr__(self) -> str:
        return f"CitizenNumber({self.masked})"

    @classmethod
    def parse(cls, text: str) -> "CitizenNumber":
        """From what was typed or read; spaces, a small x and full-width signs are forgiven.

        Raises InvalidCitizenNumber when its date or its check character is wrong.
        """
        number = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).upper()
        if not _SHAPE.fullmatch(number) or not _is_date(number[6:14]):
            raise InvalidCitizenNumber
        total = sum(int(d) * w for d, w in zip(number[:17], _WEIGHTS, strict=True))
        if _CHECK[total % 11] != number[17]:
            raise InvalidCitizenNumber
        return cls(number)

    @property
    def masked(self) -> str:
        """Only the last four characters; somebody may look over the shoulder."""
        return "•" * 14 + self.text[-4:]

    def subject(self, key: bytes) -> str:
        """The reference under which the identity process knows this citizen."""
        return subject_of(self.text, key)


def subject_of(reference: str, key: bytes) -> str:
    """32 hex digits that only the holder of `key` can make from `reference`."""
    return hmac.new(key, reference.encode(), hashlib.sha256).hexdigest()[:32]


def _is_date(digits: str) -> bool:
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True
