"""Whether a submission is one that its department can accept."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from backend.offer import Offer, Service
from backend.problems import Problem
from foundation.forms import refusals

_FIELDS = {
    "service": str,
    "citizen": str,
    "language": str,
    "form": dict,
    "answers": dict,
}


_LONGEST = timedelta(days=90)
"""How long an application may have waited in an outbox."""

_AHEAD = timedelta(days=1)
"""Another time zone, or a clock that is a little fast."""


def checked_service(body: dict[str, Any], offer: Offer, moment: datetime) -> Service:
    """The service that is applied for. Raises Problem 422 with every fault."""
    faults = list(_frame_faults(body))
    service = None if faults else offer.services.get(body["service"])
    if service is None:
        faults = faults or [{"field": "service", "rule": "unknown"}]
        raise _invalid(faults)
    faults = list(_form_faults(body, service, moment))
    if faults:
        raise _invalid(faults)
    return service


def _frame_faults(body: dict[str, Any]) -> Iterator[dict[str, str]]:
    for name, kind in _FIELDS.items():
        if not isinstance(body.get(name), kind):
            yield {"field": name, "rule": "required"}
    named = body.get("documents", [])
    if not isinstance(named, list) or not all(isinstance(one, str) for one in named):
        yield {"field": "documents", "rule": "type"}
    sources = body.get("sources", {})
    if not isinstance(sources, dict) or not all(isinstance(one, str) for one in sources.values()):
        yield {"field": "sources", "rule": "type"}


def _form_faults(
    body: dict[str, Any], service: Service, moment: datetime
) -> Iterator[dict[str, str]]:
    expected = {"id": service.form["id"], "version": service.form["version"]}
    if body["form"] != expected:
        yield {"field": "form", "rule": "version"}
    filled_at = _filled_at(body, moment)
    if filled_at is None:
        yield {"field": "filled_at", "rule": "range"}
        return
    for fault in refusals(service.rules, body["answers"], filled_at):
        yield {"field": ".".join(map(str, ("answers", *fault.path))), "rule": fault.rule}


def _filled_at(body: dict[str, Any], moment: datetime) -> datetime | None:
    """The terminal's local time when it was filled in: its answers were right then.

    None for a time that no terminal can have. A body without one was filled in now.
    """
    local = moment.astimezone().replace(tzinfo=None)
    try:
        filled_at = datetime.fromisoformat(body.get("filled_at", local.isoformat()))
    except (TypeError, ValueError):
        return None
    if filled_at.tzinfo is not None or not local - _LONGEST < filled_at < local + _AHEAD:
        return None
    return filled_at


def _invalid(faults: list[dict[str, str]]) -> Problem:
    return Problem(422, "invalid-answers", "the application is incomplete or wrong", errors=faults)
