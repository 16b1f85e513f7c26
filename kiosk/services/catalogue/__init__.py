"""Departments and their services, read from assets/catalogue (domain)."""

from kiosk.services.catalogue.errand import Errand
from kiosk.services.catalogue.loader import Catalogue, CatalogueError, load_catalogue
from kiosk.services.catalogue.model import (
    Department,
    LifeEvent,
    Need,
    Policy,
    Registry,
    Service,
    Zone,
)

__all__ = [
    "Catalogue",
    "CatalogueError",
    "Department",
    "Errand",
    "LifeEvent",
    "Need",
    "Policy",
    "Registry",
    "Service",
    "Zone",
    "load_catalogue",
]
