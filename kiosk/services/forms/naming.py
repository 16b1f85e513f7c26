"""Whether a form's expressions look only at what is there, and was asked before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from foundation.expressions import Expression, parse
from kiosk.services.forms.model import Calculated, Field, Form

SELF = "self"


@dataclass
class _Names:
    form: Form

    @cached_property
    def groups(self) -> Mapping[str, frozenset[str]]:
        """Each group's fields."""
        groups = [one for one in self.form.fields if one.widget == "group"]
        return {
            one.name: frozenset(inner.name for inner in one.fields if inner.widget != "note")
            for one in groups
        }

    @cached_property
    def all(self) -> frozenset[str]:
        return self.form.rules.names

    def unknown(self, expression: Expression, allowed: frozenset[str]) -> list[str]:
        """Names it looks at that are not there; computed ones count when all they need is."""
        names = {
            name
            for name in expression.names
            if name not in allowed
            and not (name in self.form.rules.computed and needed(self.form, name) <= allowed)
        }
        members = {
            f"{group}.{member}"
            for group, member in expression.members
            if member not in self.groups.get(group, frozenset())
        }
        return sorted(names | members)


def needed(form: Form, name: str) -> frozenset[str]:
    """The questions that a name rests on: itself, or all that a computed value looks at."""
    rules = form.rules
    return rules.needs.get(name, frozenset({name})) - rules.computed.keys()


def name_faults(form: Form) -> Iterator[str]:
    """Each expression that looks at something that is not there yet, and circles."""
    names = _Names(form)
    yield from _computed_faults(names)
    asked = frozenset(one.name for one in form.known)
    for page in form.pages:
        yield from _early(names, page.visible_if, asked, f"page {page.id}")
        for field in page.fields:
            yield from _field_faults(names, field, asked, names.all)
            if field.widget != "note":
                asked |= {field.name}


def _field_faults(
    names: _Names, field: Field, asked: frozenset[str], whole: frozenset[str]
) -> Iterator[str]:
    yield from _early(names, field.visible_if, asked, field.name)
    if isinstance(field.default, Calculated):
        yield from _early(names, field.default.expression, asked, f"the default of {field.name}")
    for choice in field.choices:
        where = f"choice {choice.value} of {field.name}"
        yield from _early(names, choice.visible_if, asked, where)
    for rule, text, seen in (
        ("valid_if", field.valid_if, whole | {SELF}),
        ("required_if", field.required_if, whole),
    ):
        unknown = names.unknown(parse(text), seen) if text else []
        if unknown:
            yield f"{rule} of {field.name} looks at {', '.join(unknown)}, which is not there"
    within = asked
    for inner in field.fields:
        yield from _field_faults(names, inner, within, whole | {one.name for one in field.fields})
        within |= {inner.name}


def _early(names: _Names, text: str | None, asked: frozenset[str], where: str) -> Iterator[str]:
    unknown = names.unknown(parse(text), asked) if text else []
    if unknown:
        yield f"{where} depends on {', '.join(unknown)}, which is not asked before it"


def _computed_faults(names: _Names) -> Iterator[str]:
    for one in names.form.computed:
        if one.name in names.form.rules.needs[one.name]:
            yield f"the computed value {one.name} depends on itself"
            continue
        unknown = names.unknown(names.form.rules.computed[one.name].value, names.all)
        if unknown:
            yield f"the computed value {one.name} looks at {', '.join(unknown)}, which is not there"
