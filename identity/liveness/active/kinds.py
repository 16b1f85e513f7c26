"""What a person can be asked to do, and a draw that nobody can foresee."""

import random
import secrets
from collections.abc import Sequence
from enum import StrEnum


class Kind(StrEnum):
    """Left and right are the person's own. LIGHT asks nothing but to look straight."""

    TURN_LEFT = "turn_left"
    TURN_RIGHT = "turn_right"
    NOD = "nod"
    COME_CLOSER = "come_closer"
    LIGHT = "light"


MOVEMENTS = (Kind.TURN_LEFT, Kind.TURN_RIGHT, Kind.NOD, Kind.COME_CLOSER)

SOLID = frozenset({Kind.TURN_LEFT, Kind.TURN_RIGHT, Kind.NOD})
"""Movements that a flat picture cannot make; every draw holds at least one."""

CHANCE: random.Random = secrets.SystemRandom()


def draw(count: int, chance: random.Random = CHANCE, of: Sequence[Kind] = MOVEMENTS) -> list[Kind]:
    """`count` different movements in an order drawn anew each time, one of SOLID among them."""
    while True:
        drawn = chance.sample(list(of), count)
        if SOLID & set(drawn):
            return drawn
