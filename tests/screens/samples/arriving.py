"""Arriving: the first screen, the language, the consent, and enrolling once."""

from kiosk.screens.window import Screens
from tests.screens.samples.parts import Sample, nothing, picture, steps


def attract(screens: Screens, zh: bool) -> None:
    screens.attract.openUntil = "17:30"


def attract_first(screens: Screens, zh: bool) -> None:
    attract(screens, zh)
    screens.attract.offerEnrol = True
    screens.session.demonstration = True


def language(screens: Screens, zh: bool) -> None:
    steps(screens, 1, "step_language")


def consent(screens: Screens, zh: bool) -> None:
    steps(screens, 2, "step_consent")


def enrol(screens: Screens, zh: bool) -> None:
    screens.session.demonstration = True
    screens.enrol.stage = "consent"


def enrol_failed(screens: Screens, zh: bool) -> None:
    screens.enrol.stage, screens.enrol.failure = "failed", "duplicate"


def enrol_done(screens: Screens, zh: bool) -> None:
    screens.identity_frames.attach(picture())
    screens.enrol.stage = "done"


SCREENS: dict[str, Sample] = {
    "attract": ("attract", attract),
    "attract-first": ("attract", attract_first),
    "enrol": ("enrol", enrol),
    "enrol-failed": ("enrol", enrol_failed),
    "enrol-done": ("enrol", enrol_done),
    "language": ("language", language),
    "consent": ("consent", consent),
    "notice": ("notice", nothing),
}
