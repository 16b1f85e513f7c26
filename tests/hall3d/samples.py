"""Departments to lay halls out for."""

from typing import Any

from hall3d.plan import Department, parse_departments

_NAMES = (
    ("households", "1D4F91", "户籍业务", "Household registration"),
    ("social_security", "0F5C54", "社会保障", "Social security"),
    ("medical", "8F3216", "医疗保障", "Medical insurance"),
    ("tax", "5B3785", "税务服务", "Tax"),
    ("housing_fund", "7A4A00", "住房公积金", "Housing fund"),
    ("exit_entry", "1E5E2E", "出入境", "Passports and travel"),
    ("business", "2A3F86", "企业开办", "Starting a business"),
    ("marriage", "8B1F4B", "婚姻登记", "Marriage registration"),
    ("disability", "3B4A52", "残疾人服务", "Disability services"),
    ("education", "6B3A2A", "教育服务", "Education"),
)


_ZONES = (
    {"id": "home", "letter": "A", "colour": "1D4F91", "name": {"zh_CN": "家庭", "en": "Home"}},
    {"id": "money", "letter": "B", "colour": "8F3216", "name": {"zh_CN": "税务", "en": "Money"}},
)


def rows(count: int = 10, zoned: bool = False) -> list[dict[str, Any]]:
    """Departments as an `open` message brings them; more than ten are numbered copies.

    zoned: the first half stands in one zone, the rest in another."""
    made: list[dict[str, Any]] = []
    for i in range(count):
        name, colour, zh, en = _NAMES[i % 10]
        identifier = name if i < 10 else f"{name}_{i}"
        row = {"id": identifier, "number": i + 1, "colour": colour, "name": {"zh_CN": zh, "en": en}}
        made.append({**row, "zone": _ZONES[2 * i >= count]} if zoned else row)
    return made


def departments(count: int = 10, zoned: bool = False) -> tuple[Department, ...]:
    """The same, parsed."""
    return parse_departments(rows(count, zoned))
