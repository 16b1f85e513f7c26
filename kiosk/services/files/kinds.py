"""Kinds of files: told by their first bytes, compared with their names. Nothing is opened."""

import fnmatch
import mimetypes
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

USUAL = ("application/pdf", "image/jpeg", "image/png")
"""What is taken where a form does not say."""

_STARTS: tuple[tuple[str, bytes], ...] = (
    ("application/pdf", b"%PDF-"),
    ("image/jpeg", b"\xff\xd8\xff"),
    ("image/png", b"\x89PNG\r\n\x1a\n"),
    ("image/gif", b"GIF8"),
    ("image/bmp", b"BM"),
    ("image/tiff", b"II*\x00"),
    ("image/tiff", b"MM\x00*"),
    ("application/x-ole", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ("application/zip", b"PK\x03\x04"),
    ("application/x-executable", b"\x7fELF"),
    ("application/x-executable", b"MZ"),
    ("text/x-script", b"#!"),
)

_LABELS = {
    "application/pdf": "PDF",
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/gif": "GIF",
    "image/tiff": "TIFF",
    "image/webp": "WebP",
    "image/heic": "HEIC",
    "text/plain": "TXT",
    "text/csv": "CSV",
    "image/*": "JPEG, PNG",
}

_SUFFIXES = {
    "image/jpeg": (".jpg", ".jpeg", ".jpe"),
    "image/heic": (".heic", ".heif"),
    "image/webp": (".webp",),
    "image/tiff": (".tif", ".tiff"),
    "text/plain": (".txt",),
}

_IN_ZIP = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": b"word/",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": b"xl/",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": b"ppt/",
    "application/vnd.oasis.opendocument.text": b"mimetypeapplication/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.spreadsheet": (
        b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
    ),
}
_OLE = ("application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint")


class Refusal(StrEnum):
    """Why a file is not taken; the ids of its texts on the screen."""

    EMPTY = "file_empty"
    TOO_LARGE = "file_too_large"
    WRONG_KIND = "file_wrong_kind"
    OTHER_CONTENT = "file_other_content"


@dataclass(frozen=True)
class AnyOf:
    """What one question takes. kinds: media types, also `image/*`; most: bytes."""

    kinds: tuple[str, ...]
    most: int

    def refuse_row(self, name: str, size: int) -> Refusal | None:
        """What is wrong with a file by its name and size alone."""
        if not self._named(name):
            return Refusal.WRONG_KIND
        if size == 0:
            return Refusal.EMPTY
        return Refusal.TOO_LARGE if size > self.most else None

    def refuse(self, name: str, content: bytes) -> Refusal | None:
        """What is wrong with a file that was read."""
        known = self.refuse_row(name, len(content))
        return known if known or self.media_type(name, content) else Refusal.OTHER_CONTENT

    def media_type(self, name: str, content: bytes) -> str | None:
        """What it is, by its name and its content at once; None where they disagree."""
        return next((kind for kind in self._named(name) if _is(kind, content)), None)

    @property
    def words(self) -> str:
        """ "PDF, JPEG, PNG"."""
        return ", ".join(dict.fromkeys(_label(kind) for kind in self.kinds))

    def _named(self, name: str) -> list[str]:
        """Every kind that is taken and that files of this name are."""
        lower = name.casefold()
        candidates = {*_SUFFIXES, *_IN_ZIP, *USUAL, *(k for k in self.kinds if "*" not in k)}
        named = {kind for kind in candidates if lower.endswith(tuple(_suffixes(kind)))}
        return sorted(kind for kind in named if any(fnmatch.fnmatch(kind, k) for k in self.kinds))


def any_of(kinds: Sequence[str], most: int | None, largest: int) -> AnyOf:
    """What a question takes: its own kinds or the usual ones, within what a terminal keeps."""
    return AnyOf(tuple(kinds) or USUAL, min(most or largest, largest))


def size_words(size: int) -> str:
    """12 KB, 1.2 MB; a file of a few bytes is 1 KB."""
    if size >= 1_000_000:
        return f"{size / 1_000_000:.1f}".removesuffix(".0") + " MB"
    return f"{max(1, round(size / 1000))} KB"


def _suffixes(kind: str) -> Sequence[str]:
    return _SUFFIXES.get(kind) or mimetypes.guess_all_extensions(kind)


def _label(kind: str) -> str:
    if kind in _LABELS:
        return _LABELS[kind]
    endings = _suffixes(kind)
    return endings[0].removeprefix(".").upper() if endings else kind


def _is(kind: str, content: bytes) -> bool:
    found = _found(content)
    if kind in _IN_ZIP:
        return found == "application/zip" and _IN_ZIP[kind] in content
    if kind in _OLE:
        return found == "application/x-ole"
    if kind.startswith("text/"):
        return found == "text/plain"
    known = kind in {known for known, _ in _STARTS} or kind in ("image/webp", "image/heic")
    return found == kind if known else found == ""


def _found(content: bytes) -> str:
    """The kind that the content has; "" for one that is not known here."""
    for kind, start in _STARTS:
        if content.startswith(start):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    if content[4:8] == b"ftyp" and content[8:12] in (b"heic", b"heix", b"mif1", b"heim", b"heis"):
        return "image/heic"
    return "text/plain" if _reads_as_text(content) else ""


def _reads_as_text(content: bytes) -> bool:
    if b"\x00" in content:
        return False
    for encoding in ("utf-8", "gb18030"):
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return True
    return False
