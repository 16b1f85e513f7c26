"""Choices that a variable of Open Forms holds: a list, and what rules add to it."""

from typing import Any

from kiosk.services.forms.importing.asking import Asked, Option
from kiosk.services.forms.importing.formio.words import Words
from kiosk.services.forms.importing.sources import record, words
from kiosk.services.forms.importing.terms import Term


class Offers:
    """Knows the variables that hold lists, and the questions that offer them."""

    def __init__(self, variables: list[dict[str, Any]], texts: Words) -> None:
        self._words = texts
        self._lists = {
            words(one.get("key")): one["initial_value"]
            for one in variables
            if isinstance(one.get("initial_value"), list)
        }
        self._asked: dict[str, list[Asked]] = {}

    def offer(self, asked: Asked, component: dict[str, Any]) -> None:
        """Give a question the choices of its variable, if it names one."""
        expression = record(record(component.get("openForms")).get("itemsExpression"))
        key = words(expression.get("var"))
        if set(expression) == {"var"} and key in self._lists:
            self._asked.setdefault(key, []).append(asked)
            asked.options += self._options(self._lists[key])

    def add(self, key: str, rule: Any, trigger: Term) -> bool:
        """`{"merge": [{"var": key}, more]}`: more choices while `trigger` holds; else False."""
        merged = record(rule).get("merge")
        if key not in self._asked or not isinstance(merged, list) or len(merged) != 2:
            return False
        own, more = merged
        if own != {"var": key} or not isinstance(more, list):
            return False
        for asked in self._asked[key]:
            held = {option.value for option in asked.options}
            found = [one for one in self._options(more, trigger) if one.value not in held]
            asked.options += found
        return True

    def _options(self, listed: list[Any], condition: Term | None = None) -> list[Option]:
        """[[value, label], …] or [value, …]."""
        made: dict[str, Option] = {}
        for one in listed:
            pair = one if isinstance(one, list) and len(one) == 2 else [one, one]
            value, label = words(pair[0]), self._words.plain(words(pair[1]))
            if value and value not in made:
                made[value] = Option(value, label)
                if condition is not None:
                    made[value].condition = condition
        return list(made.values())
