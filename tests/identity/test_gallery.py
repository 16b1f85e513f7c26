"""Templates at rest: sealed, bound to their person and model, gone when erased."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from identity.decisions.attempts import Attempts
from identity.decisions.decision import ModelInfo
from identity.errors import IdentityError
from identity.gallery.store import Gallery
from identity.gallery.template import pack, unpack
from identity.pictures import Vector

MODEL = ModelInfo("sface.onnx", "2021dec", "00")
KEY = bytes(range(32))


def _vector(seed: int = 1) -> Vector:
    vector = np.random.default_rng(seed).normal(size=128).astype(np.float32)
    return vector / np.float32(np.linalg.norm(vector))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "gallery.sqlite"


@pytest.fixture
def gallery(file: Path) -> Iterator[Gallery]:
    gallery = Gallery(file, lambda: KEY)
    yield gallery
    gallery.close()


def test_a_packed_vector_is_small_and_almost_the_same() -> None:
    vector = _vector()
    assert len(pack(vector)) == 132
    again = unpack(pack(vector))
    assert float(again @ vector / np.linalg.norm(again)) > 0.9999
    assert not unpack(pack(np.zeros(128, np.float32))).any()


def test_templates_come_back_also_after_a_restart(file: Path, gallery: Gallery) -> None:
    gallery.enrol("p1", MODEL, [_vector(1), _vector(2)])
    again = Gallery(file, lambda: KEY)
    vectors = again.templates("p1", MODEL)
    again.close()
    assert [round(float(v @ _vector(n)), 2) for n, v in enumerate(vectors, 1)] == [1, 1]
    (enrolment,) = gallery.subjects()
    assert (enrolment.subject, enrolment.images) == ("p1", 2)


def test_nothing_of_a_template_can_be_read_in_the_files(file: Path, gallery: Gallery) -> None:
    gallery.enrol("p1", MODEL, [_vector()])
    packed = pack(_vector())
    for one in file.parent.iterdir():
        data = one.read_bytes()
        assert KEY not in data
        for start in range(4, len(packed) - 8, 8):
            assert packed[start : start + 8] not in data
        assert _vector().tobytes()[:16] not in data


def test_the_file_is_private(file: Path, gallery: Gallery) -> None:
    assert stat.S_IMODE(os.stat(file).st_mode) == 0o600


def test_templates_of_another_model_are_never_given_out(gallery: Gallery) -> None:
    gallery.enrol("p1", MODEL, [_vector()])
    assert gallery.templates("p1", ModelInfo("sface.onnx", "2030", "00")) == []
    assert gallery.templates("p1", ModelInfo("dlib.dat", "2021dec", "00")) == []


def test_another_key_opens_nothing_and_says_so(file: Path, gallery: Gallery) -> None:
    gallery.enrol("p1", MODEL, [_vector()])
    stolen = Gallery(file, lambda: bytes(32))
    with pytest.raises(IdentityError, match="backup") as refused:
        stolen.templates("p1", MODEL)
    stolen.close()
    assert refused.value.cause == "gallery_unreadable"


@pytest.mark.parametrize(
    "swap",
    [
        "UPDATE templates SET sealed = (SELECT sealed FROM templates WHERE subject = 'p2')",
        "UPDATE keys SET wrapped = (SELECT wrapped FROM keys WHERE subject = 'p2')",
        "UPDATE templates SET version = '2030'",
    ],
)
def test_entries_that_were_moved_do_not_open(file: Path, gallery: Gallery, swap: str) -> None:
    gallery.enrol("p1", MODEL, [_vector(1)])
    gallery.enrol("p2", MODEL, [_vector(2)])
    base = sqlite3.connect(file)
    with base:
        base.execute(swap)
    base.close()
    with pytest.raises(IdentityError):
        gallery.templates("p1", ModelInfo("sface.onnx", "2030", "00"))
        gallery.templates("p1", MODEL)


def test_erasing_takes_key_templates_and_tries(file: Path, gallery: Gallery) -> None:
    gallery.enrol("p1", MODEL, [_vector()])
    gallery.keep_attempts("p1", Attempts(3, 5.0))
    base = sqlite3.connect(file)
    ((wrapped,),) = base.execute("SELECT wrapped FROM keys").fetchall()
    ((sealed,),) = base.execute("SELECT sealed FROM templates").fetchall()
    base.close()
    assert wrapped in file.read_bytes()
    assert gallery.erase("p1")
    assert not gallery.erase("p1")
    data = file.read_bytes()
    assert wrapped not in data
    assert sealed not in data
    assert gallery.templates("p1", MODEL) == []
    assert gallery.subjects() == []
    assert gallery.attempts("p1") == Attempts()


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


def test_tries_survive_a_restart(file: Path, gallery: Gallery) -> None:
    gallery.enrol("p1", MODEL, [_vector()])
    gallery.keep_attempts("p1", Attempts(4, 123.5))
    again = Gallery(file, lambda: KEY)
    assert again.attempts("p1") == Attempts(4, 123.5)
    again.close()


def test_a_file_that_is_no_gallery_is_said_to_be_unreadable(file: Path) -> None:
    file.write_bytes(b"not a database at all" * 100)
    with pytest.raises(IdentityError, match="cannot be read") as refused:
        Gallery(file, lambda: KEY)
    assert refused.value.cause == "gallery_unreadable"
    assert file.read_bytes().startswith(b"not a database")


def test_the_key_is_asked_for_only_when_it_is_needed(file: Path) -> None:
    def no_key() -> bytes:
        raise AssertionError("nobody needs a key yet")

    gallery = Gallery(file, no_key)
    assert gallery.subjects() == []
    assert gallery.templates("p1", MODEL) == []
    gallery.close()
