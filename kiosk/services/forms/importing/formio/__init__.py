"""Forms of form.io and of Open Forms: JSON of components, or an export in a ZIP archive."""

from kiosk.services.forms.importing.formio.reading import read

__all__ = ["read"]
