"""Reading form files; a form that contradicts itself is refused with every reason."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from foundation.paths import asset
from kiosk.services.forms.checking import form_faults
from kiosk.services.forms.model import Form


class FormError(Exception):
    """A form file cannot be used; `faults` say why, item by item."""

    def __init__(self, place: str, faults: list[str]) -> None:
        super().__init__(f"{place}: {'; '.join(faults)}")
        self.faults = faults


def load_form(identifier: str, folder: Path | None = None) -> Form:
    """The form of this id in `folder` (default: assets/forms). Raises FormError."""
    path = (folder or asset("forms")) / f"{identifier}.json"
    form = read_form(path)
    if form.id != identifier:
        raise FormError(str(path), [f"its id is {form.id}"])
    return form


def read_form(path: Path) -> Form:
    """The form in a file. Raises FormError with everything that is wrong."""
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as broken:
        raise FormError(str(path), [f"cannot be read: {broken}"]) from broken
    return form_of(written, str(path))


def form_of(written: Any, place: str) -> Form:
    """The form that this JSON value is; `place` names it in errors. Raises FormError."""
    try:
        form = Form.model_validate(written)
    except ValidationError as invalid:
        raise FormError(place, list(_told(invalid))) from invalid
    faults = list(form_faults(form))
    if faults:
        raise FormError(place, faults)
    return form


def _told(invalid: ValidationError) -> Iterator[str]:
    for error in invalid.errors(include_url=False):
        yield f"{'.'.join(map(str, error['loc']))}: {error['msg']}"
