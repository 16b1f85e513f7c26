"""Peers with other protocols for benchmarks: how each is built, asked, and looked into."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from kiosk.services.adapters.building import govstack, open311
from kiosk.services.adapters.protocol import Adapter
from kiosk.services.http import Trust
from tests.peers.govstack import GovStack
from tests.peers.open311 import Open311
from tests.peers.web import Web
from tests.peers.xroad import CLIENT, SERVICE, SecurityServer

_LAMP = {
    "service_code": "006",
    "description": "use",
    "address": "where",
    "details": {"address": "where"},
}
OPTIONS: dict[str, dict[str, Any]] = {
    "govstack": {
        "client": CLIENT,
        "services": {
            "round_trip": {
                "service": "f7d33db0-2809-484e-a780-76b7ccd4ecbf",
                "data": {"it": {"use": "use"}},
            }
        },
    },
    "open311": {"jurisdiction": "city.test", "services": {"round_trip": _LAMP}},
}
"""What a file of ways would say of them."""


@dataclass(frozen=True)
class Kind:
    """One protocol. web: where it listens. peer: what can fail. kept: texts of the peer, one for
    each application that it has, in which our keys stand."""

    name: str
    build: Callable[[str], Adapter]
    kept: Callable[[], list[str]]
    web: Web
    peer: Web


def own_kinds(token: str) -> list[Kind]:
    """Each protocol with a peer of its own that works."""
    xroad = {"xroad": {"client": CLIENT, "service": SERVICE}}
    return [
        _registration("govstack", GovStack(), OPTIONS["govstack"], token),
        _georeport("open311", OPTIONS["open311"], token),
        _georeport("open311 xml", OPTIONS["open311"] | {"format": "xml"}, token),
        _registration("govstack by x-road", GovStack(), OPTIONS["govstack"] | xroad, token),
    ]


def _registration(name: str, peer: GovStack, options: dict[str, Any], token: str) -> Kind:
    web = SecurityServer(peer) if "xroad" in options else peer
    build = partial(govstack, token=token, trust=Trust(), options=options)
    return Kind(name, build, lambda: [json.dumps(one) for one in peer.files.values()], web, peer)


def _georeport(name: str, options: dict[str, Any], token: str) -> Kind:
    peer = Open311()
    build = partial(open311, token=token, trust=Trust(), options=options)
    return Kind(
        name, build, lambda: [one["description"] for one in peer.requests.values()], peer, peer
    )
