"""Readiness: every part answers for itself, and a broken one hides no other."""

from pathlib import Path

from foundation.secrets import open_vault
from kiosk.staff.audit import AuditTrail
from kiosk.staff.readiness import (
    Answer,
    answers,
    clock,
    disk,
    protected,
    readiness,
    unsent,
    untouched,
)


def test_rows_are_in_order_and_a_part_that_fails_is_a_row(tmp_path: Path) -> None:
    rows = readiness(
        {
            "backend": answers(lambda: False),
            "disk": disk(tmp_path / "unplugged"),
            "printer": lambda: Answer(True, "A4"),
        }
    )
    assert [(row.item, row.ok) for row in rows] == [
        ("backend", False),
        ("disk", False),
        ("printer", True),
    ]
    assert rows[1].detail == "No such file or directory" and rows[2].detail == "A4"


def test_the_disk_has_room_or_has_not(tmp_path: Path) -> None:
    assert disk(tmp_path, least=1)().ok
    assert not disk(tmp_path, least=2**62)().ok


def test_secrets_bound_to_the_machine_alone_are_not_ready(tmp_path: Path) -> None:
    assert protected(open_vault(tmp_path).protection)() == Answer(False, "vault_machine_bound")


def test_a_changed_audit_trail_names_its_line(tmp_path: Path) -> None:
    trail = AuditTrail(tmp_path / "audit.jsonl", open_vault(tmp_path / "vault"))
    trail.note("sign_in")
    assert untouched(trail)() == Answer(True)
    (tmp_path / "audit.jsonl").write_text("")
    assert untouched(trail)() == Answer(False, "# 1")


def test_too_many_unsent_and_a_clock_that_lost_its_battery_are_not_ready() -> None:
    assert unsent(lambda: 3, most=3)() == Answer(True, "3")
    assert unsent(lambda: 4, most=3)() == Answer(False, "4")
    assert clock(lambda: 2e9)().ok
    assert not clock(lambda: 0.0)().ok
