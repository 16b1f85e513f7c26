"""All answers before they are sent, and what may come between: kept for later, idle, trouble."""

from typing import Any

from kiosk.screens.window import Screens
from kiosk.services.receipts import qr_rows
from tests.screens.samples.parts import Sample, steps


def check(screens: Screens, zh: bool) -> None:
    steps(screens, 6, "step_check")
    registry = "户籍登记" if zh else "Household Registry"
    screens.check.service = "居住证申领" if zh else "Residence permit"
    rows = (
        (("姓名", "Name"), ("示例市民", "Sample Citizen"), registry, ""),
        (("身份证号", "Identity number"), ("••••••••••••••1234",) * 2, registry, ""),
        (
            ("居住地址", "Address"),
            ("滨河路 18 号 502 室", "Room 502, 18 Riverside Road"),
            "",
            "address",
        ),
        (
            ("居住起始日期", "Living here since"),
            ("2024 年 9 月 1 日", "1 September 2024"),
            "",
            "since",
        ),
        (("手机号码", "Mobile phone"), ("130 0000 0000",) * 2, "", "phone"),
        (("居住方式", "Kind of home"), ("自有住房", "I own it"), "", "home"),
    )
    pick = 0 if zh else 1
    screens.check.rows = [
        {"label": label[pick], "value": v[pick], "source": s, "page": p} for label, v, s, p in rows
    ]


def check_entries(screens: Screens, zh: bool) -> None:
    """Answers with the entries of a group among them."""
    said = ("姓名", "示例甲") if zh else ("Name", "Sample A")
    born = ("出生日期", "2016 年 3 月 4 日") if zh else ("Date of birth", "4 March 2016")
    why = ("原因", "工作") if zh else ("Reason", "I work here")
    rows: list[dict[str, Any]] = [
        {"label": why[0], "value": why[1], "source": "", "page": "why", "heading": False}
    ]
    for n in range(2):
        place, title = f"kids[{n}]", f"孩子 {n + 1}" if zh else f"Child {n + 1}"
        rows.append({"label": title, "value": "", "source": "", "page": place, "heading": True})
        rows += [
            {"label": label, "value": value, "source": "", "page": "", "of": place}
            for label, value in (said, born)
        ]
    screens.check.rows, screens.check.canKeep = rows, True
    screens.check.service = "户口登记" if zh else "Registration"


def paused(screens: Screens, zh: bool) -> None:
    """Answers that were kept, with files that were not."""
    of = screens.paused
    of.service = "居住证申领" if zh else "Residence permit"
    of.code, of.qr = "K7QX-29MD", qr_rows("K7QX29MD")
    of.until = "2026 年 12 月 23 日" if zh else "23 December 2026"
    of.withoutFiles = True


def resume(screens: Screens, zh: bool) -> None:
    """A code that is not known."""
    of = screens.resume
    of.service = "居住证申领" if zh else "Residence permit"
    of.error, of.limit = "draft_unknown", "4"


def idle(screens: Screens, zh: bool) -> None:
    check(screens, zh)
    screens.session.idleSeconds, screens.session.idleTotal = 24, 30


def trouble(screens: Screens, zh: bool) -> None:
    check(screens, zh)
    screens.session.trouble = "trouble_backend"
    screens.session.toast = {"kind": "ok", "textId": "saved"}


SCREENS: dict[str, Sample] = {
    "check": ("check", check),
    "check-entries": ("check", check_entries),
    "paused": ("paused", paused),
    "resume": ("resume", resume),
    "idle": ("check", idle),
    "trouble": ("check", trouble),
}
