"""What most screens' controllers work with."""

from dataclasses import dataclass

from kiosk.app.background import Background
from kiosk.app.conductor import Conductor
from kiosk.app.person import Person
from kiosk.screens.window import Screens
from kiosk.services.catalogue import Catalogue
from kiosk.services.department import DepartmentClient


@dataclass(frozen=True)
class Kit:
    """The visit, its window, what there is to apply for, who knows, and whose visit it is."""

    conductor: Conductor
    screens: Screens
    catalogue: Catalogue
    department: DepartmentClient
    background: Background
    person: Person
