"""Every picture that a hall wears, painted by the name of its card."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from hall3d.plan import Department, HallPlan
from hall3d.signs import boards, counters, posters, wayfinding
from hall3d.signs.fitting import Picture, Size

Rows = Sequence[Mapping[str, Any]]
_CHART = "exhibit:0"
_PER_METRE = 1000.0


class HallPictures:
    """Paints for one hall in one language. Needs a Qt application object."""

    def __init__(self, plan: HallPlan, language: str) -> None:
        self._language = language
        self._departments = {one.department.id: one.department for one in plan.counters}
        self._zones = {
            zone.id: (zone, [d for d in self._departments.values() if d.zone == zone])
            for zone in plan.zones
        }
        self._wings: dict[int, list[Department]] = {}
        for one in plan.counters:
            self._wings.setdefault(one.room, []).append(one.department)
        self._sizes = {
            card.name: (card.wide * _PER_METRE, card.high * _PER_METRE) for card in plan.cards
        }
        self._painters: dict[str, Callable[[str, Size, Rows], Picture]] = {
            "sign": lambda key, size, _: counters.counter_sign(
                self._departments[key], language, size
            ),
            "live": self._live,
            "title": lambda _, size, __: boards.title(language, size),
            "board": lambda _, size, rows: boards.queue_board(
                rows, self._departments, language, size
            ),
            "wing": lambda key, size, _: self._wing(int(key), language, size),
            "zone": lambda key, size, _: wayfinding.zone_sign(*self._zones[key], language, size),
            "totem": lambda _, size, __: wayfinding.totem(
                list(self._zones.values()), language, size
            ),
            "exhibit": self._exhibit,
            "notice": self._notice,
            "kiosk": lambda _, size, __: posters.terminal_screen(language, size),
        }

    @property
    def names(self) -> tuple[str, ...]:
        """Every picture there is, the desk's band too."""
        return (*self._sizes, "band")

    @property
    def living(self) -> tuple[str, ...]:
        """The pictures that change with the queue."""
        changing = ("board", _CHART)
        return tuple(n for n in self._sizes if n in changing or n.startswith("live:"))

    @property
    def telling(self) -> tuple[str, ...]:
        """The pictures that show notices where there are some, in the notices' order: first the
        exhibition's that is seen on the way in, then those on the walls."""
        exhibits = [n for n in self._sizes if n.startswith("exhibit:") and _is_front(n)]
        return (*exhibits, *(n for n in self._sizes if n.startswith("notice:")))

    def paint(self, name: str, rows: Rows = (), notices: Rows = ()) -> Picture:
        """One picture. rows, notices: as the commands `queue` and `notices` bring them. Raises
        KeyError."""
        if notices and name in self.telling:
            told = notices[self.telling.index(name) % len(notices)]
            pixels = posters.NOTICE if name.startswith("notice:") else posters.EXHIBIT
            return posters.notice(told, self._language, self._sizes[name], pixels)
        if name == "band":
            return boards.desk_band(self._language)
        kind, _, key = name.partition(":")
        return self._painters[kind](key, self._sizes[name], rows)

    def _wing(self, room: int, language: str, size: Size) -> Picture:
        own = self._wings[room]
        return wayfinding.zone_sign(own[0].zone, own, language, size)

    def _live(self, key: str, size: Size, rows: Rows) -> Picture:
        row = next((row for row in rows if row.get("counter") == key), {})
        return counters.live_board(row, self._language, size)

    def _notice(self, key: str, size: Size, rows: Rows) -> Picture:
        return posters.poster(int(key) + 3, self._language, size, posters.NOTICE)

    def _exhibit(self, key: str, size: Size, rows: Rows) -> Picture:
        if key == "0":
            return posters.waiting_chart(rows, self._departments, self._language, size)
        return posters.poster(int(key) - 1, self._language, size, posters.EXHIBIT)


def _is_front(exhibit: str) -> bool:
    """Whether an exhibit faces the hall and is not the chart; the others are their backs."""
    return exhibit != _CHART and int(exhibit.partition(":")[2]) % 2 == 0
