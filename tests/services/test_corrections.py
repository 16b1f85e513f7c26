"""A register is wrong: the form goes on with what is right, and the department hears of it."""

import pytest

from kiosk.services.catalogue import Catalogue
from kiosk.services.corrections import Correction, correction_body
from kiosk.services.forms import Draft, load_form
from kiosk.services.forms.model import Reading
from tests.services.parts import CITIZEN

READ = Reading("示例市 滨河路 18 号 502 室", "residence", "2025-05-03")
RIGHT = "示例市 示例路 1 号 101 室"


@pytest.fixture
def draft(catalogue: Catalogue) -> Draft:
    draft = Draft(load_form("residence_permit"), catalogue.registry_name)
    draft.prefill({"residence.address": READ})
    return draft


def test_what_is_disputed_is_the_persons_own_and_marked(draft: Draft, catalogue: Catalogue) -> None:
    assert draft.disputable("address") and not draft.disputable("phone")
    said = draft.said("address", "en")
    assert (said.registry, said.field, said.text) == ("residence", "residence.address", READ.value)
    draft.dispute("address")
    draft.keep("address", {"address": RIGHT})
    (field,) = draft.fields("address", "en")
    assert (field["value"], field["source"]) == (RIGHT, "Disputed by you: Residence register")
    assert not draft.disputable("address")
    again = Draft(draft.form, catalogue.registry_name)
    again.restore(draft.saved())
    assert again.fields("address", "zh_CN")[0]["source"] == "您对居住登记有异议"
    part = draft.part(draft.form)
    assert part.fields("address", "en")[0]["source"] == field["source"]


def test_a_dispute_names_the_registers_field_for_its_department(catalogue: Catalogue) -> None:
    wrong = Correction("vehicles", "vehicles.plate", "Plate", "A1", "A2", "My licence")
    body = correction_body(wrong, CITIZEN, "en", catalogue.registry_name)
    assert body["answers"]["register"] == "vehicles" and body["answers"]["should_be"] == "A2"
    assert body["sources"]["value"] == "vehicles.plate"
    assert catalogue.service("correction").department_for(body["answers"]) == "households"
    with pytest.raises(ValueError, match="should_be"):
        long = Correction("vehicles", "vehicles.plate", "Plate", "A1", "x" * 900, "My licence")
        correction_body(long, CITIZEN, "en", catalogue.registry_name)
