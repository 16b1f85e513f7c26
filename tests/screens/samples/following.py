"""Following up: applications, reads, documents, appointments."""

from kiosk.screens.window import Screens
from tests.screens.samples.parts import COUNTERS, Sample


def cases(screens: Screens, zh: bool) -> None:
    of = screens.cases
    of.loaded = True
    of.cases = [
        {
            "reference": f"HZ 2026 1123 004{i} 7",
            "number": 1,
            "colour": COUNTERS[0][1],
            "service": "居住证申领" if zh else "Residence permit",
            "when": "2026年11月23日收到 · HZ 2026 1123 0042 7"
            if zh
            else "Received 23 November 2026 · HZ 2026 1123 0042 7",
            "title": "已收到，等待审核" if zh else "Received, waiting to be looked at",
            "next": "工作人员会审核您的申请，您现在不用做什么。"
            if zh
            else "An officer will look at it. You need not do anything now.",
            "here": True,
            "news": ("部门留言 1 条" if zh else "Messages from the department: 1") if i else "",
        }
        for i in range(2)
    ]


def cases_none(screens: Screens, zh: bool) -> None:
    screens.cases.loaded = True


def case(screens: Screens, zh: bool) -> None:
    of = screens.case
    of.loaded, of.number, of.colour = True, 1, "#1D4F91"
    of.reference = "HZ 2026 1123 0042 7"
    of.service = "居住证申领" if zh else "Residence permit"
    of.when = "2026年11月23日收到 · " if zh else "Received 23 November 2026 · "
    of.when += of.reference
    of.title = "需要您补充" if zh else "Something is missing"
    of.next = (
        "请在这里回复部门的留言，或者到办理窗口补充，申请会接着办理。"
        if zh
        else "Answer the department's message here, or bring what is missing to the counter; "
        "then it goes on."
    )
    of.due = "部门将在 2026年12月7日 前答复" if zh else "The department answers by 7 December 2026"
    of.asked, of.rateable = True, True
    of.said = [
        {
            "mine": False,
            "when": "2026年11月24日" if zh else "24 November 2026",
            "text": "请写明您现在的工作单位全称。"
            if zh
            else "Please write the full name of your employer.",
        },
        {
            "mine": True,
            "when": "2026年11月25日" if zh else "25 November 2026",
            "text": "示例市 示例科技有限公司" if zh else "Sample Technology Ltd",
        },
    ]
    steps = (
        ("已收到，等待审核", "正在审核", "需要您补充")
        if zh
        else ("Received, waiting to be looked at", "Being looked at", "Something is missing")
    )
    of.steps = [{"title": one, "when": "2026年11月24日" if zh else "24 November"} for one in steps]
    of.documents = [
        {
            "title": "户籍证明" if zh else "Household certificate",
            "when": "2026年11月25日签发" if zh else "Issued 25 November 2026",
        }
    ]
    of.moves = [{"move": "cancel", "label": "撤回申请" if zh else "Withdraw"}]


def data(screens: Screens, zh: bool) -> None:
    of = screens.data
    of.loaded = True
    of.reads = [
        {
            "label": "居住证申领读取了户籍登记"
            if zh
            else "Residence permit read the Household register",
            "value": "户籍业务 · 为您填好表格 · 2026年11月23日"
            if zh
            else "Household registration · To fill in your form · 23 November 2026",
            "shown": "读到 3 项" if zh else "3 entries were shown",
        }
        for _ in range(3)
    ]
    of.consents = [
        {
            "id": f"c{i}",
            "label": "居住证申领：户籍登记、居住登记"
            if zh
            else "Residence permit: Household register, Residence register",
            "value": "为您填好表格 · 2026年11月24日前有效"
            if zh
            else "To fill in your form · valid until 24 November 2026",
            "stands": i == 0,
        }
        for i in range(2)
    ]


def documents(screens: Screens, zh: bool) -> None:
    of = screens.documents
    of.loaded = True
    rows = (
        (
            "valid",
            "居民身份证",
            "Identity card",
            "有效期至2035年3月1日",
            "Valid until 1 March 2035",
        ),
        (
            "expired",
            "租赁登记备案",
            "Registered tenancy",
            "已于8月31日到期",
            "Expired on 31 August",
        ),
    )
    of.documents = [
        {
            "id": state,
            "title": chinese if zh else english,
            "level": "A 级：由部门签发" if zh else "Level A: issued by its department",
            "state": state,
            "validity": until if zh else until_english,
            "facts": [
                {
                    "label": "坐落" if zh else "Address",
                    "value": "示例市 滨河路" if zh else "Riverside Road",
                }
            ],
            "genuine": True,
        }
        for state, chinese, english, until, until_english in rows
    ]


def documents_shown(screens: Screens, zh: bool) -> None:
    import segno

    documents(screens, zh)
    of = screens.documents
    of.shown, of.printed = "valid", "kept"
    matrix = segno.make("x" * 600).matrix
    of.qr = ["".join(str(dot) for dot in row) for row in matrix]


def coming(screens: Screens, zh: bool) -> None:
    of = screens.coming
    of.loaded = True
    of.notice = "取号成功，号码在下面。" if zh else "Your ticket is drawn; its number is below."
    of.tickets = [
        {
            "id": "t",
            "number": "5012",
            "label": "医疗保障" if zh else "Medical insurance",
            "value": "前面 3 人，约 18 分钟 · 5 号窗口"
            if zh
            else "3 before you, about 18 minutes · counter 5",
        }
    ]
    of.appointments = [
        {
            "id": "a",
            "label": "7 号窗口 · 税务服务" if zh else "Counter 7 · Tax",
            "value": "周一 2026年11月30日 09:30" if zh else "Monday 30 November 2026 09:30",
        }
    ]
    names = (("户籍业务", "Household registration"), ("婚姻登记", "Marriage registration"))
    of.departments = [
        {"id": f"d{i}", "number": i + 1, "colour": "#1D4F91", "name": one[0 if zh else 1]}
        for i, one in enumerate(names)
    ]


def coming_times(screens: Screens, zh: bool) -> None:
    of = screens.coming
    of.loaded, of.chosen = True, "tax"
    of.chosenName = "税务服务" if zh else "Tax"
    days = (
        ("周一 2026年11月30日", "周二 2026年12月1日", "周三 2026年12月2日")
        if zh
        else ("Monday 30 November 2026", "Tuesday 1 December 2026", "Wednesday 2 December 2026")
    )
    of.days = [
        {"day": f"2026-12-0{i}", "label": one, "chosen": i == 0} for i, one in enumerate(days)
    ]
    of.times = [f"{hour:02d}:{minute}" for hour in range(9, 12) for minute in ("00", "30")]


SCREENS: dict[str, Sample] = {
    "cases": ("cases", cases),
    "cases-none": ("cases", cases_none),
    "case": ("case", case),
    "data": ("data", data),
    "documents": ("documents", documents),
    "documents-shown": ("documents", documents_shown),
    "coming": ("coming", coming),
    "coming-times": ("coming", coming_times),
}
