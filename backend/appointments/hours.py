"""When departments receive with an appointment, as their data file says."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path


@dataclass(frozen=True)
class Hours:
    """One department: weekdays (1 is Monday), from and until ("HH:MM"), minutes a slot, how many
    officers receive at once, and how many days ahead one may book."""

    department: str
    weekdays: tuple[int, ...]
    periods: tuple[tuple[str, str], ...]
    minutes: int
    places: int
    days_ahead: int

    def days(self, today: date) -> Iterator[date]:
        """The days that can be booked, beginning tomorrow."""
        for ahead in range(1, self.days_ahead + 1):
            day = today + timedelta(ahead)
            if day.isoweekday() in self.weekdays:
                yield day

    def times(self) -> list[str]:
        """When slots begin: 09:00, 09:30, …"""
        starts = []
        for opens, closes in self.periods:
            last = _minutes(closes) - self.minutes
            starts += [*range(_minutes(opens), last + 1, self.minutes)]
        return [f"{start // 60:02d}:{start % 60:02d}" for start in starts]

    def receives(self, day: str, time: str, today: date) -> bool:
        """Whether there is such a slot."""
        return time in self.times() and day in {one.isoformat() for one in self.days(today)}


def load_hours(assets: Path) -> dict[str, Hours]:
    """Read catalogue/appointments.json below the assets folder, by department."""
    rows = json.loads((assets / "catalogue" / "appointments.json").read_text(encoding="utf-8"))
    return {
        row["department"]: Hours(
            row["department"],
            tuple(row["weekdays"]),
            tuple((opens, closes) for opens, closes in row["periods"]),
            row["minutes"],
            row["places"],
            row["days_ahead"],
        )
        for row in rows
    }


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)
