"""My applications at departments that speak another protocol, in the words that cases have here."""

import json
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from foundation.paths import asset
from kiosk.services.adapters.standing import Follows, Standing
from kiosk.services.asking import Unreachable
from kiosk.services.courier.routing import BrokenRoutes, Ways, built_elsewhere
from kiosk.services.follow_up import CaseRow
from kiosk.services.forms.display import say
from kiosk.services.http import NoAnswer
from kiosk.services.text import LANGUAGES

Words = dict[str, dict[str, Any]]


class Elsewhere:
    """Asks every department that has such a way and can tell. From one thread at a time.

    ways: read at the first question, where it may raise BrokenRoutes.
    """

    def __init__(self, ways: Callable[[], Ways]) -> None:
        self._ways = ways

    def cases(self, citizen: str) -> list[CaseRow] | Unreachable:
        """What this citizen has applied for there; a department that does not answer leaves the
        list incomplete, which is said."""
        rows: list[CaseRow] = []
        try:
            for department, way in self._follow.items():
                told = way.cases_of(citizen)
                if told is None:
                    return Unreachable("no_list")
                rows += (self._row(one, department) for one in told if one.service)
        except (NoAnswer, BrokenRoutes) as none:
            return Unreachable(getattr(none, "cause", "broken_routes"))
        return rows

    @cached_property
    def _follow(self) -> dict[str, Follows]:
        return dict(_that_follow(self._ways()))

    @cached_property
    def _words(self) -> Words:
        told: dict[str, Words] = json.loads(asset("cases/states.json").read_text(encoding="utf-8"))
        return told["states"]

    def _row(self, one: Standing, department: str) -> CaseRow:
        words = self._words.get(one.state or "")
        title = words["title"] if words else _said("case_said", said=one.said)
        following = words["next"] if words else _said("case_said_next")
        return CaseRow(
            one.reference,
            one.service,
            department,
            one.state or "",
            one.received_at,
            title,
            following,
            moves=(),
        )


def _that_follow(ways: Ways) -> Iterator[tuple[str, Follows]]:
    for department, adapter in built_elsewhere(ways).items():
        if isinstance(adapter, Follows):
            yield department, adapter


def _said(text: str, **values: str) -> dict[str, str]:
    return {language: say(text, language, **values) for language in LANGUAGES}
