"""Adapters to departments elsewhere, from what their file of ways says of them."""

from collections.abc import Callable, Mapping
from typing import Any

from kiosk.services.adapters.govstack import GovStackRegistration, GovStackSettings
from kiosk.services.adapters.open311 import Open311, Open311Settings
from kiosk.services.adapters.protocol import Adapter
from kiosk.services.adapters.xroad import XRoad, XRoadSettings
from kiosk.services.http import Asking, Peer, Trust

Options = Mapping[str, Any]
Build = Callable[[str, str, Trust, Options], Adapter]
"""(address, token or "", trust, options) -> adapter. Raises ValidationError for the options."""

_XROAD = "xroad"


def through(peer: Asking, options: Options) -> Asking:
    """The peer, or what is behind it when the options say that it is a security server."""
    if _XROAD not in options:
        return peer
    return XRoad(peer, XRoadSettings.model_validate(options[_XROAD]))


def govstack(address: str, token: str, trust: Trust, options: Options) -> Adapter:
    """The specification knows no token; who has one shows it."""
    shown = {"Authorization": f"Bearer {token}"} if token else {}
    peer = through(Peer(lambda: address, shown, trust=trust), options)
    return GovStackRegistration(peer, GovStackSettings.model_validate(_own(options)))


def open311(address: str, token: str, trust: Trust, options: Options) -> Adapter:
    """The token is the key that requests are sent with."""
    peer = through(Peer(lambda: address, trust=trust), options)
    return Open311(peer, Open311Settings.model_validate(_own(options)), token)


def _own(options: Options) -> dict[str, Any]:
    return {name: value for name, value in options.items() if name != _XROAD}
