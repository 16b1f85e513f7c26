"""Numbers below nought: who may answer by one gets a keypad with a minus."""

from typing import Any

import pytest

from kiosk.services.forms import Field
from kiosk.services.forms.signs import may_be_negative
from tests.forms.parts import SCHEMAS, text


@pytest.mark.parametrize(
    ("widget", "limits", "rule", "signed"),
    [
        ("number", {}, None, True),
        ("number", {"minimum": 0}, None, False),
        ("number", {"exclusiveMinimum": -1}, None, False),
        ("number", {"minimum": -40, "maximum": -20}, None, True),
        ("number", {}, "self >= 0", False),
        ("number", {}, "self + other > 0", True),
        ("money", {"minimum": 1}, None, False),
        ("decimal", {}, None, True),
        ("decimal", {"pattern": "^[0-9]+(\\.[0-9]{2})?$"}, None, False),
        ("decimal", {"pattern": "^-?[0-9]+(\\.[0-9]{1,2})?$"}, None, True),
        ("decimal", {}, "self > 0 and round(self, 2) = self", False),
        ("decimal", {}, "self >= -0.5", True),
        ("text", {}, None, False),
        ("phone", {}, None, False),
    ],
)
def test_a_minus_where_it_can_be_right(
    widget: Any, limits: dict[str, Any], rule: str | None, signed: bool
) -> None:
    field = Field(name="asked", widget=widget, label=text("Asked"), valid_if=rule)
    schema = SCHEMAS.get(widget, {"type": "string"}) | limits
    assert may_be_negative(field, schema) is signed
