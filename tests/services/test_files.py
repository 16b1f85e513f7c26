"""A stick's files: listed, judged and read, whatever is on it."""

import os
from pathlib import Path

import pytest

from kiosk.services.files import Refusal, Stick, StickGone, size_words
from kiosk.services.files.kinds import AnyOf, any_of

PDF = b"%PDF-1.7\nan agreement"
JPEG = b"\xff\xd8\xff\xe0" + b"picture" * 9
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("lease.pdf", PDF, None),
        ("LEASE.PDF", PDF, None),
        ("page.jpeg", JPEG, None),
        ("lease.pdf", b"", Refusal.EMPTY),
        ("lease.pdf", PDF + bytes(2000), Refusal.TOO_LARGE),
        ("lease.docx", b"PK\x03\x04word/", Refusal.WRONG_KIND),
        ("lease", PDF, Refusal.WRONG_KIND),
        ("lease.pdf.exe", b"MZ", Refusal.WRONG_KIND),
        ("lease.pdf", b"MZ\x90\x00", Refusal.OTHER_CONTENT),
        ("lease.pdf", JPEG, Refusal.OTHER_CONTENT),
        ("page.jpg", b"<html><script>", Refusal.OTHER_CONTENT),
    ],
)
def test_what_is_not_taken_says_why(name: str, content: bytes, refusal: Refusal | None) -> None:
    assert any_of((), 1000, 5000).refuse(name, content) is refusal


@pytest.mark.parametrize(
    ("kinds", "name", "content", "kind"),
    [
        (("image/*",), "a.png", b"\x89PNG\r\n\x1a\n..", "image/png"),
        (("image/*",), "a.webp", b"RIFF....WEBPVP8 ", "image/webp"),
        (("image/*",), "a.pdf", PDF, None),
        ((DOCX,), "a.docx", b"PK\x03\x04..word/document.xml", DOCX),
        ((DOCX,), "a.docx", b"PK\x03\x04..xl/workbook.xml", None),
        (("text/plain",), "a.txt", "您好".encode("gb18030"), "text/plain"),
        (("text/plain",), "a.txt", b"\x00\x01", None),
        (
            ("application/msword",),
            "a.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "application/msword",
        ),
        (("*/*",), "a.pdf", PDF, "application/pdf"),
    ],
)
def test_a_kind_is_what_name_and_content_agree_on(
    kinds: tuple[str, ...], name: str, content: bytes, kind: str | None
) -> None:
    assert AnyOf(kinds, 1000).media_type(name, content) == kind


def test_a_stick_is_listed_without_what_nobody_meant(tmp_path: Path) -> None:
    stick = tmp_path / "user" / "STICK"
    (stick / "Papers").mkdir(parents=True)
    (stick / "b.pdf").write_bytes(PDF)
    (stick / "A.pdf").write_bytes(PDF)
    (stick / ".hidden").write_bytes(PDF)
    (stick / "link.pdf").symlink_to("/etc/passwd")
    os.mkfifo(stick / "pipe.pdf")
    looked = Stick(tmp_path)
    inside = looked.start()
    assert inside == ("user", "STICK")
    assert [row.name for row in looked.rows(inside)] == ["Papers", "A.pdf", "b.pdf"]
    assert looked.read(inside, "b.pdf", 1000) == PDF
    assert len(looked.read(inside, "b.pdf", 4)) == 5


@pytest.mark.parametrize("name", ["link.pdf", "pipe.pdf", "Papers", "nowhere.pdf", "../secret"])
def test_nothing_but_plain_files_of_the_stick_is_read(tmp_path: Path, name: str) -> None:
    stick = tmp_path / "stick"
    (stick / "Papers").mkdir(parents=True)
    (tmp_path / "secret").write_bytes(b"secret")
    (stick / "link.pdf").symlink_to(tmp_path / "secret")
    os.mkfifo(stick / "pipe.pdf")
    with pytest.raises(StickGone):
        Stick(stick).read((), name, 1000)


@pytest.mark.parametrize("inside", [("way",), ("..",), ("Papers", "..", "..")])
def test_no_folder_leads_out(tmp_path: Path, inside: tuple[str, ...]) -> None:
    stick = tmp_path / "stick"
    (stick / "Papers").mkdir(parents=True)
    (stick / "way").symlink_to(tmp_path)
    with pytest.raises(StickGone):
        Stick(stick).rows(inside)


def test_no_stick_is_said(tmp_path: Path) -> None:
    with pytest.raises(StickGone):
        Stick(tmp_path / "nothing").start()


def test_names_are_shown_without_tricks(tmp_path: Path) -> None:
    (tmp_path / "invoice\u202efdp.exe\n").write_bytes(b"MZ")
    (tmp_path / os.fsdecode(b"\xff.pdf")).write_bytes(PDF)
    shown = [row.shown for row in Stick(tmp_path).rows(())]
    assert shown == ["invoicefdp.exe", "\ufffd.pdf"]


@pytest.mark.parametrize(
    ("size", "words"),
    [(3, "1 KB"), (640_000, "640 KB"), (1_000_000, "1 MB"), (1_240_000, "1.2 MB")],
)
def test_sizes_are_said_in_round_numbers(size: int, words: str) -> None:
    assert size_words(size) == words
