"""What a visit asks of the ways to departments: what one can do, whose keys count, and how my
applications stand where another protocol is spoken, in the words that cases have here."""

import json
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

from foundation.paths import asset
from kiosk.services.adapters.standing import Follows, Standing
from kiosk.services.asking import Unreachable
from kiosk.services.courier.routing import BrokenRoutes, Embedded, Routes, Ways
from kiosk.services.follow_up import CaseRow
from kiosk.services.forms.display import say
from kiosk.services.http import NoAnswer
from kiosk.services.receipts.keys import trusted_keys_file
from kiosk.services.text import LANGUAGES

Words = dict[str, dict[str, Any]]


class Elsewhere:
    """From any thread.

    ways: read at the first question, where it may raise BrokenRoutes.
    """

    def __init__(self, ways: Callable[[], Ways]) -> None:
        self._ways = ways

    def takes_ratings(self, department: str) -> bool:
        """Whether it can be rated; one that nobody can reach cannot."""
        try:
            return self._routes(department).abilities.ratings
        except BrokenRoutes:
            return False

    def receipt_keys(self, department: str) -> Path:
        """The pinned keys that its receipts are checked with. Raises BrokenRoutes."""
        return self._routes.receipt_keys(department)

    def cases(self, citizen: str) -> list[CaseRow] | Unreachable:
        """What this citizen has applied for where cases can be told; a department that does not
        answer leaves the list incomplete, which is said."""
        rows: list[CaseRow] = []
        try:
            for department, way in self._routes.named.items():
                if not isinstance(way, Follows):
                    continue
                told = way.cases_of(citizen)
                if told is None:
                    return Unreachable("no_list")
                rows += (self._row(one, department) for one in told if one.service)
        except (NoAnswer, BrokenRoutes) as none:
            return Unreachable(getattr(none, "cause", "broken_routes"))
        return rows

    @cached_property
    def _routes(self) -> Routes:
        return Routes(self._ways(), Embedded(lambda: "", "", trusted_keys_file()))

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


def _said(text: str, **values: str) -> dict[str, str]:
    return {language: say(text, language, **values) for language in LANGUAGES}
