"""Candidates from a real gallery: in step with it, calibrated, and deciding nothing."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from foundation.secrets import open_vault
from identity.decisions.calibration import Calibration
from identity.decisions.candidates import one_in, rate_bound
from identity.decisions.decision import EngineInfo, ModelInfo
from identity.errors import IdentityError
from identity.faces.face import Face
from identity.gallery.keys import KeyRing
from identity.gallery.search.finder import Finder
from identity.gallery.search.index import reference_of
from identity.gallery.search.postgres import PostgresIndex
from identity.gallery.search.scan import ExactScan
from identity.gallery.store import Gallery
from identity.pictures import Image, Vector

MODEL = ModelInfo("sface.onnx", "2021dec", "00")
SIZE = 256
"""As long as two models' vectors side by side: nothing may rest on 128."""
POINTS = ((1e-3, 0.38), (1e-4, 0.44), (1e-5, 0.49))


class Cosine:
    """An engine without a network: its vectors come from the test."""

    info = EngineInfo("cosine", (MODEL,))
    calibration = Calibration(POINTS, POINTS, 0.45)

    def embed(self, image: Image, face: Face) -> Vector:
        raise NotImplementedError

    def mean(self, vectors: Sequence[Vector]) -> Vector:
        middle: Vector = np.mean(vectors, axis=0).astype(np.float32)
        return middle / np.float32(np.linalg.norm(middle))

    def similarity(self, one: Vector, other: Vector) -> float:
        return float(one @ other)


def _face(person: int, picture: int = 0) -> Vector:
    """Pictures of one person are 0.7 alike or so, those of two about 0."""
    own = np.random.default_rng(person).normal(size=SIZE)
    noise = np.random.default_rng([person, picture + 1]).normal(size=SIZE)
    vector = (own + 0.65 * noise).astype(np.float32)
    return vector / np.float32(np.linalg.norm(vector))


@pytest.fixture
def gallery(tmp_path: Path) -> Iterator[Gallery]:
    gallery = _gallery(tmp_path)
    yield gallery
    gallery.close()


def _gallery(home: Path) -> Gallery:
    return Gallery(home / "gallery.sqlite", KeyRing(lambda: open_vault(home / "vault")))


@pytest.fixture(params=["memory", "postgresql"])
def finder(request: pytest.FixtureRequest, gallery: Gallery) -> Iterator[Finder]:
    if request.param == "memory":
        finder = Finder(gallery, MODEL, lambda _: ExactScan())
    else:
        address = request.getfixturevalue("postgres")
        finder = _shared(gallery, address, "north")
    yield finder
    finder.close()


def _shared(gallery: Gallery, address: str, district: str) -> Finder:
    return Finder(gallery, MODEL, lambda s: PostgresIndex(address, s), district)


def _enrol(gallery: Gallery, people: int) -> None:
    for person in range(people):
        gallery.enrol(f"p{person}", MODEL, [_face(person, n) for n in range(1, 3)])


def test_a_person_is_the_first_candidate_and_strangers_have_no_rate(
    gallery: Gallery, finder: Finder
) -> None:
    _enrol(gallery, 30)
    found, people = finder.candidates(_face(7), Cosine(), 5)
    assert people == 30
    assert (found[0].subject, found[0].images, found[0].alike) == ("p7", 2, True)
    assert found[0].false_match_rate == 1e-5
    assert len(found) == 5
    assert {(one.false_match_rate, one.alike) for one in found[1:]} == {(None, False)}
    besides, _ = finder.candidates(_face(7), Cosine(), 5, besides="p7")
    assert "p7" not in [one.subject for one in besides] and len(besides) == 5


def test_it_follows_what_is_enrolled_and_erased(gallery: Gallery, finder: Finder) -> None:
    _enrol(gallery, 3)
    assert finder.candidates(_face(9), Cosine(), 1)[0][0].alike is False
    gallery.enrol("p9", MODEL, [_face(9, 1)])
    finder.enrolled("p9", [_face(9, 1)], Cosine())
    assert finder.candidates(_face(9), Cosine(), 1)[0][0].subject == "p9"
    with finder.forgetting("p9"):
        gallery.erase("p9")
    found, people = finder.candidates(_face(9), Cosine(), 5)
    assert people == 3 and "p9" not in [one.subject for one in found]


def test_an_erasure_that_failed_leaves_the_person_to_be_found(
    gallery: Gallery, finder: Finder
) -> None:
    _enrol(gallery, 3)
    finder.candidates(_face(1), Cosine(), 1)
    with pytest.raises(IdentityError), finder.forgetting("p1"):
        raise IdentityError("gallery_unreadable", "the disk is full")
    assert finder.candidates(_face(1), Cosine(), 1)[0][0].subject == "p1"


def test_another_process_and_new_keys_are_noticed(
    gallery: Gallery, finder: Finder, tmp_path: Path
) -> None:
    _enrol(gallery, 3)
    finder.candidates(_face(1), Cosine(), 1)
    other = _gallery(tmp_path)
    other.enrol("p5", MODEL, [_face(5, 1)])
    other.close()
    assert finder.candidates(_face(5), Cosine(), 1)[0][0].subject == "p5"
    gallery.change_keys(tenant=True)
    found, people = finder.candidates(_face(5), Cosine(), 1)
    assert (found[0].subject, found[0].alike, people) == ("p5", True, 4)


def test_what_the_index_holds_is_turned(gallery: Gallery) -> None:
    index = ExactScan()
    gallery.enrol("p1", MODEL, [_face(1)])
    finder = Finder(gallery, MODEL, lambda _: index)
    finder.candidates(_face(1), Cosine(), 1)
    (held,) = index.nearest(_face(1), 1)
    assert abs(float(held.vector @ _face(1))) < 0.5
    assert float(held.vector @ gallery.turn(_face(1), MODEL)) > 0.99
    finder.close()


def test_terminals_that_share_an_index_find_each_others_people(
    tmp_path: Path, postgres: str
) -> None:
    homes = [tmp_path / "a", tmp_path / "b"]
    secret = b"one tenant".ljust(32)
    galleries = []
    for home in homes:
        home.mkdir()
        open_vault(home / "vault").put("gallery-tenant", secret)
        galleries.append(_gallery(home))
    first, second = (
        _shared(galleries[0], postgres, "north"),
        _shared(galleries[1], postgres, "south"),
    )
    galleries[0].enrol("p1", MODEL, [_face(1, 1)])
    first.candidates(_face(1), Cosine(), 1)
    (found,), people = second.candidates(_face(1), Cosine(), 1)
    assert (found.alike, found.images, people) == (True, None, 1)
    assert found.subject == f"{reference_of('p1') & (2**64 - 1):016x}"
    third = _shared(galleries[0], postgres, "north")
    with third.forgetting("p1"):  # before its first search
        galleries[0].erase("p1")
    assert second.candidates(_face(1), Cosine(), 1) == ([], 0)
    for finder in (first, second, third):
        finder.close()
    for gallery in galleries:
        gallery.close()


def test_nobody_is_erased_while_a_shared_index_cannot_forget_them(gallery: Gallery) -> None:
    _enrol(gallery, 1)
    gone = _shared(gallery, "host=/nonexistent", "north")
    with pytest.raises(IdentityError) as refused, gone.forgetting("p0"):
        gallery.erase("p0")
    assert refused.value.cause == "search_unavailable"
    assert len(gallery.subjects()) == 1


@pytest.mark.parametrize(("people", "asked"), [(0, 10_000), (3, 10_000), (50, 50_000)])
def test_the_more_people_the_rarer_a_false_match_must_be(people: int, asked: int) -> None:
    assert one_in(Cosine.calibration, people) == asked
    assert one_in(Cosine.calibration, 10**6) == 100_000, "rarer was never measured"


def test_a_small_site_asks_only_for_what_it_measured(gallery: Gallery) -> None:
    class SmallSite(Cosine):
        calibration = Calibration(((1e-2, 0.3), (1e-3, 0.38)), POINTS, 0.45)

    assert one_in(SmallSite.calibration, 10**6) == 1_000
    gallery.enrol("p1", MODEL, [_face(1, 1)])
    finder = Finder(gallery, MODEL, lambda _: ExactScan())
    (found,), _ = finder.candidates(_face(1), SmallSite(), 1)
    assert (found.alike, found.false_match_rate) == (True, 1e-3)
    finder.close()


@pytest.mark.parametrize(
    ("similarity", "rate"),
    [(0.2, None), (0.38, 1e-3), (0.41, 10**-3.5), (0.44, 1e-4), (0.49, 1e-5), (0.99, 1e-5)],
)
def test_a_likeness_becomes_a_bound_on_the_rate(similarity: float, rate: float | None) -> None:
    assert rate_bound(Cosine.calibration, similarity, 1) == pytest.approx(rate)
