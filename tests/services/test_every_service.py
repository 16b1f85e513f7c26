"""Every service of the catalogue: filled in, sent to a real back-end, received once."""

import pytest
import requests
import uuid6

from foundation.paths import asset
from kiosk.services.catalogue import Catalogue
from kiosk.services.forms import canonical_json
from tests.services.parts import CITIZEN, TOKEN, filled

SERVICES = sorted(path.stem for path in asset("catalogue", "services").glob("*.json"))


def test_there_are_enough_services_to_be_a_hall() -> None:
    assert len(SERVICES) >= 20


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_is_filled_sent_and_received(
    backend: str, catalogue: Catalogue, service: str
) -> None:
    body = canonical_json(filled(service, catalogue).body(service, CITIZEN, "en"))
    headers = {"Authorization": f"Bearer {TOKEN}", "Idempotency-Key": str(uuid6.uuid7())}
    url = f"{backend}/v1/submissions"
    first = requests.post(url, data=body, headers=headers, timeout=20)
    again = requests.post(url, data=body, headers=headers, timeout=20)
    assert (first.status_code, again.status_code) == (201, 200), first.text
    assert first.json() == again.json()
