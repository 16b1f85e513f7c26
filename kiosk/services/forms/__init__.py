"""Forms: a JSON Schema for the data, a page layer for the person (domain)."""

from kiosk.services.forms.canonical import body_sha256, canonical_json
from kiosk.services.forms.draft import Draft
from kiosk.services.forms.loader import FormError, form_of, load_form, read_form
from kiosk.services.forms.merging import merge
from kiosk.services.forms.messages import load_messages
from kiosk.services.forms.model import Field, Form, Page, Reading
from kiosk.services.forms.validation import FieldError

__all__ = [
    "Draft",
    "Field",
    "FieldError",
    "Form",
    "FormError",
    "Page",
    "Reading",
    "body_sha256",
    "canonical_json",
    "form_of",
    "load_form",
    "load_messages",
    "merge",
    "read_form",
]
