"""What an operator asks of a verification: how rare a false match, and how much liveness."""

from dataclasses import dataclass
from enum import StrEnum

from identity.errors import IdentityError


class Liveness(StrEnum):
    """What is asked for. `automatic`: the passive pair where it is installed; else the active
    challenge, where the camera can show an answer to it; else nothing."""

    NONE = "none"
    PASSIVE = "passive"
    PASSIVE_AND_CHALLENGE = "passive_and_challenge"
    AUTOMATIC = "automatic"


class Assurance(StrEnum):
    """What a decision rests on, from the least to the most."""

    NONE = "none"
    CHALLENGE = "challenge"
    PASSIVE = "passive"
    PASSIVE_AND_CHALLENGE = "passive_and_challenge"

    @property
    def enforced(self) -> bool:
        """Whether liveness counts at all."""
        return self is not Assurance.NONE

    @property
    def passive(self) -> bool:
        """Whether the pair judges."""
        return self in (Assurance.PASSIVE, Assurance.PASSIVE_AND_CHALLENGE)

    @property
    def challenge(self) -> bool:
        """Whether the person is asked to move."""
        return self in (Assurance.CHALLENGE, Assurance.PASSIVE_AND_CHALLENGE)


@dataclass(frozen=True)
class Policy:
    """At most one false match in `one_in` comparisons with strangers."""

    one_in: int = 10_000
    liveness: Liveness = Liveness.AUTOMATIC

    def require(self, pair_available: bool, missing: str = "") -> None:
        """IdentityError `models_missing` when the policy needs the pair and it is not there;
        `missing` says what is absent."""
        needed = self.liveness in (Liveness.PASSIVE, Liveness.PASSIVE_AND_CHALLENGE)
        if needed and not pair_available:
            raise IdentityError(
                "models_missing",
                f"this terminal must check liveness, but {missing or 'its models are missing'}",
            )

    def assurance(self, pair_available: bool, responds: bool) -> Assurance:
        """What will be checked, with this pair and a camera that `responds` or not."""
        match self.liveness:
            case Liveness.NONE:
                return Assurance.NONE
            case Liveness.PASSIVE:
                return Assurance.PASSIVE
            case Liveness.PASSIVE_AND_CHALLENGE:
                return Assurance.PASSIVE_AND_CHALLENGE
            case Liveness.AUTOMATIC if pair_available:
                return Assurance.PASSIVE
            case Liveness.AUTOMATIC:
                return Assurance.CHALLENGE if responds else Assurance.NONE


def parse_policy(one_in: object, liveness: object) -> Policy:
    """A policy from a request's fields; IdentityError `bad_request` when they make no sense."""
    if not isinstance(one_in, int) or isinstance(one_in, bool) or one_in < 2:
        raise IdentityError("bad_request", f"one_in is a whole number above 1, not {one_in!r}")
    try:
        return Policy(one_in, Liveness(str(liveness)))
    except ValueError as unknown:
        allowed = ", ".join(Liveness)
        raise IdentityError(
            "bad_request", f"liveness is one of {allowed}, not {liveness!r}"
        ) from unknown
