"""Whatever the identity process may say has words in each language, and a picture."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from foundation.paths import asset
from identity.decisions.decision import Cause
from identity.quality.gates import Advice
from kiosk.screens.window import Screens
from tests.screens import gallery, looking

IDENTITY = Path(asset()).parent / "identity"
RAISED = {"IdentityError": 0, "refuse": 0}
GUIDING = {"guide": 0, "_wrong": 0}


def said(places: dict[str, int]) -> set[str]:
    """Every cause written out in a call of one of these functions, in the source itself."""
    found = set()
    for file in IDENTITY.rglob("*.py"):
        for call in _calls(ast.parse(file.read_text(encoding="utf-8"))):
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            if name in places and call.args:
                for part in ast.walk(call.args[places[name]]):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        found.add(part.value)
    return found


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


FAILURES = sorted(
    (set(Cause) | said(RAISED) | {"challenge_failed", "challenge_late", "light_failed"})
    - {Cause.MATCH}
)
ADVICE = sorted(set(Advice) | said(GUIDING))


def shown(screens: Screens) -> tuple[str, str]:
    """The heading, and the icon of the sign on the picture."""
    heading = next(one for one in looking.texts(screens) if one.words == "page.heading")
    sign = screens.find("face.ask")
    return str(heading.item.property("text")), str(sign.property("advice")) if sign else ""


def test_the_walk_finds_what_is_there() -> None:
    assert {"duplicate", "different_people", "models_missing", "spoof_suspected"} <= set(FAILURES)
    assert {"too_far", "uneven_light", "hold_still", "turned", "several_faces"} <= set(ADVICE)


@pytest.mark.parametrize("cause", FAILURES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_failure_has_words_and_a_picture(screens: Screens, cause: str, language: str) -> None:
    gallery.stage(screens, "face-failed", f"landscape-{language}")
    screens.face.failure = "nobody ever says this"
    unknown = shown(screens)
    screens.face.failure = cause
    words, icon = shown(screens)
    known = cause in ("unavailable", "models_missing", "gallery_unreadable") or words != unknown[0]
    assert words and known, f"no text for {cause}"
    assert asset("icons", f"{icon}.svg").is_file()


@pytest.mark.parametrize("cause", ADVICE)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_advice_has_words_and_a_picture(screens: Screens, cause: str, language: str) -> None:
    gallery.stage(screens, "face", f"landscape-{language}")
    screens.face.guidance = "nobody ever says this"
    unknown, _ = shown(screens)
    screens.face.guidance = cause
    words, icon = shown(screens)
    assert words and (cause == "no_face" or words != unknown), f"no text for {cause}"
    if cause in ("ready", "hold_still"):
        assert icon == ""
    else:
        assert icon != "alert" and asset("icons", f"{icon}.svg").is_file()
