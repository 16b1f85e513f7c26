"""The screen-light challenge: show colours one after the other, and watch the skin answer."""

from collections.abc import Callable

from identity.liveness.active.challenge import StepReport
from identity.liveness.active.kinds import Kind
from identity.liveness.active.light import (
    COUNT,
    HOLD_S,
    REFLECTS,
    Colour,
    Reflection,
    Show,
    draw_colours,
)
from identity.liveness.skin import skin_and_around
from identity.process.capture import Capture, Look

_LONGEST_S = 60.0


def shine(
    capture: Capture, still_the_same: Callable[[Look], str | None]
) -> tuple[StepReport, str | None]:
    """Show a draw of colours; how it ended, and why it failed, or None.

    still_the_same: why a picture ends the challenge, such as another face in it.
    """
    reflection, times = Reflection(), [0.0]
    capture.allow(_LONGEST_S)
    capture.tell("challenge", kind=Kind.LIGHT, step=1, of=1, seconds=COUNT * HOLD_S)
    try:
        failure = _watch(capture, still_the_same, reflection, times)
    finally:
        capture.tell("light", colour=None)
        capture.tell("challenge", kind=None)
    if failure is None and reflection.score() < REFLECTS:
        failure = "the face did not reflect the screen's light"
    took = times[-1] - times[min(1, len(times) - 1)]
    return StepReport(Kind.LIGHT, failure is None, round(took * 1000)), failure


def _watch(
    capture: Capture,
    still_the_same: Callable[[Look], str | None],
    reflection: Reflection,
    times: list[float],
) -> str | None:
    """Until the last colour was seen; why it ended before."""
    show = Show(draw_colours())
    for look in capture.looks():
        times.append(look.at_s)
        failure = still_the_same(look)
        if failure is not None:
            return failure
        if look.face is not None:
            reflection.sees(look.at_s, *skin_and_around(look.image, look.face.points))
        colour = show.next(look.at_s)
        if colour is not None:
            capture.tell("light", colour=_text(colour))
            reflection.shows(look.at_s, colour)
        if show.over(look.at_s):
            return None
    return "the camera gave no more pictures"


def _text(colour: Colour) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)
