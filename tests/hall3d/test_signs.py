"""Signs: text fits, languages take turns, and what was painted once needs no Qt again."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from hall3d.plan import Department, lay_out, many
from hall3d.signs import boards, counters, posters, wayfinding
from hall3d.signs.fitting import SANS, fitted_size, start_qt
from hall3d.signs.floor_plan import floor_plan
from hall3d.signs.pictures import HallPictures
from hall3d.signs.posters import NOTICE, notice
from hall3d.signs.shelf import Shelf
from hall3d.signs.store import signs
from hall3d.signs.words import word
from tests.hall3d.samples import departments

BY_ID = {one.id: one for one in departments()}


@pytest.fixture(scope="module", autouse=True)
def qt() -> Iterator[object]:
    """Fonts need the application object."""
    yield start_qt()


def test_pictures_have_the_sizes_the_rasteriser_wants() -> None:
    painter = HallPictures(lay_out(departments()), "zh_CN")
    assert {"title", "band", "board", "kiosk", "totem:0", "sign:tax", "live:tax"} <= set(
        painter.names
    )
    for picture in map(painter.paint, painter.names):
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
    picture = counters.counter_sign(one, language)
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
    assert (counters.counter_sign(one, "zh_CN") != counters.counter_sign(one, "en")).any()


def test_the_board_shows_rows_and_leaves_unknown_counters_out() -> None:
    rows: list[dict[str, object]] = [
        {"counter": "tax", "serving": "A023", "waiting": 3},
        {"counter": "nobody"},
    ]
    board = boards.queue_board(rows, BY_ID, "en")
    alone = boards.queue_board(rows[:1], BY_ID, "en")
    empty = boards.queue_board([], BY_ID, "en")
    assert (board == alone).all()
    assert (board != empty).any()


def ink(picture: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Where something is written on the ground of a picture's corner."""
    return np.asarray(np.abs(picture.astype(int) - picture[-1, -1].astype(int)).sum(2) > 60)


def test_a_sign_that_reads_from_right_to_left_is_mirrored() -> None:
    name = {"zh_CN": "税务服务", "en": "Tax", "ar": "الضرائب"}
    one = Department("tax", 7, "8F3216", name)
    english, arabic = (counters.counter_sign(one, language) for language in ("en", "ar"))
    plate = english[:, :256].min(2).mean()
    assert plate == pytest.approx(arabic[:, -256:].min(2).mean(), abs=3)
    assert plate > 2 * arabic[:, :256].min(2).mean()


def test_a_language_without_words_of_its_own_falls_back_to_english() -> None:
    assert word("closed", "xx") == "Closed for now"
    one = departments()[0]
    assert (counters.counter_sign(one, "xx") != counters.counter_sign(one, "zh_CN")).any()


def test_a_name_that_falls_back_to_english_is_not_told_twice() -> None:
    signs_of_two = [
        counters.counter_sign(
            Department("tax", 7, "8F3216", {"zh_CN": own, "en": "Tax"}, None), "ar"
        )
        for own in ("税务服务", "医疗保障")
    ]
    assert (signs_of_two[0] != signs_of_two[1]).any()


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({}, "Welcome"),
        ({"waiting": 0, "minutes": 0}, "No waiting"),
        ({"waiting": 3, "minutes": 12}, "3 waiting · about 12 min"),
        ({"waiting": 3, "state": "closed"}, "Closed for now"),
    ],
)
def test_a_live_board_says_how_a_counter_stands(row: dict[str, object], said: str) -> None:
    assert counters.standing(row, "en") == said


def test_the_states_of_a_counter_differ_in_more_than_colour() -> None:
    boards_ = {
        state: counters.live_board({"state": state, "waiting": 2, "minutes": 5}, "en")
        for state in ("open", "busy", "closed")
    }
    marks = {state: ink(board)[:, 40:150] for state, board in boards_.items()}
    assert (marks["open"] != marks["busy"]).any() and (marks["open"] != marks["closed"]).any()


def test_the_chart_shows_the_waiting_as_bars_that_grow() -> None:
    def inked(waiting: int) -> int:
        rows = [{"counter": "tax", "waiting": waiting}, {"counter": "business", "waiting": 9}]
        return int(ink(posters.waiting_chart(rows, BY_ID, "en", (2160, 1080))).sum())

    assert inked(1) < inked(4) < inked(9)


@pytest.mark.parametrize("language", ["zh_CN", "en", "ar"])
@pytest.mark.parametrize("number", range(6))
def test_no_poster_touches_its_edges(number: int, language: str) -> None:
    picture = posters.poster(number, language, (2160, 1080), posters.EXHIBIT)
    written = ink(picture)
    edges = (written[:16], written[-16:], written[:, :24], written[:, -24:])
    assert written.any() and not any(edge.any() for edge in edges)


def test_a_totem_lists_every_zone_within_its_edges() -> None:
    plan = lay_out(departments(10, zoned=True))
    own = [
        (zone, [d for d in departments(10, zoned=True) if d.zone == zone]) for zone in plan.zones
    ]
    picture = wayfinding.totem(own, "en")
    assert not ink(picture)[-8:].any() and not ink(picture)[120:, -6:].any()
    fewer = wayfinding.totem(own[:1], "en")
    assert ink(picture).sum() > ink(fewer).sum()


def test_painted_signs_are_found_again_without_qt(tmp_path: Path) -> None:
    signs(lay_out(departments(3)), "en", tmp_path, "programs")
    program = (
        "import sys, pathlib; from hall3d.signs.store import signs;"
        "from hall3d.plan import lay_out; from tests.hall3d.samples import departments;"
        "signs(lay_out(departments(3)), 'en', pathlib.Path(sys.argv[1]), 'programs');"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    line = [sys.executable, "-c", program, str(tmp_path)]
    assert subprocess.run(line, env=dict(os.environ), check=False).returncode == 0


@pytest.mark.log_allowed
def test_a_damaged_picture_file_is_painted_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    first = dict(signs(lay_out(departments(2)), "en", tmp_path, "programs"))
    (path,) = tmp_path.glob("signs-*.npz")
    path.write_bytes(b"PK nonsense")
    again = signs(lay_out(departments(2)), "en", tmp_path, "programs")
    assert "painted again" in caplog.text
    caplog.clear()
    assert all((first[name] == again[name]).all() for name in first)


def test_a_small_picture_shows_the_same_as_the_large_one(tmp_path: Path) -> None:
    kept = signs(lay_out(departments(2)), "en", tmp_path, "programs")
    large, small = kept["title"], kept.small("title")
    assert small.shape[:2] == (large.shape[0] // 4, large.shape[1] // 4)
    assert abs(float(small.mean()) - float(large.mean())) < 2
    kept.close()


@pytest.mark.parametrize("count", [10, 100])
def test_the_map_shows_every_counter_and_stays_clear_of_its_heading(count: int) -> None:
    plan = lay_out(many(departments(10, zoned=True), count))
    picture = floor_plan(plan, "en", (1600, 1100))
    assert picture.shape == (1100, 1600, 3)
    drawing = picture[:, :1100].reshape(-1, 3)
    for colour in {one.department.colour for one in plan.counters}:
        red, green, blue = bytes.fromhex(colour)
        assert (np.abs(drawing.astype(int) - [blue, green, red]).sum(1) < 6).sum() > 40
    below = picture[118:126, :1100].astype(int)
    assert (np.abs(below - below[0, 0]).sum(2) < 6).mean() > 0.99


NOTICES = [
    {"id": n, "icon": "bell", "title": {"zh_CN": zh, "en": en}, "text": {"zh_CN": zh, "en": en}}
    for n, zh, en in (("a", "照常办理", "Open as usual"), ("b", "周三暂停", "Closed on Wednesday"))
]


def test_notices_hang_on_the_exhibition_and_the_walls_and_make_room_again(tmp_path: Path) -> None:
    plan = lay_out(departments(4))
    shelf = Shelf(plan, "en", tmp_path, "")
    before = {name: shelf.picture(name) for name in HallPictures(plan, "en").names}
    changed = shelf.show_notices(NOTICES)
    assert changed[0] == "exhibit:2" and "exhibit:0" not in changed and "notice:0" in changed
    assert shelf.show_notices(NOTICES) == (), "the same notices again are nothing new"
    for name, picture in before.items():
        assert (shelf.picture(name) == picture).all() == (name not in changed)
    assert (shelf.picture("notice:0") != shelf.picture("notice:1")).any()
    assert shelf.show_notices([]) == changed
    assert (shelf.picture("notice:0") == before["notice:0"]).all()
    shelf.close()


@pytest.mark.parametrize("language", ["zh_CN", "en", "ar"])
def test_no_notice_touches_its_edges(language: str) -> None:
    long = {"zh_CN": "很长的通知" * 9, "en": "A notice that is rather long " * 5}
    told = {"icon": "bell", "title": long, "text": {k: v * 3 for k, v in long.items()}}
    picture = notice(told, language, (1760.0, 1210.0), NOTICE)
    ground = picture[-1, 0]
    assert (picture[-12:] == ground).all() and (picture[120:, :20] == ground).all()
    assert (picture[120:, -20:] == ground).all()


def test_a_map_for_who_reads_from_the_right_keeps_its_left_and_right() -> None:
    plan = lay_out(departments(4))
    first = plan.counters[0].department.colour
    left = {}
    for language in ("en", "ar"):
        picture = floor_plan(plan, language, (1100, 1600))[:900]
        red, green, blue = bytes.fromhex(first)
        shown = (np.abs(picture.astype(int) - [blue, green, red]).sum(2) < 6).nonzero()
        left[language] = float(shown[1].mean())
    assert left["ar"] == pytest.approx(left["en"], abs=1.0) and left["en"] < 550
