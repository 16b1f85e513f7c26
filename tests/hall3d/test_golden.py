"""The hall looks as it did when somebody last looked at it; the same twice to the last bit."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from hall3d.renderer.likeness import Picture, difference
from tests.hall3d.golden.views import SIZE, VIEWS, drawn, kept

_MEAN, _WORST = 1.5, 8.0
"""Delta E; from about 2.3 on a difference is just noticeable side by side."""


@pytest.fixture(scope="module")
def pictures(cache: Path) -> dict[str, Picture]:
    """Every view as it is now."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ATRIUM_CACHE", str(cache))
        return drawn()


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_looks_as_it_should(view: str, pictures: dict[str, Picture]) -> None:
    mean, worst = difference(pictures[view], kept(view))
    assert mean < _MEAN and worst < _WORST, (
        f"{view} differs by {mean:.2f}, worst {worst:.1f}: look at it, and where it is meant, "
        "run python -m tests.hall3d.golden"
    )


def test_another_process_draws_the_same_to_the_last_bit(
    cache: Path, pictures: dict[str, Picture]
) -> None:
    program = (
        "import hashlib; from tests.hall3d.golden.views import drawn;"
        "print(hashlib.sha256(b''.join(p.tobytes() for p in drawn().values())).hexdigest())"
    )
    told = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "ATRIUM_CACHE": str(cache)},
        capture_output=True,
        text=True,
        check=True,
    )
    here = hashlib.sha256(b"".join(picture.tobytes() for picture in pictures.values()))
    assert told.stdout.strip() == here.hexdigest()


def test_the_comparison_sees_what_eyes_see() -> None:
    picture = kept("entrance")
    shifted = np.roll(picture, 1, axis=1)
    darker = (picture * 0.9).astype(np.uint8)
    other = picture.copy()
    other[100:130, 200:260] = 255 - other[100:130, 200:260]
    assert picture.shape == (SIZE[1], SIZE[0], 3)
    assert difference(picture, picture) == (0.0, 0.0)
    assert difference(picture, darker)[0] > _MEAN
    assert difference(picture, other)[1] > _WORST
    assert difference(picture, shifted)[0] < difference(picture, darker)[0]
