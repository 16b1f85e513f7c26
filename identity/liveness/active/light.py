"""Does a face answer to coloured light of the terminal's own screen?

docs/decisions/0012 says how well, and why it is asked for only where an operator's policy says so.
"""

import random
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from identity.liveness.active.kinds import CHANCE

Colour = tuple[int, int, int]
"""Red, green, blue, 0..255."""

Hue = NDArray[np.float64]

COLOURS: tuple[Colour, ...] = (
    (255, 190, 120),
    (120, 205, 255),
    (130, 230, 150),
    (255, 170, 235),
    (205, 190, 255),
    (225, 210, 100),
)
"""Pale and about equally bright, so that a change is no flash, and none a saturated red (WCAG
2.3.1: red is under 0.8 of the sum). Each is held for HOLD_S at least: under three changes a
second."""

HOLD_S = 0.35
COUNT = 6

_AFTER_S = 0.4
"""Seconds in which the last colour may still arrive."""

REFLECTS = 0.45
"""The least score of a face that answers."""

_LAGS_S = np.arange(0.0, 0.41, 0.02)
_FEWEST = 12


def draw_colours(chance: random.Random = CHANCE, count: int = COUNT) -> list[Colour]:
    """Each of COLOURS at most once, in an order that nobody can foresee."""
    return chance.sample(COLOURS, count)


def luminance(colour: Colour) -> float:
    """Relative luminance after WCAG, 0..1."""
    linear = _linear(np.array(colour, np.float64) / 255)
    return float(linear @ np.array([0.2126, 0.7152, 0.0722]))


class Show:
    """Which colour the screen shows when; each for HOLD_S at least, however slow the pictures."""

    def __init__(self, colours: Sequence[Colour]) -> None:
        self._left = list(colours)
        self._changed_at: float | None = None

    def next(self, at_s: float) -> Colour | None:
        """The colour to show from now on; None: as before."""
        held = self._changed_at is None or at_s - self._changed_at >= HOLD_S
        if not held or not self._left:
            return None
        self._changed_at = at_s
        return self._left.pop(0)

    def over(self, at_s: float) -> bool:
        """Whether the last colour was shown, and seen."""
        shown = self._changed_at is not None and not self._left
        return shown and at_s - (self._changed_at or 0.0) >= HOLD_S + _AFTER_S


class Reflection:
    """Feed it what the screen showed, and the mean colours of the skin and of what is around the
    face in every picture."""

    def __init__(self) -> None:
        self._changes: list[float] = []
        self._colours: list[Hue] = []
        self._times: list[float] = []
        self._seen: list[Hue] = []

    def shows(self, at_s: float, colour: Colour) -> None:
        """From now on the screen shows this."""
        self._changes.append(at_s)
        self._colours.append(_hue(np.array(colour, np.float64)))

    def sees(self, at_s: float, skin: Hue, around: Hue) -> None:
        """One picture: red, green and blue of both, 0..255. What a camera does to the whole picture
        (exposure, white balance) leaves the difference of their hues alone."""
        self._times.append(at_s)
        self._seen.append(_hue(skin) - _hue(around))

    def score(self) -> float:
        """How much the skin follows the colours more than its surroundings do: the correlation,
        -1..1, at the delay that fits best; 0 when there were too few pictures."""
        if len(self._times) < _FEWEST or not self._colours:
            return 0.0
        times = np.array(self._times)
        seen = _without_drift(times, np.array(self._seen))
        return max(self._fit(times, seen, lag) for lag in _LAGS_S)

    def _fit(self, times: Hue, seen: Hue, lag_s: float) -> float:
        number = np.searchsorted(np.array(self._changes), times - lag_s, side="right") - 1
        colours = np.array(self._colours)
        before = colours.mean(axis=0)
        expected = np.where((number < 0)[:, None], before, colours[np.maximum(number, 0)])
        expected = _without_drift(times, expected)
        norm = float(np.linalg.norm(expected) * np.linalg.norm(seen))
        return float((expected * seen).sum()) / norm if norm > 0 else 0.0


def _hue(colour: Hue) -> Hue:
    """Logarithms of red and blue over green: free of brightness."""
    red, green, blue = np.maximum(colour.astype(np.float64), 1.0)
    return np.array([np.log(red / green), np.log(blue / green)])


def _without_drift(times: NDArray[np.float64], values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Without the straight line that fits each column, such as a slow white balance draws."""
    terms = np.column_stack([np.ones_like(times), times - times.mean()])
    fit = np.linalg.lstsq(terms, values, rcond=None)[0]
    rest: NDArray[np.float64] = values - terms @ fit
    return rest


def _linear(share: NDArray[np.float64]) -> NDArray[np.float64]:
    low: NDArray[np.float64] = share / 12.92
    return np.where(share <= 0.04045, low, ((share + 0.055) / 1.055) ** 2.4)
