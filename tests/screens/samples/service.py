"""One service before its questions."""

from kiosk.screens.window import Screens
from tests.screens.samples.parts import COUNTERS, Sample


def service(screens: Screens, zh: bool) -> None:
    of = screens.service
    of.counterNumber, of.counterColour = 1, COUNTERS[0][1]
    of.department = COUNTERS[0][2 if zh else 3]
    of.registers = "户籍登记、居住登记" if zh else "Household register, Residence register"
    of.resumable = True
    of.waiting = "前面 4 人 · 约 8 分钟" if zh else "4 waiting · about 8 min"
    of.title = "居住证申领" if zh else "Residence permit"
    of.summary = (
        "适用于在本市居住满半年的人员。"
        if zh
        else "For people who have lived here for six months or more."
    )
    facts = (
        (
            ("clock", "本次用时", "约 6 分钟，9 个问题"),
            ("mail", "办结时间", "15 个工作日内"),
            ("money", "费用", "免费"),
        )
        if zh
        else (
            ("clock", "Time now", "About 6 minutes, 9 questions"),
            ("mail", "Answer", "Within 15 working days"),
            ("money", "Cost", "Free"),
        )
    )
    of.facts = [{"icon": i, "label": label, "value": v} for i, label, v in facts]
    needs = (
        (
            ("user", "身份信息与照片", "户籍登记"),
            ("door", "住所证明", "不动产权证书、长期有效"),
            ("doc", "租房合同（房屋租赁登记备案、已于2026年8月31日到期）", ""),
        )
        if zh
        else (
            ("user", "Your identity and photo", "Household Registry"),
            ("door", "Proof of your home", "Property certificate, Valid for good"),
            ("doc", "Your tenancy (Registered tenancy, Expired on 31 August 2026)", ""),
        )
    )
    of.needs = [{"icon": i, "text": t, "source": s} for i, t, s in needs]


def service_again(screens: Screens, zh: bool) -> None:
    service(screens, zh)
    screens.service.registers = ""
    screens.service.lastSaid = "2025 年 5 月 3 日" if zh else "3 May 2025"
    screens.service.reuse = True


SCREENS: dict[str, Sample] = {
    "service": ("service", service),
    "service-again": ("service", service_again),
}
