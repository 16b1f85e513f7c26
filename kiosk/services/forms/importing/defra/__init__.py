"""Forms of DEFRA's forms-runner and of the XGov digital form builder."""

from kiosk.services.forms.importing.defra.reading import read

__all__ = ["read"]
