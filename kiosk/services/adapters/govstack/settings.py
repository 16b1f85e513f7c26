"""How one GovStack Registration peer is addressed, and what it wants of our services (domain)."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from kiosk.services.adapters.mapping import Template, Wording


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class GovStackService(_Record):
    """service, e_form: the peer's identifiers, which need not be UUIDs. name: of an application,
    for its officers. data: the e-form's data, section by section."""

    service: str = Field(min_length=1)
    e_form: str = ""
    name: Wording = "_service"
    data: dict[str, Template] = {}


class GovStackSettings(_Record):
    """client: this terminal's subsystem, INSTANCE/CLASS/MEMBER/SUBSYSTEM. applicant: who applies,
    as the peer knows them. urlencoded: the peer takes forms where the specification says JSON or
    multipart, as the published test suite sends them.
    lists_all: the list of applications leaves none of ours out, so that what it lacks is not
    there."""

    client: Annotated[str, Field(pattern=r"^[\x21-\x7e]+/[\x21-\x7e]+/[\x21-\x7e]+/[\x21-\x7e]+$")]
    services: dict[str, GovStackService]
    applicant: Wording = "_citizen"
    urlencoded: bool = False
    lists_all: bool = False
