"""The same services as a list, and one of them in full."""

from typing import Any

from PySide6.QtCore import Signal

from kiosk.screens.models.base import Model, value


class ServicesModel(Model):
    """Groups are [{"counter", "colour", "department", "services": [{"id", "title", "note"}]}].

    A group of counter 0 holds life events.
    """

    groups: list[dict[str, Any]] = value([])
    notices: list[dict[str, Any]] = value([])  # as the hall's
    query = value("")
    departmentFilter = value("")  # a department's name, "" for all

    open = Signal(str)  # service id
    searchChanged = Signal(str)
    allDepartments = Signal()
    showHall = Signal()
    showCases = Signal()


class ServiceModel(Model):
    """What a service is, what it needs, how long it takes and what it costs."""

    title = value("")
    summary = value("")
    counterNumber = value(0)
    counterColour = value("")
    department = value("")
    waiting = value("")  # a text, "" shows nothing
    facts: list[dict[str, Any]] = value([])  # [{"icon", "label", "value"}]
    law = value("")  # what it is based on
    needs: list[dict[str, Any]] = value([])  # [{"icon", "text", "source"}]

    registers = value("")  # what would be asked to fill the form in, by name; "": nothing
    reading = value(False)  # they are being asked

    resumable = value(False)  # answers that were kept can be gone on with
    lastSaid = value("")  # the day of the last application for it, in words; "": none
    reuse = value(False)  # what was said then is filled in

    resume = Signal()
    reuseChosen = Signal(bool)
    start = Signal()  # and let the registers fill it in, where there are any
    typeAll = Signal()
