"""What stands on the paper that opens kept answers again (domain): never who they belong to."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DraftSlip:
    """`code` as it is shown, `until` an ISO day."""

    service: dict[str, str]
    code: str
    until: str
