"""GovStack Registration building block 0.1.1, as a client."""

from kiosk.services.adapters.govstack.adapter import GovStackRegistration
from kiosk.services.adapters.govstack.settings import GovStackSettings

__all__ = ["GovStackRegistration", "GovStackSettings"]
