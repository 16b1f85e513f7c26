"""Turning and moving softly: headings in degrees clockwise from the hall's far end."""

import math

Point = tuple[float, float]


def between(start: float, end: float) -> float:
    """The shorter turn from one heading to another, degrees."""
    return (end - start + 180.0) % 360.0 - 180.0


def heading_to(start: Point, end: Point) -> float:
    """The heading from one point to another."""
    return math.degrees(math.atan2(end[0] - start[0], end[1] - start[1]))


def approach(value: float, wish: float, seconds: float, soft: float, most: float) -> float:
    """A value on its way to a wish: within about `soft` seconds, at most `most` a second."""
    part = (wish - value) * (1.0 - math.exp(-seconds / soft))
    return value + max(-most * seconds, min(most * seconds, part))


def turned(heading: float, wish: float, seconds: float, soft: float, most: float) -> float:
    """A heading on its way to another, the shorter way round."""
    return (heading + approach(0.0, between(heading, wish), seconds, soft, most)) % 360.0
