"""What a reader hands over: questions and notes in the order in which they are asked."""

from dataclasses import dataclass, field
from typing import Any

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.terms import Kind, Term
from kiosk.services.forms.importing.wording import Worded

KINDS: dict[str, Kind] = {
    "number": "integer",
    "money": "integer",
    "decimal": "decimal",
    "date": "date",
    "time": "time",
    "date_time": "date_time",
    "yes_no": "truth",
    "declaration": "truth",
    "several": "list",
    "group": "list",
    "file": "list",
    "photo": "list",
    "signature": "list",
}
"""What an answer is in expressions, by widget; a text for every other one."""


@dataclass
class Option:
    """One answer to choose from."""

    value: str
    label: Worded
    condition: Term = terms.TRUE


@dataclass
class Container:
    """A page, panel or group of the source: what stands in it is asked close together."""

    key: str
    title: Worded = field(default_factory=dict)
    lead: Worded = field(default_factory=dict)
    section: Worded = field(default_factory=dict)
    together: bool = True


@dataclass
class Asked:
    """One question or note, as the form's `Field` will be."""

    where: str
    name: str
    widget: str
    label: Worded
    container: Container
    hint: Worded = field(default_factory=dict)
    unit: Worded = field(default_factory=dict)
    schema: dict[str, Any] = field(default_factory=dict)
    options: list[Option] = field(default_factory=list)
    required: bool = False
    needed: Term = terms.FALSE
    """When it has to be answered, beyond `required`."""
    condition: Term = terms.TRUE
    conditions: list[str] = field(default_factory=list)
    """Where in the source the parts of `condition` are."""
    valid: Term = terms.TRUE
    errors: dict[str, Worded] = field(default_factory=dict)
    default: Any = None
    """A constant, or a Term that is reckoned."""
    fields: "list[Asked]" = field(default_factory=list)
    entry: Worded = field(default_factory=dict)
    accept: tuple[str, ...] = ()
    max_bytes: int | None = None

    def need(self, when: Term) -> None:
        """It has to be answered while `when` holds; what is only ticked has to be ticked then."""
        self.needed = terms.either((self.needed, when))
        if self.widget == "declaration":
            ticked = terms.either((terms.negated(when), terms.name("self", "truth")))
            self.valid = terms.both((self.valid, ticked))

    def release(self, when: Term) -> None:
        """It need not be answered while `when` holds."""
        before = terms.TRUE if self.required else self.needed
        self.required, self.needed = False, terms.FALSE
        self.need(terms.both((before, terms.negated(when))))

    @property
    def kind(self) -> Kind:
        """What its answer is in expressions."""
        return KINDS.get(self.widget, "text")

    @property
    def term(self) -> Term:
        """Its answer in an expression."""
        return terms.name(self.name, self.kind)


@dataclass
class Reckoned:
    """A value that follows from the answers."""

    where: str
    name: str
    label: Worded
    value: Term
    widget: str
    shown: bool = False
