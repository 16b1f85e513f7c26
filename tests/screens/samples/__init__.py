"""What each screen is filled with when it is looked at: plain examples in both languages."""

from kiosk.screens.window import Screens
from tests.screens.samples import (
    arriving,
    attached,
    checking,
    following,
    hall,
    identifying,
    kinds,
    outcome,
    questions,
    service,
    staff,
)
from tests.screens.samples.parts import Sample


def session(screens: Screens) -> None:
    """What every screen shares."""
    of = screens.session
    of.clock, of.canGoBack, of.personKnown = "10:24", True, True


SCREENS: dict[str, Sample] = {
    **arriving.SCREENS,
    **identifying.SCREENS,
    **hall.SCREENS,
    **service.SCREENS,
    **questions.SCREENS,
    **kinds.SCREENS,
    **attached.SCREENS,
    **checking.SCREENS,
    **outcome.SCREENS,
    **following.SCREENS,
    **staff.SCREENS,
}
