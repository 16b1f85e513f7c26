"""Published forms that others wrote: each imports, is sound, and can be filled and judged.

`ATRIUM_PUBLISHED_FORMS` names a folder with the folders defra, formio and xlsform.
"""

import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from foundation.forms import refusals
from kiosk.services.forms import Draft, form_of
from kiosk.services.forms.importing import KINDS, SourceError, import_form
from tests.forms.answering import fill_validly

NAME = "ATRIUM_PUBLISHED_FORMS"
FOLDER = os.environ.get(NAME)
NOW = datetime(2026, 11, 23, 10, 30).astimezone()

pytestmark = pytest.mark.skipif(not FOLDER, reason=f"{NAME} names no folder of published forms")


def _published() -> list[tuple[str, Path]]:
    found = [(kind, Path(FOLDER or "") / kind) for kind in KINDS]
    return [(kind, file) for kind, folder in found for file in sorted(folder.glob("*"))]


@pytest.mark.parametrize(
    ("kind", "file"), _published() if FOLDER else [], ids=lambda one: getattr(one, "name", one)
)
def test_a_published_form_can_be_filled_and_sent(kind: str, file: Path) -> None:
    try:
        written, _, report = import_form(kind, file.read_bytes(), "sample")
    except SourceError as refused:
        pytest.skip(f"no form: {refused}")
    form = form_of(json.loads(json.dumps(written)), file.name)
    draft = Draft(form, lambda registry, _: registry, lambda: NOW)
    fill_validly(draft, form.languages[0])
    body: dict[str, Any] = draft.body("service", "citizen", form.languages[0])
    assert refusals(form.rules, body["answers"], NOW) == []
    told = report.as_json()
    for part in ("questions", "conditions", "texts"):
        tally = told[part]
        assert tally["kept"] + tally["changed"] + tally["lost"] == tally["source"]
