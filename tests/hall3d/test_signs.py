"""Signs: text fits, languages take turns, and what was painted once needs no Qt again."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from hall3d.plan import Department
from hall3d.signs import boards
from hall3d.signs.fitting import SANS, fitted_size, start_qt
from hall3d.signs.store import signs
from tests.hall3d.samples import departments


@pytest.fixture(scope="module", autouse=True)
def qt() -> Iterator[object]:
    """Fonts need the application object."""
    yield start_qt()


def test_pictures_have_the_sizes_the_rasteriser_wants() -> None:
    pictures = boards.hall_pictures(departments(), "zh_CN")
    assert len(pictures) == 13
    for picture in pictures.values():
        height, width, channels = picture.shape
        assert channels == 3
        assert height & (height - 1) == 0 and width & (width - 1) == 0


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_long_name_keeps_a_margin_on_its_sign(language: str) -> None:
    name = {
        "zh_CN": "不动产登记与住房公积金贷款联合服务",
        "en": "Vocational training and employment",
    }
    one = Department("long", 88, "1D4F91", {**name, "en": name["en"] + " support for everyone"})
    picture = boards.counter_sign(one, language)
    ground = picture[2, -2].astype(int)
    edges = [picture[:, -24:], picture[:8, 300:], picture[-8:, 300:]]
    assert all((np.abs(edge.astype(int) - ground) <= 2).all() for edge in edges)
    assert (np.abs(picture[:, 300:].astype(int) - ground) > 60).any()


def test_text_is_made_smaller_until_it_fits() -> None:
    roomy = fitted_size("Tax", 900, 120, 100, True, SANS)
    tight = fitted_size("Tax" * 20, 900, 120, 100, True, SANS)
    assert tight < roomy == 100


def test_languages_take_turns_on_a_sign() -> None:
    one = departments()[0]
    assert (boards.counter_sign(one, "zh_CN") != boards.counter_sign(one, "en")).any()


def test_the_board_shows_rows_and_leaves_unknown_counters_out() -> None:
    rows: list[dict[str, object]] = [
        {"counter": "tax", "serving": "A023", "waiting": 3},
        {"counter": "nobody"},
    ]
    board = boards.queue_board(rows, departments(), "en")
    alone = boards.queue_board(rows[:1], departments(), "en")
    empty = boards.queue_board([], departments(), "en")
    assert (board == alone).all()
    assert (board != empty).any()


def test_painted_signs_are_found_again_without_qt(tmp_path: Path) -> None:
    signs(departments(3), "en", tmp_path, "programs")
    program = (
        "import sys, pathlib; from hall3d.signs.store import signs;"
        "from tests.hall3d.samples import departments;"
        "signs(departments(3), 'en', pathlib.Path(sys.argv[1]), 'programs');"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    line = [sys.executable, "-c", program, str(tmp_path)]
    assert subprocess.run(line, env=dict(os.environ), check=False).returncode == 0


@pytest.mark.log_allowed
def test_a_damaged_picture_file_is_painted_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    first = signs(departments(2), "en", tmp_path, "programs")
    (path,) = tmp_path.glob("signs-*.npz")
    path.write_bytes(b"PK nonsense")
    again = signs(departments(2), "en", tmp_path, "programs")
    assert "painted again" in caplog.text
    caplog.clear()
    assert all((first[name] == again[name]).all() for name in first)
