"""Templates at rest: the file encrypted, entries bound to their person, gone when erased."""

import fcntl
import os
import sqlite3
import stat
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from foundation.secrets import open_vault
from identity.decisions.attempts import Attempts
from identity.decisions.decision import ModelInfo
from identity.errors import IdentityError
from identity.gallery.database import PLAIN, connected
from identity.gallery.keys import KEK, TENANT, KeyRing
from identity.gallery.sealing import seal
from identity.gallery.search.index import reference_of
from identity.gallery.store import Gallery
from identity.gallery.template import pack, unpack
from identity.pictures import Vector
from tests.identity.gallery.pages import opened_pages

MODEL = ModelInfo("sface.onnx", "2021dec", "00")


def _vector(seed: int = 1) -> Vector:
    vector = np.random.default_rng(seed).normal(size=128).astype(np.float32)
    return vector / np.float32(np.linalg.norm(vector))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "gallery.sqlite"


@pytest.fixture
def ring(tmp_path: Path) -> KeyRing:
    return KeyRing(lambda: open_vault(tmp_path / "vault"))


@pytest.fixture
def gallery(file: Path, ring: KeyRing) -> Iterator[Gallery]:
    gallery = Gallery(file, ring)
    yield gallery
    gallery.close()


def _files(folder: Path) -> bytes:
    return b"".join(one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file())


def test_a_packed_vector_is_small_and_almost_the_same() -> None:
    vector = _vector()
    assert len(pack(vector)) == 132
    again = unpack(pack(vector))
    assert float(again @ vector / np.linalg.norm(again)) > 0.9999
    assert not unpack(pack(np.zeros(128, np.float32))).any()


def test_templates_come_back_also_after_a_restart(
    file: Path, ring: KeyRing, gallery: Gallery
) -> None:
    gallery.enrol("p1", MODEL, [_vector(1), _vector(2)])
    again = Gallery(file, ring)
    vectors = again.templates("p1", MODEL)
    again.close()
    assert [round(float(v @ _vector(n)), 2) for n, v in enumerate(vectors, 1)] == [1, 1]
    (enrolment,) = gallery.subjects()
    assert (enrolment.subject, enrolment.images) == ("p1", 2)


def test_nothing_in_the_files_can_be_read(file: Path, ring: KeyRing, gallery: Gallery) -> None:
    gallery.enrol("a-subject", MODEL, [_vector()])
    packed, data = pack(_vector()), _files(file.parent.parent)
    keys = ring.current()
    for secret in (keys.kek, keys.tenant, keys.database):
        assert secret not in data and secret.hex().encode() not in data
    for start in range(4, len(packed) - 8, 8):
        assert packed[start : start + 8] not in data
    assert _vector().tobytes()[:16] not in data
    for word in (b"a-subject", b"sface.onnx", b"CREATE TABLE", PLAIN):
        assert word not in data


def test_the_file_is_private(file: Path, gallery: Gallery) -> None:
    gallery.subjects()
    assert stat.S_IMODE(os.stat(file).st_mode) == 0o600


def test_templates_of_another_model_are_never_given_out(gallery: Gallery) -> None:
    gallery.enrol("p1", MODEL, [_vector()])
    assert gallery.templates("p1", ModelInfo("sface.onnx", "2030", "00")) == []
    assert gallery.templates("p1", ModelInfo("dlib.dat", "2021dec", "00")) == []
    assert list(gallery.everybody(ModelInfo("dlib.dat", "2021dec", "00"))) == []


def test_another_key_opens_nothing_and_says_so(
    file: Path, gallery: Gallery, tmp_path: Path
) -> None:
    gallery.enrol("p1", MODEL, [_vector()])
    before = file.read_bytes()
    stolen = Gallery(file, KeyRing(lambda: open_vault(tmp_path / "another vault")))
    with pytest.raises(IdentityError, match="backup") as refused:
        stolen.templates("p1", MODEL)
    stolen.close()
    assert refused.value.cause == "gallery_unreadable"
    assert file.read_bytes() == before


def test_a_damaged_vault_is_said_and_changes_nothing(file: Path, tmp_path: Path) -> None:
    ring = KeyRing(lambda: open_vault(tmp_path / "vault"))
    ring.current()
    (tmp_path / "vault" / "secrets.sealed").write_bytes(b"atrium vault 1\n" + bytes(60))
    gallery = Gallery(file, ring)
    with pytest.raises(IdentityError, match=r"secrets\.sealed") as refused:
        gallery.subjects()
    assert refused.value.cause == "gallery_unreadable"
    assert not file.exists()


@pytest.mark.parametrize(
    "swap",
    [
        "UPDATE templates SET sealed = (SELECT sealed FROM templates WHERE subject = 'p2')",
        "UPDATE keys SET wrapped = (SELECT wrapped FROM keys WHERE subject = 'p2')",
        "UPDATE templates SET version = '2030'",
        "UPDATE templates SET number = 7",
    ],
)
def test_entries_that_were_moved_do_not_open(
    file: Path, ring: KeyRing, gallery: Gallery, swap: str
) -> None:
    gallery.enrol("p1", MODEL, [_vector(1)])
    gallery.enrol("p2", MODEL, [_vector(2)])
    base = connected(file, ring.current())
    base.execute(swap)
    base.close()
    with pytest.raises(IdentityError):
        gallery.templates("p1", ModelInfo("sface.onnx", "2030", "00"))
        gallery.templates("p1", MODEL)


@pytest.mark.parametrize("where", [10, 100, 2000, 4096 + 50])
def test_a_changed_byte_anywhere_is_found(
    file: Path, ring: KeyRing, gallery: Gallery, where: int
) -> None:
    for n in range(4):
        gallery.enrol(f"p{n}", MODEL, [_vector(n)])
    gallery.close()
    data = bytearray(file.read_bytes())
    for at in range(where, len(data), 4096):
        data[at] ^= 1
    file.write_bytes(data)
    again = Gallery(file, ring)
    with pytest.raises(IdentityError, match="backup") as refused:
        again.templates("p1", MODEL)
    again.close()
    assert refused.value.cause == "gallery_unreadable"


def test_erasing_takes_key_templates_and_tries(file: Path, ring: KeyRing, gallery: Gallery) -> None:
    gallery.enrol("p1", MODEL, [_vector()])
    gallery.keep_attempts("p1", Attempts(3, 5.0))
    base = connected(file, ring.current())
    ((wrapped,),) = base.execute("SELECT wrapped FROM keys").fetchall()
    ((sealed,),) = base.execute("SELECT sealed FROM templates").fetchall()
    base.close()
    opened = opened_pages(file, ring.current().database)
    assert wrapped in opened and sealed in opened and b"p1" in opened
    assert gallery.erase("p1")
    assert not gallery.erase("p1")
    # every page opened, free ones too, and no other file that a page could be in
    opened = opened_pages(file, ring.current().database)
    assert wrapped not in opened and sealed not in opened and b"p1" not in opened
    assert {one.name for one in file.parent.iterdir()} == {"gallery.sqlite", "gallery.lock"}
    assert gallery.templates("p1", MODEL) == []
    assert gallery.subjects() == []
    assert gallery.attempts("p1") == Attempts()


def test_an_erasure_that_cannot_be_told_does_not_happen(gallery: Gallery) -> None:
    def refuse(_: object) -> None:
        raise IdentityError("search_unavailable", "no")

    gallery.enrol("p1", MODEL, [_vector()])
    with pytest.raises(IdentityError):
        gallery.erase("p1", refuse)
    assert len(gallery.templates("p1", MODEL)) == 1


def test_enrolling_again_replaces_and_gives_new_tries(gallery: Gallery) -> None:
    gallery.enrol("p1", MODEL, [_vector(1), _vector(2)])
    gallery.keep_attempts("p1", Attempts(50, 5.0))
    gallery.enrol("p1", MODEL, [_vector(3)])
    (only,) = gallery.templates("p1", MODEL)
    assert float(only @ _vector(3)) > 0.99
    assert gallery.attempts("p1") == Attempts()


def test_tries_of_somebody_erased_are_not_kept(gallery: Gallery) -> None:
    gallery.enrol("p1", MODEL, [_vector()])
    gallery.erase("p1")
    gallery.keep_attempts("p1", Attempts(1, 5.0))
    assert gallery.attempts("p1") == Attempts()


def test_tries_survive_a_restart(file: Path, ring: KeyRing, gallery: Gallery) -> None:
    gallery.enrol("p1", MODEL, [_vector()])
    gallery.keep_attempts("p1", Attempts(4, 123.5))
    again = Gallery(file, ring)
    assert again.attempts("p1") == Attempts(4, 123.5)
    again.close()


def test_a_file_that_is_no_gallery_is_said_to_be_unreadable(file: Path, ring: KeyRing) -> None:
    file.parent.mkdir()
    file.write_bytes(b"not a database at all" * 100)
    gallery = Gallery(file, ring)
    for _ in range(2):
        with pytest.raises(IdentityError, match="cannot be read") as refused:
            gallery.subjects()
        assert refused.value.cause == "gallery_unreadable"
    assert file.read_bytes().startswith(b"not a database")


def test_nothing_is_opened_or_made_before_it_is_needed(file: Path, tmp_path: Path) -> None:
    Gallery(file, KeyRing(lambda: open_vault(tmp_path / "vault"))).close()
    assert not file.exists() and not (tmp_path / "vault").exists()


def test_whose_a_reference_is(gallery: Gallery) -> None:
    gallery.enrol("p1", MODEL, [_vector()])
    found = gallery.owner(reference_of("p1"))
    assert found is not None and (found.subject, found.images) == ("p1", 1)
    assert gallery.owner(reference_of("p2")) is None


def test_a_change_by_another_process_is_noticed(
    file: Path, ring: KeyRing, gallery: Gallery
) -> None:
    before = gallery.changed_by_others()
    gallery.enrol("p1", MODEL, [_vector()])
    assert gallery.changed_by_others() == before
    other = Gallery(file, ring)
    other.enrol("p2", MODEL, [_vector(2)])
    other.close()
    assert gallery.changed_by_others() != before


def test_terminals_that_start_together_make_one_gallery(file: Path, ring: KeyRing) -> None:
    galleries = [Gallery(file, ring) for _ in range(4)]
    started = [
        threading.Thread(target=one.enrol, args=(f"p{n}", MODEL, [_vector(n)]))
        for n, one in enumerate(galleries)
    ]
    for one in started:
        one.start()
    for one in started:
        one.join()
    assert {one.subject for one in galleries[0].subjects()} == {"p0", "p1", "p2", "p3"}
    for gallery in galleries:
        gallery.close()


def test_who_waits_to_begin_a_gallery_goes_on_with_the_one_that_others_began(
    file: Path, ring: KeyRing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = Gallery(tmp_path / "begun.sqlite", ring)
    begun.enrol("p1", MODEL, [_vector()])
    begun.close()
    file.parent.mkdir()
    real_sleep = time.sleep

    def others_finish(seconds: float) -> None:
        if not file.exists():
            (tmp_path / "begun.sqlite").rename(file)
        real_sleep(seconds)

    monkeypatch.setattr("identity.gallery.database.time.sleep", others_finish)
    gallery = Gallery(file, ring)
    with file.with_suffix(".lock").open("ab") as others:
        fcntl.flock(others, fcntl.LOCK_SH)  # they keep it for as long as they are there
        assert [one.subject for one in gallery.subjects()] == ["p1"]
    gallery.close()


def plain_gallery(file: Path, kek: bytes) -> None:
    """A gallery as the first version kept it: p1 with two templates, p2 with one and 4 tries."""
    file.parent.mkdir(parents=True, exist_ok=True)
    base = sqlite3.connect(file)
    base.executescript("""
        CREATE TABLE keys (subject TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT;
        CREATE TABLE templates (subject TEXT NOT NULL REFERENCES keys ON DELETE CASCADE,
            number INTEGER NOT NULL, model TEXT NOT NULL, version TEXT NOT NULL,
            sealed BLOB NOT NULL, PRIMARY KEY (subject, number)) STRICT;
        CREATE TABLE enrolments (subject TEXT PRIMARY KEY REFERENCES keys ON DELETE CASCADE,
            images INTEGER NOT NULL, enrolled_at REAL NOT NULL) STRICT;
        CREATE TABLE attempts (subject TEXT PRIMARY KEY REFERENCES keys ON DELETE CASCADE,
            failed INTEGER NOT NULL, last_failed_at REAL NOT NULL) STRICT;
    """)
    with base:
        for subject, seeds in (("p1", (1, 2)), ("p2", (3,))):
            key = bytes([len(seeds)]) * 32
            wrapped = seal(kek, key, ("data key", subject))
            base.execute("INSERT INTO keys VALUES (?, ?)", (subject, wrapped))
            for n, seed in enumerate(seeds):
                sealed = seal(key, pack(_vector(seed)), (subject, MODEL.name, MODEL.version))
                row = (subject, n, MODEL.name, MODEL.version, sealed)
                base.execute("INSERT INTO templates VALUES (?, ?, ?, ?, ?)", row)
            base.execute("INSERT INTO enrolments VALUES (?, ?, ?)", (subject, len(seeds), 1000.0))
        base.execute("INSERT INTO attempts VALUES ('p2', 4, 5.0)")
    base.close()


def everybody_is_there(gallery: Gallery) -> bool:
    """Whether the people of `plain_gallery` are in a gallery, as they were."""
    cosines = [
        float(vector @ _vector(seed))
        for subject, seeds in (("p1", (1, 2)), ("p2", (3,)))
        for seed, vector in zip(seeds, gallery.templates(subject, MODEL), strict=True)
    ]
    return (
        min(cosines) > 0.995
        and [one.images for one in gallery.subjects()] == [2, 1]
        and gallery.subjects()[0].enrolled_at == "1970-01-01T00:16:40+00:00"
        and gallery.attempts("p2") == Attempts(4, 5.0)
    )


def test_a_plain_gallery_of_before_is_encrypted_and_overwritten(file: Path, ring: KeyRing) -> None:
    plain_gallery(file, ring.current().kek)
    with file.open("rb") as kept:  # whoever still holds the old file sees only zeros in it
        gallery = Gallery(file, ring)
        assert everybody_is_there(gallery)
        kept.seek(0)
        assert not any(kept.read())
    assert not file.read_bytes().startswith(PLAIN)
    assert {one.name for one in file.parent.iterdir()} == {"gallery.sqlite", "gallery.lock"}
    gallery.close()


def test_a_plain_gallery_under_another_key_is_left_as_it_is(file: Path, ring: KeyRing) -> None:
    plain_gallery(file, bytes(32))
    before, gallery = file.read_bytes(), Gallery(file, ring)
    for _ in range(2):
        with pytest.raises(IdentityError, match="backup") as refused:
            gallery.subjects()
        assert refused.value.cause == "gallery_unreadable"
    assert file.read_bytes() == before


@pytest.mark.parametrize("tenant", [False, True])
def test_new_keys_replace_the_old_and_everybody_stays(
    file: Path, ring: KeyRing, tmp_path: Path, tenant: bool
) -> None:
    plain_gallery(file, ring.current().kek)
    gallery = Gallery(file, ring)
    assert everybody_is_there(gallery)
    old, turned = ring.current(), dict(gallery.everybody(MODEL))["p1"][0]
    gallery.change_keys(tenant)
    new = ring.current()
    assert everybody_is_there(gallery)
    assert new.kek != old.kek
    assert (new.tenant != old.tenant) is tenant
    again = dict(gallery.everybody(MODEL))["p1"][0]
    assert (float(turned @ again) > 0.9) is not tenant, "a copy of the old one fits nothing"
    vault = open_vault(tmp_path / "vault")
    assert set(vault.names()) == {KEK, TENANT}
    assert old.kek not in [vault.get(name) for name in vault.names()]
    gallery.close()


def test_keys_are_not_changed_under_another_process(
    file: Path, ring: KeyRing, gallery: Gallery
) -> None:
    gallery.enrol("p1", MODEL, [_vector()])
    other = Gallery(file, ring)
    with pytest.raises(IdentityError, match="stop the terminal") as refused:
        other.change_keys()
    assert refused.value.cause == "busy"
    assert len(gallery.templates("p1", MODEL)) == len(other.templates("p1", MODEL)) == 1
    gallery.close()
    other.change_keys()
    assert len(other.templates("p1", MODEL)) == 1
    other.close()
    assert len(gallery.templates("p1", MODEL)) == 1, "who comes back reads the new file"
