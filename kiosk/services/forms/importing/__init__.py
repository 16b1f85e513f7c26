"""Forms of other kinds, read as ours, with an account of what could not be expressed (domain)."""

from kiosk.services.forms.importing.importing import KINDS, import_form
from kiosk.services.forms.importing.report import Counted, Remark, Report, Tally
from kiosk.services.forms.importing.sources import SourceError

__all__ = ["KINDS", "Counted", "Remark", "Report", "SourceError", "Tally", "import_form"]
