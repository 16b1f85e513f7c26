"""XLSForm: forms of ODK, KoboToolbox and their like, in .xlsx, .xls, CSV or Markdown tables."""

from kiosk.services.forms.importing.xlsform.reading import read

__all__ = ["read"]
