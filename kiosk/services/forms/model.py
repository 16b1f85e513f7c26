"""What a form is: the schema of its answers, and the pages that ask for them."""

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict
from pydantic import Field as Setting

from foundation.expressions import Expression, parse
from foundation.forms import Rules, read_rules
from kiosk.services.text import LANGUAGES, FormText

Widget = Literal[
    "text",
    "long_text",
    "number",
    "decimal",
    "money",
    "date",
    "time",
    "date_time",
    "month",
    "choice",
    "several",
    "yes_no",
    "phone",
    "email",
    "url",
    "address",
    "id_number",
    "file",
    "photo",
    "signature",
    "group",
    "declaration",
    "note",
]
Display = Literal["plain", "masked"]

_RESERVED = frozenset({"and", "or", "not", "in", "true", "false", "null", "self"})


def _understood(text: str) -> str:
    parse(text)
    return text


def _free(name: str) -> str:
    if name in _RESERVED:
        raise ValueError(f"{name} means something in expressions: give it another name")
    return name


Condition = Annotated[str, AfterValidator(_understood)]
"""An expression (foundation.expressions)."""
RegistryField = Annotated[str, Setting(pattern=r"^[a-z_]+\.[a-z_]+$")]
Name = Annotated[str, Setting(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$"), AfterValidator(_free)]
PageId = Annotated[str, Setting(pattern=r"^[A-Za-z0-9_.-]+$")]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Calculated(_Record):
    """A default that follows from what was answered before."""

    expression: Condition


class Choice(_Record):
    """One of the answers to choose from."""

    value: str
    label: FormText
    visible_if: Condition | None = None

    @cached_property
    def condition(self) -> Expression | None:
        """`visible_if`, understood once: a list may have thousands."""
        return parse(self.visible_if) if self.visible_if else None


class Field(_Record):
    """One question. `errors` words a failed rule better than the common message.

    `fields` are the questions of one entry of a group, and `entry` what one is called.
    """

    name: Name
    widget: Widget
    label: FormText
    hint: FormText | None = None
    unit: FormText | None = None
    choices: tuple[Choice, ...] = ()
    prefill: RegistryField | None = None
    errors: dict[str, FormText] = {}
    visible_if: Condition | None = None
    valid_if: Condition | None = None
    required_if: Condition | None = None
    default: bool | int | str | tuple[str, ...] | Calculated | None = None
    fields: "tuple[Field, ...]" = ()
    entry: FormText | None = None
    accept: tuple[str, ...] = ()
    max_bytes: int | None = Setting(default=None, ge=1)


class Known(_Record):
    """What a registry tells and nobody is asked for; shown with the answers."""

    name: Name
    label: FormText
    prefill: RegistryField
    widget: Widget = "text"
    choices: tuple[Choice, ...] = ()
    unit: FormText | None = None
    display: Display = "plain"


class Computed(_Record):
    """What follows from the answers and nobody is asked for; part of them all the same."""

    name: Name
    label: FormText
    value: Condition
    widget: Widget = "text"
    choices: tuple[Choice, ...] = ()
    unit: FormText | None = None
    shown: bool = True


class Page(_Record):
    """One question, or one small group that belongs together."""

    id: PageId
    title: FormText
    section: FormText | None = None
    lead: FormText | None = None
    visible_if: Condition | None = None
    fields: tuple[Field, ...] = Setting(min_length=1)

    @property
    def group(self) -> Field | None:
        """The repeating group, if that is what the page asks for."""
        return next((field for field in self.fields if field.widget == "group"), None)


class Form(_Record):
    """A form: `answers` is its JSON Schema (2020-12)."""

    id: str
    version: int
    languages: tuple[str, ...] = Setting(default=LANGUAGES, min_length=1)
    answers: dict[str, Any] = Setting(alias="schema")
    known: tuple[Known, ...] = ()
    pages: tuple[Page, ...] = Setting(min_length=1)
    computed: tuple[Computed, ...] = ()

    def page(self, identifier: str) -> Page:
        """One page; KeyError when there is none of this id."""
        return self._pages[identifier]

    @cached_property
    def _pages(self) -> dict[str, Page]:
        return {page.id: page for page in self.pages}

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """Every question, in order; notes ask nothing, and a group's own are inside it."""
        return tuple(field for page in self.pages for field in page.fields if _asks(field))

    @cached_property
    def compulsory(self) -> frozenset[str]:
        """Answers that the schema requires, always or under a condition."""
        return frozenset(required(self.answers))

    @property
    def questions(self) -> "tuple[Known | Field, ...]":
        """All that a person or a registry answers: what is known, then what is asked."""
        return (*self.known, *self.fields)

    @property
    def prefill_request(self) -> list[str]:
        """The registry fields to read before the first page, each once, as `registry.field`."""
        wanted = [one.prefill for one in self.questions if one.prefill]
        return list(dict.fromkeys(wanted))

    @cached_property
    def rules(self) -> Rules:
        """What its answers must keep, as the back-end reads it from the same file."""
        return read_rules(self.model_dump(mode="json", by_alias=True))


@dataclass(frozen=True)
class Reading:
    """One value of a base registry; `as_of` is an ISO date or ""."""

    value: Any
    registry: str
    as_of: str


def required(schema: Any) -> list[str]:
    """The names that a schema of an object requires, always or under a condition."""
    if isinstance(schema, list):
        return [name for part in schema for name in required(part)]
    if not isinstance(schema, dict):
        return []
    inner = [required(schema.get(key)) for key in ("allOf", "then", "else")]
    return [*schema.get("required", ()), *(name for names in inner for name in names)]


def _asks(field: Field) -> bool:
    return field.widget != "note"
