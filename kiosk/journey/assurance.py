"""How surely a face sign-in met a living person, and whether that is enough for a service."""

from enum import StrEnum


class FaceAssurance(StrEnum):
    """What a face check rests on, from the least to the most; named as identity names it."""

    NONE = "none"
    CHALLENGE = "challenge"
    PASSIVE = "passive"
    PASSIVE_AND_CHALLENGE = "passive_and_challenge"

    def meets(self, needed: "FaceAssurance") -> bool:
        """Whether this is at least as much."""
        order = list(FaceAssurance)
        return order.index(self) >= order.index(needed)


def policy_for(needed: FaceAssurance, pair: bool) -> str | None:
    """The `liveness` of a further face check that can reach `needed`; None where none can.

    pair: whether the passive liveness models are installed. Of the policies that suffice it is
    the one that asks least of the person: the pair alone is worth more than movements alone.
    """
    match needed:
        case FaceAssurance.PASSIVE_AND_CHALLENGE:
            return "passive_and_challenge" if pair else None
        case FaceAssurance.PASSIVE:
            return "passive" if pair else None
        case FaceAssurance.CHALLENGE | FaceAssurance.NONE:
            return "passive" if pair else "automatic"
