"""A print on its way, and what the screen that asked for it says of it."""

from collections.abc import Callable
from typing import Protocol

from kiosk.app.background import Background
from kiosk.devices.printer import FAILED, Printed


class Printable(Protocol):
    """What a screen shows of a print. `printed` is "", printing, printed, kept or failed."""

    printed: str
    printFailure: str


def show_print(
    background: Background,
    model: Printable,
    work: Callable[[], Printed],
    wanted: Callable[[], bool],
    then: Callable[[Printed], None] = lambda _: None,
) -> None:
    """Run `work` elsewhere. What came of it is shown, and `then` told, only while `wanted`: who
    has left, or looks at something else, is told nothing of this print."""
    model.printed, model.printFailure = "printing", ""

    def finished(outcome: Printed) -> None:
        if wanted():
            model.printed, model.printFailure = outcome.state, outcome.failure
            then(outcome)

    def broke(error: Exception) -> None:
        if wanted():
            model.printed, model.printFailure = "failed", FAILED
        raise error

    background.run(work, finished, broke)
