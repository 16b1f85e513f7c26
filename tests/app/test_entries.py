"""Entries of a group, added, changed and removed through the real window by hand."""

from tests.app.hand import Begin, Hand


def test_entries_are_added_changed_and_removed(begin: Begin, size: tuple[int, int]) -> None:
    hand = begin(size)
    hand.ask("people")
    assert hand.go_on() == "people"
    assert hand.question.errors
    for name in ("Ann", "Bob"):
        hand.press("group.add")
        hand.walker.until(lambda: hand.question.page.startswith("people["), "an entry")
        _fill_entry(hand, name)
    titles = [row["summary"] for row in hand.question.fields[0]["entries"]]
    assert ["Ann" in one or "Bob" in one for one in titles] == [True, True]
    hand.press("group.change.0")
    hand.walker.until(lambda: hand.question.page == "people[0]", "the entry")
    hand.press("question.field.name")
    hand.walker.type("a")
    assert hand.go_on() == "people"
    assert hand.answer("people")[0]["name"] == "Anna"
    hand.press("group.remove.1", "group.keep.1", "group.remove.1", "group.remove.1")
    assert [one["name"] for one in hand.answer("people")] == ["Anna"]
    assert hand.go_on() == "sign"


def test_going_back_from_a_new_entry_takes_it_away(begin: Begin) -> None:
    hand = begin()
    hand.ask("people")
    hand.press("group.add")
    hand.walker.until(lambda: hand.question.page == "people[0]", "an entry")
    hand.walker.screen("question")
    hand.press("page.back")
    hand.walker.until(lambda: hand.question.page == "people", "the list")
    assert hand.question.fields[0]["entries"] == []


def test_there_are_no_more_entries_than_allowed(begin: Begin) -> None:
    hand = begin((1080, 1920))
    hand.ask("people")
    for name in ("Ann", "Bob", "Cem"):
        hand.press("group.add")
        hand.walker.until(lambda: hand.question.page.startswith("people["), "an entry")
        _fill_entry(hand, name)
    assert hand.screens.find("group.add") is None


def test_from_check_an_entry_is_changed_alone(begin: Begin) -> None:
    hand = begin()
    hand.ask("people")
    hand.press("group.add")
    hand.walker.until(lambda: hand.question.page == "people[0]", "an entry")
    _fill_entry(hand, "Ann")
    hand.window.check()
    hand.window.settle()
    hand.press("check.change.people[0]")
    hand.walker.until(lambda: hand.question.page == "people[0]", "the entry")
    hand.press("page.back")
    hand.walker.screen("check")


def _fill_entry(hand: Hand, name: str) -> None:
    hand.press("question.field.name")
    hand.walker.type(name)
    for part, digits in (("day", "04"), ("month", "03"), ("year", "2016")):
        hand.press(f"question.field.born.{part}")
        hand.walker.type(digits)
    assert hand.go_on() == "people", hand.question.errors
