"""Candidates: the same promises in memory and in PostgreSQL."""

from collections.abc import Iterator

import numpy as np
import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from identity.errors import IdentityError
from identity.gallery.search import scan
from identity.gallery.search.grid import decode, encode
from identity.gallery.search.index import Index, Vectors, reference_of
from identity.gallery.search.postgres import PostgresIndex
from identity.gallery.search.scan import ExactScan

SIZE = 128


def _vectors(count: int, seed: int = 0) -> Vectors:
    """Unit vectors; of two seeds, different ones."""
    vectors = np.random.default_rng(seed).normal(size=(count, SIZE)).astype(np.float32)
    unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit


@pytest.fixture(params=["memory", "postgresql"])
def index(request: pytest.FixtureRequest) -> Iterator[Index]:
    index: Index = (
        ExactScan()
        if request.param == "memory"
        else PostgresIndex(request.getfixturevalue("postgres"), "model 1")
    )
    index.clear()
    yield index
    index.close()


def test_the_nearest_come_first_and_are_the_exact_ones(index: Index) -> None:
    vectors, (probe,) = _vectors(3000), _vectors(1, 7)
    index.put(range(3000), vectors)
    found = index.nearest(probe, 10)
    apart = encode(vectors).astype(int) - encode(probe[None]).astype(int)
    distances = (apart**2).sum(axis=1)
    assert [distances[one.reference] for one in found] == sorted(distances)[:10]
    for one in found:
        assert (encode(one.vector[None]) == encode(vectors[one.reference][None])).all()


def test_a_person_is_found_among_many_and_gone_once_removed(index: Index) -> None:
    vectors = _vectors(500)
    index.put(range(500), vectors)
    assert index.nearest(vectors[41], 1)[0].reference == 41
    assert index.remove(41)
    assert not index.remove(41)
    assert len(index) == 499
    assert 41 not in [one.reference for one in index.nearest(vectors[41], 499)]
    assert index.nearest(vectors[499], 1)[0].reference == 499, "who filled the gap is still there"


def test_putting_somebody_again_replaces_them(index: Index) -> None:
    old, new = _vectors(2)
    index.put([-5], old[None])
    index.put([-5], new[None])
    assert len(index) == 1
    (only,) = index.nearest(old, 5)
    assert float(only.vector @ new) > 0.999


def test_districts_are_searched_alone_or_all_together(index: Index) -> None:
    here, there = _vectors(2)
    index.put([1], here[None], "north")
    index.put([2], there[None], "it's south")
    assert [one.reference for one in index.nearest(here, 5, "it's south")] == [2]
    assert [one.reference for one in index.nearest(here, 5, "north")] == [1]
    assert [one.reference for one in index.nearest(there, 5)] == [2, 1]
    assert index.nearest(here, 5, "nowhere") == []
    assert index.remove(2) and index.nearest(there, 5, "it's south") == []


def test_an_empty_index_knows_nobody(index: Index) -> None:
    assert index.nearest(_vectors(1)[0], 3) == []
    assert len(index) == 0
    index.put([1], _vectors(1))
    index.clear()
    assert index.nearest(_vectors(1)[0], 3) == []


_STEPS = st.lists(st.tuples(st.booleans(), st.integers(0, 12)), max_size=40)


@given(_STEPS)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_small_blocks_hold_the_same_as_a_plain_table(steps: list[tuple[bool, int]]) -> None:
    whole, rows = scan._ROWS, _vectors(13)
    scan._ROWS = 3
    try:
        index, table = ExactScan(), set()
        for add, who in steps:
            if add:
                index.put([who], rows[who][None])
                table.add(who)
            else:
                assert index.remove(who) == (who in table)
                table.discard(who)
        found = index.nearest(rows[0], 13)
        assert {one.reference for one in found} == table
        assert all(float(one.vector @ rows[one.reference]) > 0.99 for one in found)
    finally:
        scan._ROWS = whole


def test_the_grid_moves_no_cosine_of_unit_vectors_by_more_than_half_a_percent() -> None:
    one, other = _vectors(2000, 1), _vectors(2000, 2)
    other = 0.5 * one + 0.87 * other
    other /= np.linalg.norm(other, axis=1, keepdims=True)
    moved = (one * decode(encode(other))).sum(1) - (one * other).sum(1)
    assert np.abs(moved).max() < 0.005


def test_models_never_meet_in_one_table(postgres: str) -> None:
    one, other = (PostgresIndex(postgres, space) for space in ("sface", "dlib"))
    one.put([1], _vectors(1))
    assert other.nearest(_vectors(1)[0], 5) == []
    one.clear()
    one.close()
    other.close()


def test_what_one_terminal_enrols_another_finds(postgres: str) -> None:
    one, other = (PostgresIndex(postgres, "shared") for _ in range(2))
    one.put([reference_of("p1")], _vectors(1), "north")
    assert other.nearest(_vectors(1)[0], 1)[0].reference == reference_of("p1")
    assert other.remove(reference_of("p1")) and len(one) == 0
    one.close()
    other.close()


def test_a_server_that_went_away_is_said_and_found_again(postgres: str) -> None:
    index = PostgresIndex(postgres, "lost")
    index.put([1], _vectors(1))
    with psycopg.connect(postgres, autocommit=True) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
            " AND backend_type = 'client backend'"
        )
    with pytest.raises(IdentityError, match="PostgreSQL") as refused:
        len(index)
    assert refused.value.cause == "search_unavailable"
    assert len(index) == 1
    index.clear()
    index.close()


def test_a_server_that_is_not_there_is_said() -> None:
    with pytest.raises(IdentityError) as refused:
        PostgresIndex("host=/nonexistent user=atrium", "none")
    assert refused.value.cause == "search_unavailable"
