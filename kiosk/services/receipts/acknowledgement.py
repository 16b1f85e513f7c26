"""The word of a department that signs nothing: a number, kept with the hash of its answer."""

import json
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from kiosk.services.forms.canonical import canonical_json


@dataclass(frozen=True)
class Acknowledgement:
    """reference: what the department calls the case, never blank. status: in its own words, ""
    for none. answer_sha256: of its whole answer, in hexadecimal. received_at: when it came (UTC,
    ISO). Nobody but this terminal vouches for it, and it says so wherever it is shown."""

    reference: str
    status: str
    answer_sha256: str
    received_at: str

    def text(self) -> str:
        """As it is kept where a signed receipt would be; begins with a brace, as no JWS does."""
        return canonical_json(asdict(self)).decode()


def acknowledge(reference: str, status: str, answer: bytes) -> Acknowledgement:
    """What a department answered. reference: not blank."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Acknowledgement(reference, status, sha256(answer).hexdigest(), now)


def parse_acknowledgement(text: str) -> Acknowledgement | None:
    """An acknowledgement from its text; None for a signed receipt, or anything else."""
    if not text.startswith("{"):
        return None
    try:
        told: Any = json.loads(text)
    except ValueError:
        return None
    names = {one.name for one in fields(Acknowledgement)}
    if not isinstance(told, dict) or set(told) != names:
        return None
    if not all(isinstance(value, str) for value in told.values()) or not told["reference"]:
        return None
    return Acknowledgement(**told)
