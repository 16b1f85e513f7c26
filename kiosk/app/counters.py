"""The counters as the screen shows them: from the catalogue, the plan, the queues, the person."""

from collections.abc import Collection, Sequence
from typing import Any

from kiosk.services.catalogue import Department

_TOLD = 3
"""Things that are said of where one stands; more would be chatter."""


class Counters:
    """Gathers what is known; `rows` and `ahead` say it in one language."""

    def __init__(self, departments: Sequence[Department]) -> None:
        self.departments = tuple(departments)
        self.queue: list[dict[str, Any]] = []
        self.mine: Collection[str] = ()
        self._by_id = {one.id: one for one in departments}
        self._spots: dict[str, tuple[float, float]] = {}
        self._near: dict[str, dict[str, Any]] = {}
        self._around: list[dict[str, Any]] = []

    def planned(self, plan: dict[str, Any]) -> None:
        """Where each stands, from a `ready` event."""
        self._spots = {row["id"]: (row["x"], row["y"]) for row in plan["counters"]}

    def seen_from(self, around: list[dict[str, Any]]) -> None:
        """What is around the person, from a `place` event at rest."""
        self._around = around
        self._near = {row["counter"]: row for row in around if "counter" in row}

    def name(self, place: str, language: str) -> str:
        """The name of "counter:ID" or "zone:ID"; "" for any other place."""
        kind, _, identifier = place.partition(":")
        if kind == "counter" and identifier in self._by_id:
            return self._by_id[identifier].name[language]
        zones = {one.zone.id: one.zone for one in self.departments}
        return zones[identifier].name[language] if kind == "zone" and identifier in zones else ""

    def zones(self, language: str, plan: dict[str, Any]) -> list[dict[str, Any]]:
        """The plan's zones with their names."""
        known = plan.get("zones", [])
        return [{**zone, "name": self.name(f"zone:{zone['id']}", language)} for zone in known]

    def rows(self, language: str) -> list[dict[str, Any]]:
        """All counters in their order."""
        queue = {row["counter"]: row for row in self.queue}
        return [self._row(one, language, queue.get(one.id, {})) for one in self.departments]

    def ahead(self, place: str, language: str) -> list[dict[str, Any]]:
        """The nearest few things around, without the place where one stands."""
        found = [self._told(row, language) for row in self._around]
        return [row for row in found if row["id"] != place][:_TOLD]

    def nearest(self) -> str:
        """The id of the nearest counter ahead, else of the nearest that can be seen, else ""."""
        near = sorted(self._near.values(), key=lambda row: (row["side"] != "ahead", row["metres"]))
        return str(near[0]["counter"]) if near else ""

    def _told(self, row: dict[str, Any], language: str) -> dict[str, Any]:
        place = f"counter:{row['counter']}" if "counter" in row else str(row["place"])
        known = self._by_id.get(row.get("counter", ""))
        return {
            "id": place,
            "number": known.counter if known else 0,
            "name": self.name(place, language),
            "metres": round(row["metres"]),
            "side": row["side"],
        }

    def _row(self, one: Department, language: str, queue: dict[str, Any]) -> dict[str, Any]:
        x, y = self._spots.get(one.id, (0.0, 0.0))
        near = self._near.get(one.id, {})
        return {
            "id": one.id,
            "number": one.counter,
            "colour": one.colour,
            "name": one.name[language],
            "zone": one.zone.id,
            "state": queue.get("state", "open"),
            "waiting": queue.get("waiting", 0),
            "minutes": queue.get("minutes", 0),
            "mine": one.id in self.mine,
            "x": x,
            "y": y,
            "metres": round(near.get("metres", 0.0)),
            "side": near.get("side", ""),
        }
