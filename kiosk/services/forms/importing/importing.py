"""One way in for every kind of form: read, settled, built, checked and accounted for."""

import importlib
from typing import Any

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.building import Builder
from kiosk.services.forms.importing.naming import valid
from kiosk.services.forms.importing.reading import Read
from kiosk.services.forms.importing.report import Report
from kiosk.services.forms.importing.settling import Settling
from kiosk.services.forms.importing.sources import SourceError
from kiosk.services.forms.loader import FormError, form_of
from kiosk.services.forms.model import Form

KINDS = ("defra", "formio", "xlsform")
ASSUMED = "en"
"""The language of texts where neither the source nor the caller says."""


def import_form(
    kind: str, data: bytes, identifier: str, language: str | None = None
) -> tuple[dict[str, Any], Form, Report]:
    """A form of another kind as (the JSON object of our file, our form, the account).

    kind: one of KINDS. identifier: the id of our form. language: that of the texts where the
    source does not say; ASSUMED, with a remark, for None. Raises SourceError for what is no such
    form.
    """
    reader = importlib.import_module(f"kiosk.services.forms.importing.{kind}")
    read: Read = reader.read(data, language or ASSUMED)
    if not (read.told or language):
        read.ledger.note(
            "the whole file",
            "it does not say which language its texts are in",
            f"taken as {ASSUMED}",
            "if they are in another, say which with --language",
        )
    asked, reckoned = Settling(read.asked, read.reckoned, read.ledger).settle()
    if not asked:
        raise SourceError("it asks nothing")
    if all(one.condition == terms.FALSE for one in asked):
        raise SourceError("nothing that it asks is ever shown")
    written = Builder(read.languages).form(valid(identifier, "form"), asked, reckoned)
    try:
        form = form_of(written, "the imported form")
    except FormError as fault:
        raise SourceError(f"it cannot be made into a form: {fault}") from fault
    report = read.ledger.close(kind, read.title, read.renamed, read.counted)
    return written, form, report
