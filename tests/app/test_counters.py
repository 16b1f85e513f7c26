"""What the screen is told of counters: queues, whose case is where, what is near."""

import pytest

from kiosk.app.counters import Counters
from kiosk.app.hall import theme_at
from kiosk.services.catalogue import load_catalogue

AROUND = [
    {"place": "desk", "metres": 2.2, "side": "behind"},
    {"counter": "tax", "metres": 4.4, "side": "ahead"},
    {"place": "zone:home", "metres": 9.0, "side": "left"},
    {"counter": "households", "metres": 12.0, "side": "left"},
    {"counter": "medical", "metres": 13.0, "side": "left"},
]


@pytest.fixture
def counters() -> Counters:
    known = Counters(load_catalogue().departments)
    known.seen_from(AROUND)
    return known


def test_a_row_carries_queue_side_and_whether_it_is_mine(counters: Counters) -> None:
    queue = {"counter": "tax", "serving": "7", "waiting": 2, "minutes": 9, "state": "closed"}
    counters.queue, counters.mine = [queue], {"tax"}
    rows = {row["id"]: row for row in counters.rows("en")}
    tax, other = rows["tax"], rows["business"]
    assert (tax["state"], tax["minutes"], tax["mine"]) == ("closed", 9, True)
    assert (tax["metres"], tax["side"]) == (4, "ahead")
    assert (other["state"], other["mine"], other["side"]) == ("open", False, "")


def test_what_is_ahead_leaves_out_where_one_stands_and_is_short(counters: Counters) -> None:
    told = counters.ahead("counter:tax", "en")
    assert [row["id"] for row in told] == ["desk", "zone:home", "counter:households"]
    assert told[2]["name"] == "Household registration" and told[2]["number"] == 1
    assert told[0]["name"] == "", "the screen has the word for the desk"
    assert all(row["name"] != row["id"] for row in told)


@pytest.mark.parametrize(
    ("setting", "hour", "theme"),
    [
        ("automatic", 7, "day"),
        ("automatic", 17, "day"),
        ("automatic", 18, "evening"),
        ("automatic", 6, "evening"),
        ("festival", 3, "festival"),
    ],
)
def test_the_hall_looks_as_the_setting_or_the_hour_says(
    setting: str, hour: int, theme: str
) -> None:
    assert theme_at(setting, hour) == theme
