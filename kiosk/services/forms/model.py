"""What a form is: the schema of its answers, and the pages that ask for them."""

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict
from pydantic import Field as Setting

from kiosk.services.forms.expressions import Expression, parse
from kiosk.services.text import Text

Widget = Literal[
    "text",
    "number",
    "money",
    "date",
    "choice",
    "several",
    "yes_no",
    "phone",
    "address",
    "declaration",
]
Display = Literal["plain", "masked"]


def _condition(text: str) -> str:
    parse(text)
    return text


Condition = Annotated[str, AfterValidator(_condition)]
RegistryField = Annotated[str, Setting(pattern=r"^[a-z_]+\.[a-z_]+$")]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Choice(_Record):
    """One of the answers to choose from."""

    value: str
    label: Text


class Field(_Record):
    """One question. `errors` words a failed schema keyword better than the common message."""

    name: str
    widget: Widget
    label: Text
    hint: Text | None = None
    unit: Text | None = None
    choices: tuple[Choice, ...] = ()
    prefill: RegistryField | None = None
    errors: dict[str, Text] = {}


class Known(_Record):
    """What a registry tells and nobody is asked for; shown with the answers."""

    name: str
    label: Text
    prefill: RegistryField
    widget: Widget = "text"
    choices: tuple[Choice, ...] = ()
    unit: Text | None = None
    display: Display = "plain"


class Page(_Record):
    """One question, or one small group that belongs together."""

    id: str
    title: Text
    lead: Text | None = None
    visible_if: Condition | None = None
    fields: tuple[Field, ...] = Setting(min_length=1)

    @cached_property
    def condition(self) -> Expression | None:
        """`visible_if`, understood."""
        return parse(self.visible_if) if self.visible_if else None


class Form(_Record):
    """A form: `answers` is its JSON Schema (2020-12)."""

    id: str
    version: int
    answers: dict[str, Any] = Setting(alias="schema")
    known: tuple[Known, ...] = ()
    pages: tuple[Page, ...] = Setting(min_length=1)

    def page(self, identifier: str) -> Page:
        """One page; KeyError when there is none of this id."""
        for page in self.pages:
            if page.id == identifier:
                return page
        raise KeyError(identifier)

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every question, in order."""
        return tuple(field for page in self.pages for field in page.fields)

    @cached_property
    def compulsory(self) -> frozenset[str]:
        """Answers that the schema requires, always or under a condition."""
        return frozenset(_required(self.answers))

    @property
    def questions(self) -> "tuple[Known | Field, ...]":
        """All that an answer can be about: what is known, then what is asked."""
        return (*self.known, *self.fields)

    @property
    def prefill_request(self) -> list[str]:
        """The registry fields to read before the first page, each once, as `registry.field`."""
        wanted = [one.prefill for one in self.questions if one.prefill]
        return list(dict.fromkeys(wanted))


@dataclass(frozen=True)
class Reading:
    """One value of a base registry; `as_of` is an ISO date or ""."""

    value: Any
    registry: str
    as_of: str


def _required(schema: Any) -> list[str]:
    if isinstance(schema, list):
        return [name for part in schema for name in _required(part)]
    if not isinstance(schema, dict):
        return []
    inner = [_required(schema.get(key)) for key in ("allOf", "then", "else")]
    return [*schema.get("required", ()), *(name for names in inner for name in names)]
