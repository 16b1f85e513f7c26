"""Names that our forms may use, made from those of other formats."""

import re
import unicodedata

RESERVED = frozenset({"and", "or", "not", "in", "true", "false", "null", "self"})
MAX_LENGTH = 60


class Names:
    """Gives each name of the source one of our own: valid, and used once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def new(self, wanted: str, otherwise: str = "question") -> str:
        """A name like `wanted`; each call gives another one."""
        base = valid(wanted, otherwise)
        name, number = base, 2
        while name in self._taken:
            name = f"{base}_{number}"
            number += 1
        self._taken.add(name)
        return name


def valid(wanted: str, otherwise: str) -> str:
    """Letters of ASCII, digits and _, not beginning with a digit, no word of expressions."""
    plain = unicodedata.normalize("NFKD", wanted).encode("ascii", "ignore").decode()
    name = re.sub(r"[^A-Za-z0-9]+", "_", plain).strip("_")[:MAX_LENGTH]
    if not name:
        name = otherwise
    if name[0].isdigit() or name.lower() in RESERVED:
        name = f"{otherwise}_{name}"
    return name
