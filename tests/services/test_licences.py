"""Documents for what a service needs: sure enough, valid before expired, referred to by id."""

import pytest

from kiosk.services.catalogue.model import Licence, Need
from kiosk.services.follow_up import DocumentRow
from kiosk.services.licences import met_by, referred


def document(kind: str, level: str, state: str = "valid") -> DocumentRow:
    shared = {"department": "d", "facts": {}, "issued_on": "2025-01-01", "signed": ""}
    own = {"id": f"{kind}-{level}-{state}", "kind": kind, "level": level, "state": state}
    return DocumentRow(**shared, **own, valid_until=None)  # type: ignore[arg-type]


HOME = Licence(kinds=("tenancy", "title"), level="B")
NEED = Need(icon="doc", text={"zh_CN": "住所", "en": "Home"}, licence=HOME)


@pytest.mark.parametrize(
    ("there", "found"),
    [
        ([], None),
        ([document("other", "A")], None),
        ([document("tenancy", "C")], None),
        ([document("tenancy", "B"), document("title", "A")], ("title-A-valid", True)),
        ([document("title", "A", "expired"), document("tenancy", "B")], ("tenancy-B-valid", True)),
        ([document("title", "A", "revoked")], ("title-A-revoked", False)),
    ],
)
def test_the_best_document_does(there: list[DocumentRow], found: tuple[str, bool] | None) -> None:
    met = met_by(HOME, there)
    assert (None if met is None else (met.document.id, met.valid)) == found


def test_an_application_refers_to_what_is_valid_alone() -> None:
    assert referred([NEED], [document("tenancy", "A", "expired")]) == []
    assert referred([NEED], [document("tenancy", "B")]) == ["tenancy-B-valid"]
