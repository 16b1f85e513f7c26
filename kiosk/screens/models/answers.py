"""The questions of a service, and all answers before they are sent."""

from typing import Any

from PySide6.QtCore import Signal

from kiosk.screens.models.base import Model, value


class AttachingModel(Model):
    """What a question asks for beyond a value: files, photos, and the entries of a group.

    `attaching` is {} or {"field", "stage": "opening"|"live"|"taken"|"listing"|"reading"|"",
    "failure", "limit"} and, with the camera, {"count": seconds left, "number": of the picture
    taken}; with a folder {"place", "inside": below its top, "rows": [{"name", "folder", "size",
    "refused", "limit"}]}. `failure` and `refused` are text ids; `limit` goes into their text.
    """

    attaching: dict[str, Any] = value({})

    photograph = Signal(str)  # field name
    shoot = Signal()
    again = Signal()
    use = Signal()
    stopAttaching = Signal()
    browse = Signal(str)  # field name
    chooseRow = Signal(int)  # of the list; -1 for the folder above
    detach = Signal(str, int)  # field name, which attachment
    addEntry = Signal()
    openEntry = Signal(str)  # page id
    removeEntry = Signal(str)  # page id


class QuestionModel(AttachingModel):
    """One page of questions. A change of `page` is shown as a new page.

    A field is {"name", "label", "hint", "kind", "value", "source", "error", "choices":
    [{"value", "label"}], "optional"}; kinds are those of a form's widgets. Further keys, each
    where it applies: "shown" False hides it; "long" True has its choices in `lists`; "unit";
    "signed" True of a number that may be below nought;
    "most" attachments or entries; "allowed", in words, "browsable" and "photographable" of a file;
    "entry", "entries": [{"page", "title", "summary", "error"}] of a group.

    Values: text; a list for several; True, False or None for yes_no; bool for declaration;
    attachments [{"sha256", "name", "size"}] for file, photo and signature, the last also
    {"drawn": SVG} or {"typed": name} while it is made.
    """

    page = value("")
    title = value("")
    section = value("")
    lead = value("")
    fields: list[dict[str, Any]] = value([])
    errors: list[dict[str, Any]] = value([])  # [{"field", "text"}], in the order of the page
    lists: dict[str, Any] = value({})  # field name -> ChoiceList
    canKeep = value(False)  # the answers can be saved and gone on with later

    disputable: list[dict[str, Any]] = value([])  # [{"name", "text"}]: what registers said here
    dispute: dict[str, Any] = value({})  # {"what", "register", "said", "hint"}; {}: none is open

    beginDispute = Signal(str)  # field name
    sendDispute = Signal(str, str)  # what it should be, what shows it
    closeDispute = Signal()
    edited = Signal(str, "QVariant")  # type: ignore[arg-type]  # field name, value
    continue_ = Signal()
    keepForLater = Signal()


class CheckModel(Model):
    """Every answer: rows are [{"label", "value", "source", "page"}]; "" has no page to change.

    A row with "heading" True starts an entry of a group.
    """

    service = value("")
    rows: list[dict[str, Any]] = value([])
    canKeep = value(False)

    change = Signal(str)  # page id
    send = Signal()
    keepForLater = Signal()
