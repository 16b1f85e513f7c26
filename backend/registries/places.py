"""Which registries are kept elsewhere, as the operator's file says."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, TypeAdapter, ValidationError

from backend.registries.govstack import GovStackRegistry, Place
from backend.registries.protocol import Registry


class PlacesUnreadable(ValueError):
    """The file does not say where registries are; the text says what to mend."""


def _private(url: str) -> str:
    parts = urlsplit(url)
    here = parts.hostname in ("127.0.0.1", "::1", "localhost")
    if parts.scheme != "https" and not (parts.scheme == "http" and here):
        raise ValueError("a registry needs an https address (http on this machine only)")
    return url


class GovStackPlace(BaseModel):
    """`key`: its field that holds the citizen's number; `fields`: our field names without the
    registry -> a path in its record ("owner.name"); `as_of`: a path, "" when it has none."""

    model_config = ConfigDict(extra="forbid")
    kind: Literal["govstack"]
    url: Annotated[str, AfterValidator(_private)]
    client: str
    registry: str
    version: str
    key: str
    fields: dict[str, str]
    as_of: str = ""
    headers: dict[str, str] = {}
    authorities: str | None = None
    """A file of certificate authorities; None: those of this machine."""


def load_places(path: Path) -> dict[str, Registry]:
    """The registries by our id; none when there is no such file. Raises PlacesUnreadable."""
    if not path.is_file():
        return {}
    try:
        rows = TypeAdapter(dict[str, GovStackPlace]).validate_json(path.read_bytes())
    except ValidationError as invalid:
        faults = [f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in invalid.errors()]
        raise PlacesUnreadable(f"{path}: {'; '.join(faults)}") from invalid
    return {name: GovStackRegistry(name, _place(row)) for name, row in rows.items()}


def _place(row: GovStackPlace) -> Place:
    address = f"{row.url.rstrip('/')}/data/{row.registry}/{row.version}/read"
    headers: Mapping[str, str] = {"Information-Mediator-Client": row.client, **row.headers}
    return Place(address, headers, row.key, row.fields, row.as_of, row.authorities)
