"""What an operator asks of a verification: how rare a false match, and how much liveness."""

from dataclasses import dataclass
from enum import StrEnum

from identity.errors import IdentityError


class Liveness(StrEnum):
    """`passive_if_available` checks liveness only where the models are installed."""

    NONE = "none"
    PASSIVE = "passive"
    PASSIVE_IF_AVAILABLE = "passive_if_available"


@dataclass(frozen=True)
class Policy:
    """At most one false match in `one_in` comparisons with strangers."""

    one_in: int = 10_000
    liveness: Liveness = Liveness.PASSIVE_IF_AVAILABLE

    def enforces_liveness(self, available: bool, missing: str = "") -> bool:
        """Whether liveness counts; `missing` says what is absent where nothing is available.

        Raises IdentityError `models_missing` when the policy needs what is not there.
        """
        if self.liveness is Liveness.PASSIVE and not available:
            raise IdentityError(
                "models_missing",
                f"this terminal must check liveness, but {missing or 'its models are missing'}",
            )
        return available and self.liveness is not Liveness.NONE


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
