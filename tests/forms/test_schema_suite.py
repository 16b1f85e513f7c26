"""The published JSON Schema test suite (2020-12): both sides agree with it on what is required."""

from pathlib import Path

import pytest

from benchmarks.schema_suite import SIDES, disagreements, required_cases, suite_folder


@pytest.fixture(scope="module")
def suite() -> Path:
    found = suite_folder()
    if found is None:
        pytest.skip(
            "needs the suite: `make schema-suite`, or name its folder in ATRIUM_SCHEMA_SUITE"
        )
    return found


@pytest.mark.parametrize("side", SIDES)
def test_a_side_agrees_on_every_required_case(suite: Path, side: str) -> None:
    assert sum(1 for _ in required_cases(suite)) > 1000
    assert disagreements(suite, SIDES[side]) == []
