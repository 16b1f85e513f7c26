"""What a base registry is to the back-end, wherever it is kept."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

Values = Mapping[str, Mapping[str, Any]]
"""field -> {"value", "registry", "as_of"}; a field that is not known is absent."""


class Silent(Exception):
    """A registry gave no usable answer; the text says why, for staff."""


class Registry(Protocol):
    """One registry. Its fields are written `registry.field`."""

    def look_up(self, citizen: str, fields: Sequence[str]) -> Values:
        """What it knows of this citizen. Raises Silent."""
        ...
