"""Life events: one questionnaire, nothing asked twice, one application for each department."""

import json
import shutil
from pathlib import Path

import pytest
import uuid6

from foundation.paths import asset
from kiosk.services.catalogue import Catalogue, CatalogueError, load_catalogue
from kiosk.services.forms import Draft, FormError, load_form, merge
from tests.services.parts import CITIZEN, submit, walk

EVENTS = sorted(path.stem for path in asset("catalogue", "life_events").glob("*.json"))


def walked(event: str, catalogue: Catalogue) -> Draft:
    """The event's questionnaire with every page answered in its order."""
    errand = catalogue.errand(event)
    form = merge(event, [load_form(one.form) for one in errand.services])
    draft = Draft(form, catalogue.registry_name)
    walk(draft, {})
    return draft


def test_there_are_enough_events() -> None:
    assert len(EVENTS) >= 5


@pytest.mark.parametrize("event", EVENTS)
def test_several_departments_get_their_own_application(
    backend: str, catalogue: Catalogue, event: str
) -> None:
    errand, draft = catalogue.errand(event), walked(event, catalogue)
    assert len({one.department for one in errand.services}) == len(errand.services) >= 2
    references = set()
    for service in errand.services:
        own = draft.part(load_form(service.form))
        body = own.body(service.id, CITIZEN, "zh_CN")
        answer = submit(backend, body, str(uuid6.uuid7()))
        assert answer.status_code == 201, answer.text
        references.add(answer.json()["reference"])
    assert len(references) == len(errand.services)


@pytest.mark.parametrize("event", EVENTS)
def test_what_is_the_same_is_asked_once(catalogue: Catalogue, event: str) -> None:
    forms = [load_form(one.form) for one in catalogue.errand(event).services]
    merged = merge(event, forms)
    names = [field.name for field in merged.fields]
    assert len(names) == len(set(names)) < sum(len(form.fields) for form in forms)
    assert {field.name for form in forms for field in form.fields} == set(names)
    last = [field.widget for field in merged.fields][-2:]
    assert "declaration" in last
    assert last[-1] in ("declaration", "signature")


def test_an_account_that_one_service_always_needs_is_asked_whatever_another_was_told(
    catalogue: Catalogue,
) -> None:
    draft = walked("retiring", catalogue)
    draft.answer("method", {"method": draft.form.page("method").fields[0].choices[0].value}, "en")
    assert "account" in draft.part(load_form("housing_fund_retirement")).answers()


def test_one_name_with_two_meanings_is_refused() -> None:
    with pytest.raises(FormError, match="reason of residence_permit means something else"):
        merge("both", [load_form("household_move"), load_form("residence_permit")])


@pytest.mark.parametrize(
    ("query", "event"), [("搬家", "moving_house"), ("wykd", "opening_shop"), ("baby", "child_born")]
)
def test_events_are_found_by_what_people_say(catalogue: Catalogue, query: str, event: str) -> None:
    assert catalogue.search_events(query)[0].id == event


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"services": ["household_move", "moon"]}, "no known service: moon"),
        ({"id": "household_move"}, "a service and a life event"),
    ],
)
def test_a_broken_event_is_refused(tmp_path: Path, change: dict[str, object], told: str) -> None:
    folder = shutil.copytree(asset("catalogue"), tmp_path / "catalogue")
    path = folder / "life_events" / "moving_house.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | change), "utf-8")
    with pytest.raises(CatalogueError, match=told):
        load_catalogue(folder)
