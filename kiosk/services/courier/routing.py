"""Which way leads to which department, as `departments.toml` beside the settings says.

    [default]                 # for departments that are not named below
    adapter = "native"
    address = ""              # empty: the back-end that the terminal runs itself

    [departments.households]
    adapter = "native"
    address = "https://households.example"
    token_file = "/etc/atrium/households.token"
    receipt_keys = "/etc/atrium/households-keys.json"
    authorities = "/etc/atrium/households-ca.pem"     # the only ones that count
    certificate = "/etc/atrium/terminal.pem"          # mutual TLS
    key = "/etc/atrium/terminal.key"

`options` holds what only one adapter knows.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from foundation.paths import config_file
from kiosk.services.adapters.building import Build, govstack, open311, through
from kiosk.services.adapters.native import NativeAdapter
from kiosk.services.adapters.protocol import Adapter
from kiosk.services.http import Terminal, Trust, TrustUnreadable
from kiosk.services.receipts.keys import load_keys


class BrokenRoutes(ValueError):
    """departments.toml cannot be used; the text says where and why."""


class Way(BaseModel):
    """How one department is reached. Files are read when they are needed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    adapter: str = "native"
    address: str = ""
    token_file: Path | None = None
    receipt_keys: Path | None = None
    authorities: Path | None = None
    certificate: Path | None = None
    key: Path | None = None
    options: dict[str, Any] = {}

    @property
    def embedded(self) -> bool:
        """Whether the terminal's own back-end stands for it."""
        return not self.address

    @property
    def trust(self) -> Trust:
        """Whom its address is believed to be, and who we say we are."""
        return Trust(self.authorities, self.certificate, self.key)


class Ways(BaseModel):
    """The whole file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    default: Way = Way()
    departments: dict[str, Way] = {}

    @property
    def any_embedded(self) -> bool:
        """Whether the terminal's own back-end is needed."""
        return any(way.embedded for way in (self.default, *self.departments.values()))

    def to(self, department: str) -> Way:
        """The way to one department."""
        return self.departments.get(department, self.default)


@dataclass(frozen=True)
class Embedded:
    """The terminal's own back-end: its address ("" while nobody knows), token and keys."""

    url: Callable[[], str]
    token: str
    keys: Path


Builder = Callable[[Way, Embedded], Adapter]


def _native(way: Way, embedded: Embedded) -> Adapter:
    if way.embedded:
        terminal = Terminal(embedded.url, embedded.token)
        return NativeAdapter(terminal, lambda: load_keys(embedded.keys))
    if way.token_file is None or way.receipt_keys is None:
        raise BrokenRoutes(f"{way.address}: the native way needs token_file and receipt_keys")
    keys, token = way.receipt_keys, way.token_file.read_text(encoding="utf-8").strip()
    terminal = Terminal(lambda: way.address, token, trust=way.trust)
    return NativeAdapter(through(terminal, way.options), lambda: load_keys(keys))


def _elsewhere(build: Build) -> Builder:
    """An adapter that needs nothing of ours but an address."""

    def built(way: Way, _: Embedded) -> Adapter:
        if way.embedded:
            raise BrokenRoutes(f"the {way.adapter} way needs an address")
        token = way.token_file.read_text(encoding="utf-8").strip() if way.token_file else ""
        return build(way.address, token, way.trust, way.options)

    return built


BUILDERS: Mapping[str, Builder] = {
    "native": _native,
    "govstack": _elsewhere(govstack),
    "open311": _elsewhere(open311),
}
"""Every adapter by its name in departments.toml."""


class Routes:
    """The way to each department, made once."""

    def __init__(self, ways: Ways, embedded: Embedded) -> None:
        self._ways = ways
        self._own_keys = embedded.keys
        self._default = _built(ways.default, embedded)
        self._made = {name: _built(way, embedded) for name, way in ways.departments.items()}

    def __call__(self, department: str) -> Adapter:
        """The adapter for a department."""
        return self._made.get(department, self._default)

    def embedded(self, department: str) -> bool:
        """Whether the terminal's own back-end stands for it."""
        return self._ways.to(department).embedded

    def receipt_keys(self, department: str) -> Path:
        """The pinned keys that its receipts are checked with."""
        return self._ways.to(department).receipt_keys or self._own_keys

    @property
    def named(self) -> Mapping[str, Adapter]:
        """The departments that have a way of their own."""
        return self._made


def routes_file() -> Path:
    """departments.toml beside the settings; it need not exist."""
    return config_file().with_name("departments.toml")


def load_ways(path: Path) -> Ways:
    """Read departments.toml. Raises BrokenRoutes."""
    if not path.exists():
        return Ways()
    try:
        return Ways.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (ValidationError, ValueError) as broken:
        raise BrokenRoutes(f"{path}: {broken}") from broken


def _built(way: Way, embedded: Embedded) -> Adapter:
    builder = BUILDERS.get(way.adapter)
    if builder is None:
        raise BrokenRoutes(f"there is no adapter {way.adapter!r}; there are {', '.join(BUILDERS)}")
    try:
        if not way.embedded:
            way.trust.context()  # certificates are missed now, not at the first application
        return builder(way, embedded)
    except (OSError, TrustUnreadable, ValidationError) as wrong:
        raise BrokenRoutes(f"{way.address}: {wrong}") from wrong
