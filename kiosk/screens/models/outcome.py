"""After the answers: sending, the receipt, and the rating."""

from PySide6.QtCore import Signal

from kiosk.screens.models.base import Model, value


class SendingModel(Model):
    """`stage` names the newest true thing: saving, saved, sending, received, queued, rejected."""

    stage = value("saving")
    reason = value("")  # a text id or a text, when rejected
    department = value("")

    continue_ = Signal()  # offered once it is received, queued or rejected


class ReceiptModel(Model):
    """A slip of paper, in both languages. `qr` is one string of 0 and 1 for each row."""

    stage = value("saved")  # or "received", or "numbered": without a signature
    reference = value("")
    serviceZh = value("")
    serviceEn = value("")
    departmentZh = value("")
    departmentEn = value("")
    time = value("")
    counterNumber = value(0)
    counterColour = value("")
    answerBy = value("")
    qr: list[str] = value([])
    index = value(1)  # which of `count` receipts of this errand is shown
    count = value(1)
    printed = value("")  # "", "printing", "printed", "kept" (as a file), "failed"
    printFailure = value("")  # a text id, when failed

    next = Signal()
    print = Signal()
    finish = Signal()
    another = Signal()


class RatingModel(Model):
    """Five levels (0: none yet) and what was good or not, each optional.

    Tags are text ids: clear, quick, friendly, easy_to_find; unclear, slow, unfriendly,
    hard_to_find.
    """

    score = value(0)
    tags: list[str] = value([])  # those chosen

    scored = Signal(int)
    tag = Signal(str)  # chosen or let go
    send = Signal()
    skip = Signal()
