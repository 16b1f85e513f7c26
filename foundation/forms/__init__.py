"""What a form's file demands of answers; the terminal and the back-end ask the same code."""

from foundation.forms.applying import Applying, Place, applying
from foundation.forms.faults import Fault, faults, refusals
from foundation.forms.rules import Computed, Page, Question, Rules, read_rules

__all__ = [
    "Applying",
    "Computed",
    "Fault",
    "Page",
    "Place",
    "Question",
    "Rules",
    "applying",
    "faults",
    "read_rules",
    "refusals",
]
