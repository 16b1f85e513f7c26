"""Where answers come from: the person, a registry, or what they said last time."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from kiosk.services.forms.display import long_date, say
from kiosk.services.forms.model import Reading

RegistryName = Callable[[str, str], str]
"""(registry id, language) -> its name; `Catalogue.registry_name`."""

CITIZEN = "citizen"
"""The source of an answer that the person gave, now or (`as_of`) last time."""

COMPUTED = "computed"
"""The source of what follows from other answers."""


class Sources:
    """By question; who is not in here was answered by the person now."""

    def __init__(self, registry_name: RegistryName) -> None:
        self._registry_name = registry_name
        self._readings: dict[str, Reading] = {}
        self._disputed: set[str] = set()

    def dispute(self, name: str) -> None:
        """The person says that what was read is wrong: what they answer from now on is theirs, and
        marked so. KeyError when nothing was read."""
        self.reading(name)
        self._disputed.add(name)

    def reading(self, name: str) -> Reading:
        """What was read. KeyError when nothing was."""
        return self._readings[name]

    def note(self, name: str, reading: Reading) -> None:
        """This answer was read somewhere."""
        self._readings[name] = reading

    def compare(self, name: str, answer: Any) -> None:
        """An answer that is no longer what was read is the person's own."""
        reading = self._readings.get(name)
        if reading is not None and reading.value != answer and name not in self._disputed:
            del self._readings[name]

    def is_reused(self, name: str) -> bool:
        """Whether it is only what the person said last time."""
        return name in self._readings and self._readings[name].registry == CITIZEN

    def registry(self, name: str) -> str | None:
        """The registry that an answer was read in; None for the person."""
        if name not in self._readings or self.is_reused(name) or name in self._disputed:
            return None
        return self._readings[name].registry

    def badge(self, name: str, language: str) -> str:
        """What stands beside the question; "" for what the person says now."""
        reading = self._readings.get(name)
        if reading is None:
            return ""
        day = long_date(reading.as_of, language)
        if reading.registry == CITIZEN:
            return say("said_on", language, date=day)
        registry = self._registry_name(reading.registry, language)
        if name in self._disputed:
            return say("disputed", language, registry=registry)
        if not reading.as_of:
            return say("source_undated", language, registry=registry)
        return say("source", language, registry=registry, date=day)

    def short(self, name: str, language: str) -> str:
        """What stands on check-your-answers."""
        if self.is_reused(name) or name in self._disputed:
            return self.badge(name, language)
        registry = self.registry(name)
        return self._registry_name(registry, language) if registry else ""

    def part(self, names: Iterable[str]) -> "Sources":
        """The sources of these answers alone."""
        own = Sources(self._registry_name)
        own._readings = {name: self._readings[name] for name in names if name in self._readings}
        own._disputed = self._disputed & own._readings.keys()
        return own

    def saved(self) -> dict[str, Any]:
        """Plain JSON."""
        return {
            name: {**asdict(reading), "disputed": name in self._disputed}
            for name, reading in self._readings.items()
        }

    def restore(self, saved: Mapping[str, Any]) -> None:
        """What `saved` gave."""
        self._disputed = {name for name, one in saved.items() if one.get("disputed")}
        self._readings = {
            name: Reading(one["value"], one["registry"], one["as_of"])
            for name, one in saved.items()
        }

    def clear(self) -> None:
        """Forget everything."""
        self._readings.clear()
        self._disputed.clear()
