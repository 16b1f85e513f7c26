"""Files, photos and signatures, attached through the real window by hand."""

from pathlib import Path

import pytest

from kiosk.demo.answers import photograph
from tests.app.hand import PDF, Begin, Hand


@pytest.mark.parametrize(
    ("name", "failure"),
    [
        ("empty.pdf", "file_empty"),
        ("film.mov", "file_wrong_kind"),
        ("large.pdf", "file_too_large"),
        ("liar.pdf", "file_other_content"),
    ],
)
def test_a_file_that_is_not_taken_says_why(begin: Begin, name: str, failure: str) -> None:
    hand = begin()
    _browse(hand)
    hand.press(f"files.row.{_row(hand, name)}")
    hand.walker.until(lambda: bool(hand.question.attaching.get("failure")), "a refusal")
    assert hand.question.attaching["failure"] == failure
    assert hand.question.attaching["rows"], "the list is still there"
    hand.press("page.back")
    assert hand.question.attaching == {}
    assert hand.answer("papers") is None


def test_files_are_brought_and_taken_away_again(begin: Begin) -> None:
    hand = begin()
    _browse(hand)
    hand.press(f"files.row.{_row(hand, 'agreement.pdf')}")
    hand.walker.until(lambda: hand.question.attaching == {}, "a file that is kept")
    (kept,) = hand.answer("papers")
    assert (kept["name"], kept["media_type"]) == ("agreement.pdf", "application/pdf")
    visit = hand.window.person.visit
    assert hand.window.attachments.open(visit, kept["sha256"]) == PDF
    hand.press("question.browse.papers")
    hand.walker.until(lambda: bool(hand.question.attaching.get("rows")), "the list again")
    hand.press(f"files.row.{_row(hand, 'Papers')}")
    hand.walker.until(lambda: hand.question.attaching["place"] == "Papers", "the folder")
    hand.press("files.up")
    hand.walker.until(lambda: hand.question.attaching["place"] == "", "the top")
    hand.press("page.back", "question.remove.papers.0")
    assert hand.answer("papers") is None


def test_a_stick_that_is_not_there_is_said(begin: Begin, stick: Path) -> None:
    hand = begin()
    gone = stick.rename(stick.with_name("gone"))
    try:
        hand.ask("papers")
        hand.press("question.browse.papers")
        hand.walker.until(lambda: hand.question.attaching.get("failure") == "no_stick", "a refusal")
    finally:
        gone.rename(stick)


def test_a_photo_is_taken_again_and_then_used(begin: Begin) -> None:
    hand = begin()
    hand.window.identity.start()
    hand.ask("picture")
    hand.press("question.photo.picture")
    for again in (True, False):
        hand.walker.until(lambda: hand.question.attaching.get("stage") == "live", "a picture")
        hand.press("photo.shoot")
        hand.walker.until(lambda: hand.question.attaching.get("stage") == "taken", "a photo")
        hand.press("photo.again" if again else "photo.use")
    hand.walker.until(lambda: hand.question.attaching == {}, "a kept photo")
    (kept,) = hand.answer("picture")
    content = hand.window.attachments.open(hand.window.person.visit, kept["sha256"])
    assert content.startswith(b"\xff\xd8\xff")
    hand.press("question.remove.picture.0")
    assert hand.answer("picture") is None


def test_a_paper_may_be_photographed_instead_until_there_are_enough(begin: Begin) -> None:
    hand = begin((1080, 1920))
    hand.window.identity.start()
    _browse(hand)
    hand.press(f"files.row.{_row(hand, 'agreement.pdf')}")
    hand.walker.until(lambda: hand.question.attaching == {}, "a file that is kept")
    photograph(hand.walker, hand.question, "papers")
    assert [one["media_type"] for one in hand.answer("papers")] == ["application/pdf", "image/jpeg"]
    for control in ("question.browse.papers", "question.photo.papers"):
        assert hand.screens.find(control) is None, "there are enough"


def test_cancelling_closes_the_camera(begin: Begin) -> None:
    hand = begin()
    closed: list[str] = []
    hand.window.identity.told.connect(lambda event: closed.append(str(event.get("state"))))
    hand.window.identity.start()
    hand.ask("picture")
    hand.press("question.photo.picture")
    hand.walker.until(lambda: hand.question.attaching.get("stage") == "live", "a picture")
    hand.press("page.back")
    hand.walker.until(lambda: "closed" in closed, "a closed camera")
    assert hand.answer("picture") is None
    assert hand.screens.find("question.photo.picture") is not None


def test_a_signature_is_drawn_undone_and_kept(begin: Begin) -> None:
    hand = begin()
    hand.ask("sign")
    hand.screens.drag("question.field.sign", [(0.2, 0.5), (0.3, 0.3), (0.5, 0.6)])
    hand.screens.drag("question.field.sign", [(0.6, 0.5), (0.8, 0.4)])
    assert hand.question_svg().count("<path") == 2
    hand.press("signature.undo")
    assert hand.question_svg().count("<path") == 1
    hand.press("question.continue")
    hand.walker.until(
        lambda: hand.screens.session.screen == "check" or bool(hand.question.errors), "on"
    )
    (kept,) = hand.answer("sign")
    content = hand.window.attachments.open(hand.window.person.visit, kept["sha256"])
    assert content.startswith(b"<svg") and b"<path" in content
    hand.ask("sign")
    assert hand.screens.find("question.field.sign") is None
    hand.press("question.remove.sign.0")
    assert hand.screens.find("question.field.sign") is not None


def test_an_empty_signature_is_no_signature(begin: Begin) -> None:
    hand = begin()
    hand.ask("sign")
    hand.screens.drag("question.field.sign", [(0.2, 0.5), (0.3, 0.3)])
    hand.press("signature.clear")
    hand.go_on()
    assert [error["field"] for error in hand.question.errors] == ["sign"]


def _browse(hand: Hand) -> None:
    hand.ask("papers")
    hand.press("question.browse.papers")
    hand.walker.until(lambda: bool(hand.question.attaching.get("rows")), "what is on the stick")


def _row(hand: Hand, name: str) -> int:
    return next(n for n, row in enumerate(hand.question.attaching["rows"]) if row["name"] == name)
