"""The audit trail: an edited, removed or reordered line is found."""

from pathlib import Path

from kiosk.staff.audit import AuditTrail


def trail(tmp_path: Path) -> tuple[AuditTrail, Path]:
    path = tmp_path / "audit.jsonl"
    audit = AuditTrail(path)
    for act in ("sign_in", "enrol", "erase", "sign_out"):
        audit.note(act, "0123abcd")
    return audit, path


def test_an_untouched_trail_is_whole(tmp_path: Path) -> None:
    audit, path = trail(tmp_path)
    assert audit.first_broken_line() is None
    assert audit.length() == 4
    assert path.stat().st_mode & 0o077 == 0


def test_an_edit_a_removal_and_a_swap_are_found(tmp_path: Path) -> None:
    audit, path = trail(tmp_path)
    lines = path.read_text().splitlines(keepends=True)
    for broken, at in (
        ([lines[0], lines[1].replace("enrol", "erase"), *lines[2:]], 2),
        ([lines[0], *lines[2:]], 2),
        ([lines[0], lines[2], lines[1], lines[3]], 2),
        ([lines[0], "not json\n", *lines[2:]], 2),
    ):
        path.write_text("".join(broken))
        assert audit.first_broken_line() == at
