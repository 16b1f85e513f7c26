"""Every screen in every form: targets are large enough, nothing is cut, nothing lies on another."""

import pytest

from kiosk.screens.window import Screens
from tests.screens import gallery, looking, samples

FORMS = [
    f"{orientation}-{language}{mode}"
    for orientation in ("portrait", "landscape")
    for language in ("zh", "en")
    for mode in ("", "-elder")
]
OVERLAYS = {"idle", "trouble", "dispute-open"}


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest) -> str:
    """Orientation, language, and large letters or not."""
    return str(request.param)


@pytest.mark.parametrize("name", samples.SCREENS)
def test_screen_is_well_laid_out(screens: Screens, name: str, form: str) -> None:
    gallery.stage(screens, name, form)
    faults = [*_small(screens, form), *_cut(screens, form), *_outside(screens)]
    if name not in OVERLAYS:
        faults += _lying_on_each_other(screens)
    assert faults == []


@pytest.mark.parametrize("panel", ["access", "language", "staff"])
def test_panels_of_the_dock_fit(screens: Screens, panel: str, form: str) -> None:
    gallery.stage(screens, "check", form)
    screens.click(f"dock.{panel}")
    gallery.pause(1)
    done = {"access": "access.done", "language": "panel.done", "staff": "staffcall.done"}[panel]
    assert [*_small(screens, form), *_cut(screens, form), *_outside(screens)] == []
    screens.click(done)
    gallery.pause(1)
    assert screens.find(done) is None


def _small(screens: Screens, form: str) -> list[str]:
    least = (28 if "elder" in form else 23) * looking.MM - 2
    return [
        f"too small to press: {one.words} {one.box.width():.0f} x {one.box.height():.0f}"
        for one in looking.controls(screens)
        if min(one.box.width(), one.box.height()) < least
    ]


def _cut(screens: Screens, form: str) -> list[str]:
    points = 30 if "elder" in form else 18
    faults = []
    for one in looking.texts(screens):
        words, item = str(one.item.property("text")), one.item
        if item.property("truncated"):
            faults.append(f"cut short: {words}")
        if float(item.property("paintedWidth")) > item.width() + 2:
            faults.append(f"wider than its place: {words}")
        if float(item.property("paintedHeight")) > item.height() + 4:
            faults.append(f"taller than its place: {words}")
        if item.property("font").pixelSize() < points * looking.MM * 0.35278 - 1:
            faults.append(f"smaller than {points} pt: {words}")
    return faults


def _outside(screens: Screens) -> list[str]:
    width, height = screens.window.width(), screens.window.height()
    return [
        f"outside the window: {one.words}"
        for one in looking.seen(screens)
        if (one.control or one.kind == "text")
        and not one.paged
        and (one.box.left() < -1 or one.box.right() > width + 1 or one.box.bottom() > height + 1)
    ]


def _lying_on_each_other(screens: Screens) -> list[str]:
    flat = [one for one in looking.seen(screens) if not one.paged]
    pressed = [one for one in flat if one.control]
    words = [one for one in flat if one.kind == "text" and not one.inside]
    words = [one for one in words if one.item.property("text")]
    faults = []
    for at, one in enumerate(pressed):
        others = [other for other in pressed[at + 1 :] if other.item.objectName() != "hall.picture"]
        for other in [*others, *words]:
            if looking.overlap(one.box, other.box):
                faults.append(f"{one.words} lies on {other.words}")
    for at, one in enumerate(words):
        for other in words[at + 1 :]:
            if looking.overlap(one.box, other.box):
                faults.append(f"{one.words} is written over {other.words}")
    return faults
