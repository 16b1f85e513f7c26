"""The audit trail: whatever is done to it afterwards is found, and nobody's name gets in."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff import verify
from kiosk.staff.audit import AuditTrail
from kiosk.staff.chain import broken_line, digest, read_lines

ACTS = ("sign_in", "enrol", "erase", "sign_out")


class Heads:
    """Keeps heads as the vault does."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}

    def get(self, name: str) -> bytes | None:
        return self.held.get(name)

    def put(self, name: str, secret: bytes) -> None:
        self.held[name] = secret


def trail(tmp_path: Path, heads: Heads | None = None) -> tuple[AuditTrail, Path]:
    path = tmp_path / "audit.jsonl"
    audit = AuditTrail(path, heads)
    for act in ACTS:
        audit.note(act, "0123abcd")
    return audit, path


def test_an_untouched_trail_is_whole(tmp_path: Path) -> None:
    audit, path = trail(tmp_path, Heads())
    assert audit.first_broken_line() is None
    assert audit.length() == 4
    assert path.stat().st_mode & 0o077 == 0


def test_an_edit_a_removal_and_a_swap_are_found(tmp_path: Path) -> None:
    audit, path = trail(tmp_path)
    lines = path.read_text().splitlines(keepends=True)
    for broken, at in (
        ([lines[0], lines[1].replace("enrol", "erase"), *lines[2:]], 2),
        ([lines[0], *lines[2:]], 2),
        (lines[1:], 1),
        ([lines[0], lines[2], lines[1], lines[3]], 2),
        ([lines[0], lines[0], *lines[1:]], 2),
        ([lines[0], "not json\n", *lines[2:]], 2),
        ([lines[0], "[]\n", *lines[2:]], 2),
    ):
        path.write_text("".join(broken))
        assert audit.first_broken_line() == at


def test_a_cut_tail_a_lost_file_and_a_chain_made_anew_are_found(tmp_path: Path) -> None:
    heads = Heads()
    audit, path = trail(tmp_path, heads)
    lines = path.read_text().splitlines(keepends=True)
    for kept in range(4):
        path.write_text("".join(lines[:kept]))
        assert audit.first_broken_line() == kept + 1
    path.unlink()
    assert audit.first_broken_line() == 1
    (tmp_path / "anew").mkdir()
    _, forged = trail(tmp_path / "anew")
    path.write_bytes(forged.read_bytes())
    assert audit.first_broken_line() == 4, "whole in itself, but its newest line is another"


@pytest.mark.parametrize("kept", range(4))
def test_acts_after_a_cut_do_not_hide_it(tmp_path: Path, kept: int) -> None:
    audit, path = trail(tmp_path, Heads())
    path.write_text("".join(path.read_text().splitlines(keepends=True)[:kept]))
    for _ in range(4):
        audit.note("sign_in")
        assert audit.first_broken_line() == kept + 1


def test_acts_after_an_edit_do_not_hide_it(tmp_path: Path) -> None:
    audit, path = trail(tmp_path, Heads())
    path.write_text(path.read_text().replace("enrol", "erase"))
    audit.note("sign_in")
    assert audit.first_broken_line() == 2


def test_a_crash_between_line_and_head_is_no_fault(tmp_path: Path) -> None:
    heads = Heads()
    audit, _ = trail(tmp_path, heads)
    before = dict(heads.held)
    audit.note("sign_in")
    heads.held = before
    assert audit.first_broken_line() is None


def test_half_a_line_is_shown_and_spoils_no_other(tmp_path: Path) -> None:
    audit, path = trail(tmp_path)
    with path.open("a") as file:
        file.write('{"at": "20')
    audit.note("sign_in")
    assert audit.first_broken_line() == 5
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(lines[:4] + lines[5:]))
    assert audit.first_broken_line() is None, "the acts around it are all there"


@pytest.mark.parametrize(
    ("act", "subject"),
    [
        ("enrol 11010519491231002X", ""),
        ("enrol", "11010519491231002X"),
        ("enrol", "Sample Citizen"),
        ("enrol\n", ""),
        ("", ""),
    ],
)
def test_nothing_personal_gets_in(tmp_path: Path, act: str, subject: str) -> None:
    audit = AuditTrail(tmp_path / "audit.jsonl")
    with pytest.raises(ValueError, match="hex digits"):
        audit.note(act, subject)
    assert audit.length() == 0


def test_two_processes_write_one_chain(tmp_path: Path) -> None:
    path = tmp_path / "audit.jsonl"
    program = (
        "import sys, pathlib\nfrom kiosk.staff.audit import AuditTrail\n"
        "for _ in range(20): AuditTrail(pathlib.Path(sys.argv[1])).note('sign_in')"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", program, str(path)], env=os.environ)
        for _ in range(2)
    ]
    assert [process.wait() for process in started] == [0, 0]
    audit = AuditTrail(path)
    assert audit.length() == 40 and audit.first_broken_line() is None


@given(st.data())
def test_one_changed_byte_is_always_found(data: st.DataObject) -> None:
    content = bytearray(_written())
    at = data.draw(st.integers(0, len(content) - 2), "at")  # the last line end may be missing
    content[at] = data.draw(st.integers(0, 255).filter(lambda b: b != content[at]), "byte")
    lines = read_lines(bytes(content))
    assert broken_line(lines) is not None or [x.hash for x in lines] == [
        x.hash for x in read_lines(_written())
    ], "a byte between fields may be any space; what is said is unchanged"


def test_the_verifier_stands_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    audit, path = trail(tmp_path, Heads())
    head = audit.head()
    assert head is not None
    assert verify.main([str(path), "--head", f"{head.number}:{head.hash}"]) == 0
    assert f"4:{head.hash}" in capsys.readouterr().out
    path.write_text("".join(path.read_text().splitlines(keepends=True)[:3]))
    assert verify.main([str(path)]) == 0
    assert verify.main([str(path), "--head", f"{head.number}:{head.hash}"]) == 1
    assert "line 4" in capsys.readouterr().out
    assert verify.main([str(tmp_path / "none")]) == 2


def _written() -> bytes:
    after, lines = "0" * 64, []
    for act in ACTS:
        entry = {"at": "2026-11-23T08:00:00+00:00", "act": act, "subject": "", "after": after}
        after = entry["hash"] = digest(entry)
        lines.append(json.dumps(entry).encode() + b"\n")
    return b"".join(lines)
