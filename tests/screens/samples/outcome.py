"""What came of it: on its way, received, rated."""

import segno

from kiosk.screens.window import Screens
from tests.screens.samples.parts import COUNTERS, Sample, nothing


def sending(screens: Screens, zh: bool) -> None:
    screens.sending.stage = "sending"


def receipt(screens: Screens, zh: bool) -> None:
    of = screens.receipt
    of.stage, of.reference = "received", "HZ 2026 1123 0042 7"
    of.serviceZh, of.serviceEn = "居住证申领", "Residence permit"
    of.departmentZh, of.departmentEn = "户籍业务", "Household registration"
    of.time, of.counterNumber, of.counterColour = "2026-11-23 10:31", 1, COUNTERS[0][1]
    of.answerBy = "12 月 14 日前答复您。" if zh else "You will hear by 14 December."
    code = segno.make("https://receipt.example/HZ2026112300427/" + "x" * 120, error="m")
    of.qr = ["".join("1" if bit else "0" for bit in row) for row in code.matrix]


def receipt_without_signature(screens: Screens, zh: bool) -> None:
    receipt(screens, zh)
    screens.receipt.stage, screens.receipt.qr = "numbered", []
    screens.receipt.reference = "81c4445c-bff6-11ed-afa1-0242ac120002"


def receipt_of_several(screens: Screens, zh: bool) -> None:
    receipt(screens, zh)
    screens.receipt.index, screens.receipt.count = 2, 3


def rating(screens: Screens, zh: bool) -> None:
    screens.rating.score, screens.rating.tags = 4, ["quick"]


SCREENS: dict[str, Sample] = {
    "sending": ("sending", sending),
    "receipt": ("receipt", receipt),
    "receipt-numbered": ("receipt", receipt_without_signature),
    "receipt-several": ("receipt", receipt_of_several),
    "rating": ("rating", rating),
    "farewell": ("farewell", nothing),
}
