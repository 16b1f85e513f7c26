"""Open311 GeoReport v2, as a client, in JSON and in XML."""

from kiosk.services.adapters.open311.adapter import Open311
from kiosk.services.adapters.open311.client import Client
from kiosk.services.adapters.open311.form import form_of, service_for
from kiosk.services.adapters.open311.rows import NotUnderstood
from kiosk.services.adapters.open311.settings import Open311Settings

__all__ = ["Client", "NotUnderstood", "Open311", "Open311Settings", "form_of", "service_for"]
