"""The questions of a DEFRA form by the names that its conditions use."""

from typing import Any

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.asking import Asked
from kiosk.services.forms.importing.sources import record, rows, words
from kiosk.services.forms.importing.terms import Term


class Fields:
    """Filled while components are read; conditions look in it afterwards."""

    def __init__(self, lists: Any) -> None:
        self._by_name: dict[str, list[Term]] = {}
        self._by_id: dict[str, Term] = {}
        self._lists: dict[str, dict[str, Any]] = {}
        self._closed: frozenset[str] = frozenset()
        for one in rows(lists):
            for key in (words(one.get("id")), words(one.get("name"))):
                if key:
                    self._lists.setdefault(key, one)

    def close(self) -> None:
        """Names that are known by now are not extended any more."""
        self._closed = frozenset(self._by_name)

    def add(self, component: dict[str, Any], section: str, answer: Term) -> None:
        """The answer to a component of a page of a section."""
        name = words(component.get("name"))
        for key in {name, f"{section}.{name}"} - self._closed if name else ():
            answers = self._by_name.setdefault(key, [])
            if answer not in answers:
                answers.append(answer)
        if component.get("id"):
            self._by_id.setdefault(words(component["id"]), answer)

    def named(self, name: str) -> Term | None:
        """The answer to `name` or `section.name`; asked in several places, whichever was given."""
        name = "".join(name.split())
        answers = self._by_name.get(name) or self._by_name.get(name.rpartition(".")[2])
        if not answers:
            return None
        if len(answers) == 1:
            return answers[0]
        return terms.call("coalesce", answers, answers[0].kind)

    def component(self, identifier: str) -> Term | None:
        """The answer to the component of this id."""
        return self._by_id.get(identifier)

    def item(self, list_id: str, item_id: str) -> str | None:
        """The value of an item of a list."""
        for one in rows(record(self._lists.get(list_id)).get("items")):
            if one.get("id") == item_id:
                return words(one.get("value"))
        return None

    def items(self, component: dict[str, Any]) -> list[dict[str, Any]] | None:
        """The items a component lets choose from; None when its list is not there."""
        values = record(component.get("values"))
        if isinstance(values.get("items"), list):
            return rows(values["items"])
        options = record(component.get("options"))
        reference = component.get("list") or options.get("list") or values.get("list")
        found = self._lists.get(words(reference))
        return None if found is None else rows(found.get("items"))

    def enclose(self, group: Asked) -> None:
        """From outside a group, the answer to one of its questions is that of every entry."""
        inner = {one.term: terms.Term(f"{group.name}.{one.name}", "list") for one in group.fields}
        for name, answers in self._by_name.items():
            self._by_name[name] = [inner.get(one, one) for one in answers]
        self._by_id = {key: inner.get(one, one) for key, one in self._by_id.items()}
