"""How one GeoReport peer is addressed, and how our services become its requests (domain)."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from kiosk.services.adapters.mapping import Template, Wording


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Open311Service(_Record):
    """service_code: the peer's. Where it is: address, address_id, or lat and long. attributes:
    by the peer's codes; a list answers a multivaluelist. details: further arguments of the
    specification (email, first_name, phone, media_url …)."""

    service_code: str = Field(min_length=1)
    description: Wording = "''"
    address: Wording | None = None
    address_id: Wording | None = None
    lat: Wording | None = None
    long: Wording | None = None
    attributes: dict[str, Template] = {}
    details: dict[str, Wording] = {}

    @model_validator(mode="after")
    def _somewhere(self) -> "Open311Service":
        if not (self.address or self.address_id or (self.lat and self.long)):
            raise ValueError("say where it is: address, address_id, or lat and long")
        return self


class Open311Settings(_Record):
    """jurisdiction: where a peer serves several. format: what is asked for; either is read.
    arguments: where those of a new request stand, since peers made from the published Swagger
    file want them in the query, and the specification in a form."""

    services: dict[str, Open311Service]
    jurisdiction: str = ""
    format: Literal["json", "xml"] = "json"
    arguments: Literal["form", "query"] = "form"
