"""A form.io form as a whole: its layout walked, then all that decides laid on its questions."""

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.formio.answers import Answers
from kiosk.services.forms.importing.formio.components import Components
from kiosk.services.forms.importing.formio.counting import count
from kiosk.services.forms.importing.formio.deciding import Deciding
from kiosk.services.forms.importing.formio.events import Events
from kiosk.services.forms.importing.formio.laying import Laying
from kiosk.services.forms.importing.formio.offering import Offers
from kiosk.services.forms.importing.formio.rules import Rules
from kiosk.services.forms.importing.formio.source import Source, read_source
from kiosk.services.forms.importing.formio.walking import Met, Walk
from kiosk.services.forms.importing.formio.words import Words, mentioning
from kiosk.services.forms.importing.loose.kinds import constant
from kiosk.services.forms.importing.naming import Names
from kiosk.services.forms.importing.reading import Read
from kiosk.services.forms.importing.report import Ledger
from kiosk.services.forms.importing.sources import rows, words


def read(data: bytes, language: str) -> Read:
    """The form in `data`. Raises SourceError."""
    source = read_source(data)
    return _Reader(source, language).read()


class _Reader:
    def __init__(self, source: Source, language: str) -> None:
        self._source = source
        self._ledger = Ledger()
        self._words = Words(source, language)
        self._answers = Answers()
        self._offers = Offers(source.variables, self._words)
        names = Names()
        components = Components(self._words, names, self._offers, self._ledger)
        self._walk = Walk(components, self._words, names, self._answers, self._ledger)

    def read(self) -> Read:
        for number, step in enumerate(self._source.steps):
            self._walk.step(number, step)
        self._variables()
        self._never_asked()
        events = Events([one for step in self._source.steps for one in step.components])
        rules = Rules(self._answers, self._offers, events, self._ledger)
        rules.open_forms(self._source.rules, Deciding(self._answers, (), ()))
        laying = Laying(self._walk.met, self._answers, rules, self._words, self._ledger)
        laying.lay()
        reckoning = laying.reckoning
        self._mention()
        self._settings()
        asked = [one for one in self._walk.top if id(one) not in reckoning.unasked]
        return Read(
            self._source.title,
            self._words.languages,
            [one for one in asked if one.widget != "group" or one.fields],
            reckoning.reckoned,
            self._ledger,
            count(self._source),
            self._walk.renamed,
            self._words.told,
        )

    def _variables(self) -> None:
        """Variables of Open Forms that no component asks for."""
        for one in self._source.variables:
            if words(one.get("source")) == "user_defined":
                given = one.get("initial_value")
                value = constant(given) if isinstance(given, str | int) else terms.NULL
                self._answers.add_value((words(one.get("key")),), value)

    def _never_asked(self) -> None:
        """Questions that are hidden, and that nothing shows."""
        acted = {
            words(action.get(key))
            for rule in self._source.rules
            for action in rows(rule.get("actions"))
            for key in ("component", "variable")
        }
        for met in self._walk.met:
            around: Met | None = met
            while around is not None and not around.stays_hidden(acted):
                around = around.outer
            for one in met.asked if around is not None else ():
                given = one.default if isinstance(one.default, str | int) else None
                self._answers.never_asked(one, constant(given or None))

    def _mention(self) -> None:
        for met in self._walk.met:

            def ours(way: str, met: Met = met) -> str:
                found = self._answers.get(tuple(way.split(".")), met.near)
                near = found is not None and found[0].group in ((), met.group)
                return found[0].asked.name if found is not None and near else ""

            for one in met.asked:
                one.label = mentioning(one.label, ours)
                one.hint = mentioning(one.hint, ours)

    def _settings(self) -> None:
        for key, what in (("registration_backend", "where it is registered"), ("product", "price")):
            if self._source.settings.get(key):
                self._ledger.note(f"forms/{key}", what, "left out", "say it in the catalogue")
