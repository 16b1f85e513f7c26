"""Who read what the registries know, and what the person agreed to."""

from collections.abc import Callable
from typing import Any

from kiosk.app.following import Following
from kiosk.app.kit import Kit
from kiosk.journey.visit import State
from kiosk.services.asking import Unreachable
from kiosk.services.department import ConsentRow, ReadRecord
from kiosk.services.forms.display import long_date, say

_PURPOSES = ("prefill", "reuse")
"""Purposes that the terminal itself gives; another one is shown as it was recorded."""

CORRECTION = "correction"
"""The service that puts a register right."""

Told = tuple[list[ReadRecord] | Unreachable, list[ConsentRow] | Unreachable]


class DataController(Following):
    """Binds the screen "who read my data"."""

    state = State.DATA

    def __init__(self, kit: Kit, open_service: Callable[[str], None]) -> None:
        super().__init__(kit, kit.screens.data)
        self._reads: list[ReadRecord] = []
        self._consents: list[ConsentRow] = []
        kit.screens.data.withdraw.connect(self._withdraw)
        kit.screens.data.correct.connect(lambda: open_service(CORRECTION))

    def forget(self) -> None:
        """Nothing of it is kept."""
        self._reads, self._consents = [], []
        super().forget()

    def ask(self) -> None:
        """Every line, the newest first."""
        department = self.kit.department
        self.ask_for(
            lambda citizen: (department.reads(citizen), department.consents(citizen)), self._told
        )

    def relabel(self) -> None:
        """The same in the language of the session."""
        model = self.kit.screens.data
        model.reads = [self._read(one) for one in self._reads]
        model.consents = [self._consent(one) for one in self._consents]

    def _told(self, answer: Told) -> None:
        reads, consents = answer
        model = self.kit.screens.data
        model.failed = isinstance(reads, Unreachable) or isinstance(consents, Unreachable)
        self._reads = [] if isinstance(reads, Unreachable) else reads
        self._consents = [] if isinstance(consents, Unreachable) else consents
        self.relabel()
        model.loaded = True

    def _withdraw(self, consent: str) -> None:
        department = self.kit.department
        self.ask_for(
            lambda citizen: department.withdraw_consent(citizen, consent), lambda _: self.ask()
        )

    def _read(self, one: ReadRecord) -> dict[str, str]:
        language, catalogue = self.language, self.kit.catalogue
        service = catalogue.service(one.service).title[language]
        registry = catalogue.registry_name(one.registry, language)
        purpose, day = self._purpose(one.purpose), long_date(one.at[:10], language)
        facts = [purpose, day]
        if one.department:
            facts.insert(0, catalogue.department(one.department).name[language])
        shown = "read_shown" if one.shown else "read_nothing"
        return {
            "label": say("read_by", language, service=service, registry=registry),
            "value": " · ".join(facts),
            "shown": say(shown, language, count=len(one.shown)),
        }

    def _consent(self, one: ConsentRow) -> dict[str, Any]:
        language, catalogue = self.language, self.kit.catalogue
        names = [catalogue.registry_name(name, language) for name in one.registries]
        ended = one.withdrawn_at is not None
        state = "consent_stands" if one.stands else "consent_withdrawn" if ended else "consent_over"
        day = long_date((one.withdrawn_at or one.until)[:10], language)
        return {
            "id": one.id,
            "label": say(
                "consent_to",
                language,
                service=catalogue.service(one.service).title[language],
                registries=say("between", language).join(names),
            ),
            "value": f"{self._purpose(one.purpose)} · {say(state, language, date=day)}",
            "stands": one.stands,
        }

    def _purpose(self, purpose: str) -> str:
        known = purpose in _PURPOSES
        return say(f"purpose_{purpose}", self.language) if known else purpose
