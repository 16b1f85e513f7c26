"""Attachments at the back-end: in parts, from where they stopped, checked, and only then named."""

import hashlib
import os
import time
from pathlib import Path
from typing import Any

import pytest
import requests
import uuid6

from backend.attachments import claiming, uploads
from backend.attachments.kinds import fits, kind_of
from backend.attachments.uploads import Uploads
from backend.canonical import base64url
from backend.problems import Problem
from backend.store.database import Database
from foundation.secrets import chunked
from foundation.secrets.overwriting import overwrite
from tests.backend.conftest import Caller
from tests.backend.test_http import kind

PDF = b"%PDF-1.7 canary 4711 " + bytes(range(256)) * 4096
"""More than four chunks."""


def sha256(content: bytes) -> str:
    return base64url(hashlib.sha256(content).digest())


def named(content: bytes, media_type: str = "application/pdf") -> dict[str, Any]:
    hashed = sha256(content)
    return {"sha256": hashed, "name": "a.pdf", "media_type": media_type, "bytes": len(content)}


def where(key: str, content: bytes) -> str:
    return f"/v1/submissions/{key}/attachments/{sha256(content)}"


def put(caller: Caller, key: str, content: bytes, start: int, end: int) -> requests.Response:
    headers = {"Upload-Offset": str(start), "Upload-Length": str(len(content))}
    url = caller.url + where(key, content)
    return caller.session.patch(url, data=content[start:end], headers=headers, timeout=20)


def test_an_upload_goes_on_where_it_stopped(caller: Caller) -> None:
    key, half = str(uuid6.uuid7()), 2 * chunked.CHUNK
    assert caller.get(where(key, PDF)).json() == {"offset": 0, "complete": False}
    assert put(caller, key, PDF, 0, half).json() == {"offset": half, "complete": False}
    assert caller.get(where(key, PDF)).json() == {"offset": half, "complete": False}
    again = put(caller, key, PDF, 0, half)
    assert (again.status_code, kind(again)) == (409, "another-offset")
    assert again.json()["offset"] == half
    assert put(caller, key, PDF, half, half + 5).status_code == 422
    for _ in range(2):  # the second time, as if the first answer had been lost
        answer = put(caller, key, PDF, half, len(PDF))
        assert answer.json() == {"offset": len(PDF), "complete": True}
    assert caller.get(where(key, PDF)).json()["complete"]


def test_a_submission_waits_for_its_attachments(tmp_path: Path) -> None:
    database = Database(tmp_path / "backend.sqlite")

    def need(named: dict[str, Any]) -> None:
        with database.read() as connection:
            claiming.need_all(connection, "key", {"people": [{"papers": [named]}]})

    with pytest.raises(Problem) as missing:
        need(named(PDF))
    assert (missing.value.status, missing.value.body["missing"]) == (409, [sha256(PDF)])
    row = ("key", sha256(PDF), len(PDF), "application/pdf", "2026-11-23T02:31:05Z")
    for _ in range(2):
        database.write(lambda connection: claiming.note(connection, *row))
    need(named(PDF))
    for wrong in (named(PDF, "image/png"), {**named(PDF), "bytes": 1}):
        with pytest.raises(Problem) as refused:
            need(wrong)
        assert refused.value.status == 422
    database.close()


def test_what_is_not_what_it_says_is_dropped(caller: Caller) -> None:
    key = str(uuid6.uuid7())
    headers = {"Upload-Offset": "0", "Upload-Length": str(len(PDF))}
    url = caller.url + where(key, b"something else")
    answer = caller.session.patch(url, data=PDF, headers=headers, timeout=20)
    assert (answer.status_code, kind(answer)) == (422, "another-hash")
    assert caller.get(where(key, b"something else")).json() == {"offset": 0, "complete": False}


def test_what_a_power_cut_spoiled_begins_anew(store: Uploads, tmp_path: Path) -> None:
    hashed, half = sha256(PDF), 2 * chunked.CHUNK
    store.add("key", hashed, 0, PDF[:half], len(PDF))
    with (tmp_path / "uploads" / "key" / hashed).open("r+b") as file:
        overwrite(file)
    with pytest.raises(Problem, match="not what was announced"):
        store.add("key", hashed, half, PDF[half:], len(PDF))
    assert store.offset("key", hashed) == 0
    assert store.add("key", hashed, 0, PDF, len(PDF)) == len(PDF)
    assert store.content("key", hashed) == PDF


def test_what_came_late_does_not_go_with_what_was_abandoned(store: Uploads, tmp_path: Path) -> None:
    half = 2 * chunked.CHUNK
    store.add("key", sha256(PDF), 0, PDF[:half], len(PDF))
    os.utime(tmp_path / "uploads" / "key", (1, 1))
    store.add("key", sha256(PDF), half, PDF[half:], len(PDF))
    assert store.abandoned(time.time()) == []


def test_sizes_and_names_are_bounded(caller: Caller) -> None:
    key = str(uuid6.uuid7())
    headers = {"Upload-Offset": "0", "Upload-Length": str(uploads.LARGEST + 1)}
    url = caller.url + where(key, PDF)
    assert caller.session.patch(url, data=b"a", headers=headers, timeout=20).status_code == 413
    part = bytes(4 * 1024 * 1024 + 1)
    headers["Upload-Length"] = str(len(part))
    assert caller.session.patch(url, data=part, headers=headers, timeout=20).status_code == 413
    assert caller.get(f"/v1/submissions/{key}/attachments/..%2F..%2Fkey").status_code == 404
    assert caller.get(f"/v1/submissions/key/attachments/{'a' * 43}").status_code == 400
    stranger = requests.get(url, timeout=20)
    assert stranger.status_code == 401


@pytest.fixture
def store(tmp_path: Path) -> Uploads:
    return Uploads(tmp_path / "uploads", bytes(32))


def test_a_crash_in_the_middle_of_a_chunk_costs_that_chunk(store: Uploads, tmp_path: Path) -> None:
    store.add("key", sha256(PDF), 0, PDF[: 2 * chunked.CHUNK], len(PDF))
    path = tmp_path / "uploads" / "key" / sha256(PDF)
    os.truncate(path, path.stat().st_size - 100)
    assert store.offset("key", sha256(PDF)) == chunked.CHUNK
    assert store.add("key", sha256(PDF), chunked.CHUNK, PDF[chunked.CHUNK :], len(PDF)) == len(PDF)
    assert store.content("key", sha256(PDF)) == PDF


def test_it_is_sealed_and_opens_for_its_submission_alone(store: Uploads, tmp_path: Path) -> None:
    store.add("first", sha256(PDF), 0, PDF, len(PDF))
    path = tmp_path / "uploads" / "first" / sha256(PDF)
    assert b"canary 4711" not in path.read_bytes()
    (tmp_path / "uploads" / "second").mkdir()
    path.rename(tmp_path / "uploads" / "second" / path.name)
    with pytest.raises(chunked.BrokenSeal):
        store.content("second", sha256(PDF))


def test_a_full_disk_asks_for_rest(store: Uploads, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "FREE_DISK_LIMIT", 1 << 62)
    with pytest.raises(Problem) as full:
        store.add("key", sha256(PDF), 0, PDF, len(PDF))
    assert (full.value.status, full.value.headers) == (507, {"Retry-After": "60"})


def test_what_never_became_a_submission_is_let_go(store: Uploads, tmp_path: Path) -> None:
    store.add("old", sha256(PDF), 0, PDF, len(PDF))
    store.add("new", sha256(PDF), 0, PDF, len(PDF))
    os.utime(tmp_path / "uploads" / "old", (1, 1))
    now = time.time()
    assert store.abandoned(now) == ["old"]
    for one in ("old", "new"):  # the new one as if something of it had come meanwhile
        store.drop(one, now)
    assert [path.name for path in (tmp_path / "uploads").iterdir()] == ["new"]


def test_a_file_is_what_its_first_bytes_say() -> None:
    assert kind_of(PDF) == "application/pdf"
    assert kind_of(b"RIFF\0\0\0\0WEBPVP8 ") == "image/webp"
    assert fits("application/pdf", "application/pdf") and fits("text/plain", "")
    assert not fits("application/pdf", "") and not fits("image/png", "image/jpeg")
    assert not fits("text/plain", "image/png")
