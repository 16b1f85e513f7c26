"""`atrium form shots`: every page of a form as a picture, as the question screen shows it."""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # nobody is to watch

from kiosk.app.formwindow import FormWindow
from kiosk.screens.window import Screens
from kiosk.services.forms import Form
from kiosk.services.forms.entries import joined
from kiosk.services.forms.filling import fill
from kiosk.settings import Settings

MOST_TURNS = 40
"""How often a long page is turned before it is left."""


@dataclass(frozen=True)
class Look:
    """How the pictures are taken: pixels, and with large letters or not."""

    size: tuple[int, int] = (1080, 1920)
    elder: bool = False


def shoot(
    form: Form, out: Path, look: Look, languages: Sequence[str] = (), answers: Any = None
) -> Iterator[Path]:
    """A picture of every page, also of those that these answers would skip, with one entry in
    every group; then check-your-answers. A page that is longer than the window gives several.

    languages: default all of the form's. answers: what `atrium form fill` takes, or None.
    """
    out.mkdir(parents=True, exist_ok=True)
    screens = Screens()
    screens.show(size=look.size)
    try:
        with FormWindow(screens, Settings(camera="demonstration")) as window:
            window.session.reset()
            screens.session.reducedMotion = True
            screens.session.textSize = "elder" if look.elder else "normal"
            for language in languages or form.languages:
                window.speak(language)
                yield from _pages(window, form, out, language, answers)
    finally:
        screens.close()


def _pages(
    window: FormWindow, form: Form, out: Path, language: str, answers: Any
) -> Iterator[Path]:
    draft = window.open(form, "")
    window.questions.whole = answers is None
    if answers is not None:
        fill(draft, answers, language)
    places = [place for page in form.pages for place in _places(window, page.id)]
    for number, place in enumerate(places, 1):
        window.ask(place)
        yield from _turned(window, out, f"{number:03d}-{_safe(place)}-{language}")
    window.check()
    yield from _turned(window, out, f"{len(places) + 1:03d}-check-{language}")


def _places(window: FormWindow, page: str) -> list[str]:
    """A page, and one entry of its group."""
    draft = window.draft
    assert draft is not None
    if draft.form.page(page).group is None:
        return [page]
    if not draft.entries(page, draft.form.languages[0]):
        draft.add_entry(page)
    return [page, joined(page, 0)]


def _turned(window: FormWindow, out: Path, name: str) -> Iterator[Path]:
    """The page as it is first seen, and what a press on "More below" brings."""
    for turn in range(1, MOST_TURNS + 1):
        window.settle()
        path = out / (f"{name}.png" if turn == 1 else f"{name}-{turn}.png")
        window.screens.grab(path)
        yield path
        more = window.screens.find("page.more")
        if more is None or more.property("end"):
            return
        window.screens.click("page.more")


def _safe(place: str) -> str:
    return re.sub(r"[^A-Za-z0-9_.-]+", "-", place).strip("-.") or "page"
