"""Files that arrive in parts: one folder a submission, one sealed file a hash."""

import errno
import fcntl
import hashlib
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from backend.canonical import base64url
from backend.problems import Problem
from foundation.durable import sync
from foundation.secrets import chunked

LARGEST = 20 * 1024 * 1024
"""Bytes of one attachment."""
FREE_DISK_LIMIT = 64 * 1024 * 1024
ABANDONED_S = 30 * 24 * 3600
"""How long parts of a submission that never came are kept."""

_FULL = (errno.ENOSPC, errno.EDQUOT)

_HASH = re.compile(r"[A-Za-z0-9_-]{43}")


class Uploads:
    """Keeps parts and whole files. Nothing here belongs to a case before one names it.

    key: 32 secret bytes. Submissions are named by their idempotency keys (checked UUIDs).
    """

    def __init__(self, folder: Path, key: bytes) -> None:
        self._folder = folder
        self._key = key

    def offset(self, submission: str, sha256: str) -> int:
        """How many bytes are here; the next part begins there."""
        path = self._path(submission, sha256)
        if not path.exists():
            return 0
        with path.open("rb") as file:
            return chunked.held(file) // chunked.CHUNK * chunked.CHUNK

    def add(self, submission: str, sha256: str, start: int, part: bytes, total: int) -> int:
        """Append a part that begins at `start`; returns how many bytes are here.

        Parts are whole chunks of 256 KiB, but for the last. Once all `total` bytes are here their
        hash is checked and they are on disk. Raises Problem 409 (another offset, or another part
        is being taken), 413, 422 (what is here is not what was announced: all is dropped) or 507.
        """
        if not 0 < total <= LARGEST:
            raise Problem(413, "too-large", f"an attachment has 1 to {LARGEST} bytes")
        self._need_room(len(part))
        try:
            with self._alone(submission, sha256) as file:
                here = chunked.held(file)
                if here != total:  # else its end was not heard of
                    here = self._append(file, _owner(submission, sha256), start, part, total)
                if here == total:
                    self._check(file, submission, sha256, total)
                return here
        except OSError as failed:
            if failed.errno not in _FULL:
                raise
            raise _no_room() from failed

    def content(self, submission: str, sha256: str) -> bytes:
        """All of it. Raises FileNotFoundError, BrokenSeal."""
        with self._path(submission, sha256).open("rb") as file:
            return b"".join(self._parts(file, submission, sha256, chunked.held(file)))

    def beginning(self, submission: str, sha256: str) -> bytes:
        """Its first bytes, which tell what kind of file it is."""
        with self._path(submission, sha256).open("rb") as file:
            return next(self._parts(file, submission, sha256, chunked.held(file)))

    def abandoned(self, now: float) -> list[str]:
        """Submissions of which nothing came for ABANDONED_S seconds until `now` (seconds since
        1970); they may be cases."""
        if not self._folder.exists():
            return []
        return [one.name for one in self._folder.iterdir() if _rested(one, now)]

    def drop(self, submission: str, now: float) -> None:
        """Let go of everything of a submission that is still abandoned."""
        folder = self._folder / submission
        if _rested(folder, now):
            shutil.rmtree(folder)

    def _append(self, file: BinaryIO, owner: str, start: int, part: bytes, total: int) -> int:
        chunked.drop_cut_off(file)
        here = chunked.held(file)
        if start != here:
            raise Problem(409, "another-offset", "continue at the offset", offset=here)
        try:
            chunked.seal_part(file, self._key, owner, part, total)
        except ValueError as wrong:
            raise Problem(422, "wrong-part", str(wrong)) from wrong
        return here + len(part)

    def _check(self, file: BinaryIO, submission: str, sha256: str, total: int) -> None:
        """What a power cut left of a part, or a part of another length, cannot be opened; it would
        never become whole."""
        digest = hashlib.sha256()
        try:
            for part in self._parts(file, submission, sha256, total):
                digest.update(part)
            right = base64url(digest.digest()) == sha256
        except chunked.BrokenSeal:
            right = False
        if not right:
            file.truncate(0)  # its name stays: another request may have it open
            raise Problem(422, "another-hash", "what arrived is not what was announced")
        os.fsync(file.fileno())
        for folder in (self._folder / submission, self._folder, self._folder.parent):
            sync(folder)

    def _parts(self, file: BinaryIO, submission: str, sha256: str, total: int) -> Iterator[bytes]:
        return chunked.open_parts(file, self._key, _owner(submission, sha256), total)

    @contextmanager
    def _alone(self, submission: str, sha256: str) -> Iterator[BinaryIO]:
        """The file, begun, with its last chunk whole, and held by nobody else."""
        path = self._path(submission, sha256)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.utime(path.parent)  # something of it came: it is not abandoned
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "r+b") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise Problem(409, "in-flight", "a part is being taken", 1) from None
            if os.fstat(descriptor).st_size < chunked.BEGINNING:
                file.truncate(0)
                chunked.begin(file)
                file.flush()
            yield file

    def _need_room(self, coming: int) -> None:
        space = os.statvfs(self._folder.parent)
        if space.f_bavail * space.f_frsize - coming < FREE_DISK_LIMIT:
            raise _no_room()

    def _path(self, submission: str, sha256: str) -> Path:
        if not _HASH.fullmatch(sha256):
            raise Problem(404, "no-hash", "name an attachment by its SHA-256 as base64url")
        return self._folder / submission / sha256


def _rested(folder: Path, now: float) -> bool:
    return folder.stat().st_mtime < now - ABANDONED_S


def _no_room() -> Problem:
    return Problem(507, "no-room", "there is no room for attachments now", 60)


def _owner(submission: str, sha256: str) -> str:
    return f"upload\n{submission}\n{sha256}"
