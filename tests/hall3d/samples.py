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


def rows(count: int = 10) -> list[dict[str, Any]]:
    """Departments as an `open` message brings them; more than ten are numbered copies."""
    made = []
    for i in range(count):
        name, colour, zh, en = _NAMES[i % 10]
        identifier = name if i < 10 else f"{name}_{i}"
        made.append(
            {"id": identifier, "number": i + 1, "colour": colour, "name": {"zh_CN": zh, "en": en}}
        )
    return made


def departments(count: int = 10) -> tuple[Department, ...]:
    """The same, parsed."""
    return parse_departments(rows(count))
