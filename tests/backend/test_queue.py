"""A demonstration day at the counters: the same every time, in order, and it moves."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from backend.offer import load_offer
from backend.queue.board import board, line_at
from backend.queue.day import Joined, breaks, tickets
from foundation.paths import asset

OFFER = load_offer(asset())
MORNING = datetime(2026, 11, 23, 9, 0).astimezone()


@pytest.mark.parametrize("seed", ["2026-11-23 tax", "2026-11-24 tax", "2026-11-23 medical"])
def test_tickets_are_called_in_their_order_and_never_in_a_break(seed: str) -> None:
    day = list(tickets(seed, 7.0))
    assert day == list(tickets(seed, 7.0)) and len(day) > 80
    for before, after in pairwise(day):
        assert before.drawn <= after.drawn and before.over <= after.called
    away = breaks(seed)
    assert all(one.drawn <= one.called for one in day)
    assert not any(start <= one.called < end for one in day for start, end in away)


def test_a_day_shows_every_state_and_queues_that_people_bear() -> None:
    rows = [
        row for step in range(96) for row in board(OFFER, MORNING + timedelta(minutes=5 * step), {})
    ]
    assert {row["state"] for row in rows} == {"open", "busy", "closed"}
    assert max(row["waiting"] for row in rows) <= 9
    assert sum(row["state"] == "closed" for row in rows) < 0.15 * len(rows)


def test_the_board_moves_within_minutes_and_numbers_only_grow() -> None:
    first, later = (board(OFFER, MORNING + timedelta(minutes=m), {}) for m in (0, 10))
    assert first != later and first == board(OFFER, MORNING, {})
    for before, after in zip(first, later, strict=True):
        assert before["counter"] == after["counter"]
        assert int(before["serving"]) <= int(after["serving"])


def test_who_joins_changes_nothing_before_them_and_who_goes_lets_others_up() -> None:
    seed = "2026-11-23 tax"
    alone = list(tickets(seed, 7.0))
    joined = Joined("me", 600.0, gone=False)
    line = list(tickets(seed, 7.0, [joined]))
    place = next(i for i, one in enumerate(line) if one.id == "me")
    assert line[:place] == alone[:place] and line[place].drawn == 600.0
    behind = line[place + 1].called
    gone = list(tickets(seed, 7.0, [Joined("me", 600.0, gone=True)]))
    assert gone[place].over == gone[place].called
    assert gone[place + 1].called <= behind


def test_whoever_joins_in_the_last_minutes_of_a_day_stands_in_line() -> None:
    seed, midnight = "2026-11-23 tax", 24 * 60.0
    last = list(tickets(seed, 7.0))[-1].drawn
    late = [Joined("me", (last + midnight) / 2, gone=False), Joined("you", 1439.9, gone=False)]
    assert [one.id for one in tickets(seed, 7.0, late)][-2:] == ["me", "you"]


def test_a_ticket_stays_in_line_when_the_clock_is_put_back() -> None:
    drawn = Joined("me", 600.0, gone=False)
    ten = MORNING.replace(hour=10, minute=0)
    for moment in (ten, ten - timedelta(minutes=20)):
        assert "me" in [one.id for one in line_at(OFFER, "tax", moment, [drawn])]
