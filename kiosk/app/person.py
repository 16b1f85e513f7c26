"""The one citizen who stands at the terminal; in memory only, gone when they leave."""

import uuid

from kiosk.citizens import CitizenNumber


class Person:
    """Who was named, and under which random name this visit keeps things. `wipe` leaves nothing."""

    def __init__(self, subject_key: bytes) -> None:
        self._subject_key = subject_key
        self.number: CitizenNumber | None = None
        self.visit = str(uuid.uuid4())

    @property
    def subject(self) -> str:
        """The opaque reference that the identity process knows this citizen by."""
        if self.number is None:
            raise RuntimeError("nobody was named")
        return self.number.subject(self._subject_key)

    def subject_of(self, number: CitizenNumber) -> str:
        """The reference of any citizen."""
        return number.subject(self._subject_key)

    def named(self, number: CitizenNumber) -> None:
        """A valid card number was given."""
        self.number = number

    def wipe(self) -> None:
        """Nobody is there."""
        self.number = None
        self.visit = str(uuid.uuid4())
