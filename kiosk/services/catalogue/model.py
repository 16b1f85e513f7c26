"""What a department and a service are, as their data files say."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from kiosk.journey.assurance import FaceAssurance
from kiosk.services.text import Text

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-F]{6}$")]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Zone(_Record):
    """Counters that stand together in the hall because people need them together."""

    id: Identifier
    letter: Annotated[str, StringConstraints(pattern=r"^[A-Z]$")]
    colour: Colour
    name: Text


class Department(_Record):
    """One counter of the hall. A white numeral stands on `colour` (contrast >= 7.5:1)."""

    id: Identifier
    counter: int = Field(ge=1)
    zone: Zone
    colour: Colour
    name: Text


class Registry(_Record):
    """A base registry that answers may come from."""

    id: Identifier
    name: Text


TrustLevel = Literal["A", "B", "C", "D"]
"""How far a document can be trusted: issued by its agency, seen there, uploaded, declared."""


class Licence(_Record):
    """Documents of which one, trusted at least so far, does for a need."""

    kinds: tuple[Identifier, ...] = Field(min_length=1)
    level: TrustLevel


class Need(_Record):
    """One thing that a service needs; `registry` is where it already is, `licence` which document
    of the person does for it; neither: bring it."""

    icon: str
    text: Text
    registry: Identifier | None = None
    licence: Licence | None = None


class DocumentFact(_Record):
    """Something that stands on a document; `answer` of the application that it is taken from."""

    id: Identifier
    name: Text
    answer: Identifier


class DocumentKind(_Record):
    """A kind of document that a department issues; valid_days None: for good. Its sheet has room
    for two facts."""

    id: Identifier
    department: Identifier
    name: Text
    valid_days: int | None
    facts: tuple[DocumentFact, ...] = Field(max_length=2)


class Routing(_Record):
    """Whose case an application is, by one of its answers; else its service's department."""

    answer: str
    departments: dict[str, Identifier]


class LawfulRead(_Record):
    """A registry that the law lets a service read without consent, and which law."""

    registry: Identifier
    basis: Text


class Policy(_Record):
    """How sure the terminal must be of who applies."""

    assurance: Literal["low", "substantial", "high"]
    face_one_in: int = Field(ge=1000)
    face_assurance: FaceAssurance = FaceAssurance.NONE
    """The least that a face sign-in must have rested on; card and PIN are always enough."""
    pin_suffices: bool
    remote: bool


class Search(_Record):
    """What people call this service; pinyin by syllable, without tones."""

    words: tuple[str, ...]
    pinyin: str

    @property
    def initials(self) -> str:
        """The first letter of each syllable."""
        return "".join(syllable[0] for syllable in self.pinyin.split())


class LifeEvent(_Record):
    """What happened to somebody: the services that belong to it, in the order of their need."""

    id: Identifier
    title: Text
    summary: Text
    services: tuple[Identifier, ...] = Field(min_length=2)
    search: Search


class Service(_Record):
    """One service: what it is, what it needs, how long it takes and what it costs."""

    id: Identifier
    department: Identifier
    form: Identifier
    title: Text
    summary: Text
    audience: Text
    needs: tuple[Need, ...]
    minutes: int = Field(ge=1)
    answer_days: int = Field(ge=0)
    """Working days until the department answers; 0: at once."""
    cost: Text
    legal_basis: tuple[Text, ...]
    policy: Policy
    search: Search
    lawful_reads: tuple[LawfulRead, ...] = ()
    routing: Routing | None = None
    corrects: bool = False
    """It asks for a register to be put right."""

    def department_for(self, answers: Mapping[str, Any]) -> str:
        """Whose case an application with these answers is."""
        if self.routing is None:
            return self.department
        return self.routing.departments.get(answers.get(self.routing.answer, ""), self.department)
