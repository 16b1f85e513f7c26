"""How long to wait before the next try (domain)."""

import random

FIRST_S = 1.0
LONGEST_S = 15 * 60.0
LONGEST_ASKED_S = 60 * 60.0
"""A department that asks for more by Retry-After is asked again after an hour."""


def wait_s(attempts: int, asked_s: float | None, chance: random.Random) -> float:
    """Seconds until the next try after `attempts` failed ones: full jitter, 1 s to 15 min.

    asked_s: the department's own wish, which is a floor.
    """
    ceiling = min(LONGEST_S, FIRST_S * 2.0 ** min(attempts, 20))
    wait = chance.uniform(FIRST_S, max(FIRST_S, ceiling))
    return wait if asked_s is None else max(wait, min(asked_s, LONGEST_ASKED_S))
