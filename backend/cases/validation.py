"""Whether a submission is one that its department can accept."""

from collections.abc import Iterator
from typing import Any

from backend.offer import Offer, Service
from backend.problems import Problem

_FIELDS = {
    "service": str,
    "citizen": str,
    "language": str,
    "form": dict,
    "answers": dict,
}


def checked_service(body: dict[str, Any], offer: Offer) -> Service:
    """The service that is applied for. Raises Problem 422 with every fault."""
    faults = list(_frame_faults(body))
    service = None if faults else offer.services.get(body["service"])
    if service is None:
        faults = faults or [{"field": "service", "rule": "unknown"}]
        raise _invalid(faults)
    faults = list(_form_faults(body, service))
    if faults:
        raise _invalid(faults)
    return service


def _frame_faults(body: dict[str, Any]) -> Iterator[dict[str, str]]:
    for name, kind in _FIELDS.items():
        if not isinstance(body.get(name), kind):
            yield {"field": name, "rule": "required"}


def _form_faults(body: dict[str, Any], service: Service) -> Iterator[dict[str, str]]:
    expected = {"id": service.form["id"], "version": service.form["version"]}
    if body["form"] != expected:
        yield {"field": "form", "rule": "version"}
    for fault in service.validator.iter_errors(body["answers"]):
        where = ".".join(map(str, fault.absolute_path))
        yield {"field": f"answers.{where}".rstrip("."), "rule": str(fault.validator)}


def _invalid(faults: list[dict[str, str]]) -> Problem:
    return Problem(422, "invalid-answers", "the application is incomplete or wrong", errors=faults)
