"""A question of every kind, as it is looked at: plain examples in both languages."""

from typing import Any

from kiosk.screens.models.choices import ChoiceList
from kiosk.screens.window import Screens
from kiosk.services.receipts import qr_rows

Pair = tuple[str, str]

_SHA = "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg"


def _page(screens: Screens, zh: bool, title: Pair, *fields: dict[str, Any]) -> None:
    session, of = screens.session, screens.question
    session.stepIndex, session.stepCount, session.personKnown = 4, 7, True
    session.stepName = "居住证申领" if zh else "Residence permit"
    of.page, of.title, of.canKeep = fields[0]["name"], title[0 if zh else 1], True
    of.lead = "仅用于办理这项业务。" if zh else "We use it for this application only."
    of.lists = {
        field["name"]: ChoiceList(_said(field["list"], zh), screens)
        for field in fields
        if "list" in field
    }
    of.fields = [
        {key: _said(value, zh) for key, value in field.items() if key != "list"} for field in fields
    ]


def _said(value: Any, zh: bool) -> Any:
    if isinstance(value, tuple):
        return value[0 if zh else 1]
    if isinstance(value, list):
        return [_said(one, zh) for one in value]
    return {k: _said(v, zh) for k, v in value.items()} if isinstance(value, dict) else value


def _wrong(screens: Screens, zh: bool, words: Pair) -> None:
    of, text = screens.question, words[0 if zh else 1]
    of.fields = [{**of.fields[0], "error": text}, *of.fields[1:]]
    of.errors = [{"field": of.fields[0]["name"], "text": text}]


def _one(
    name: str, kind: str, title: Pair, value: Any, wrong: Pair | None = None, **more: Any
) -> tuple[str, Any]:
    def fill(screens: Screens, zh: bool) -> None:
        field = {"name": name, "kind": kind, "label": title, "value": value, **more}
        _page(screens, zh, title, field)
        if wrong:
            _wrong(screens, zh, wrong)

    return "question", fill


def _attaching(fill: Any, **now: Any) -> Any:
    def act(screens: Screens, zh: bool) -> None:
        from tests.screens.samples import picture

        fill[1](screens, zh)
        screens.identity_frames.attach(picture())
        field = screens.question.fields[0]["name"]
        screens.question.attaching = {"field": field, **_said(now, zh)}

    return "question", act


_MANY = [{"value": str(i), "label": (f"第 {i} 区", f"District {i}")} for i in range(1, 3211)]
_HINT: Pair = ("请照证件填写", "As it is on the document")

TEXT = _one(
    "reason",
    "long_text",
    ("您为什么需要这份证明？", "Why do you need this certificate?"),
    (
        "我下个月去外地工作，单位需要这份证明。",
        "I start to work elsewhere next month.\nMy employer asks for it.",
    ),
    hint=("两三句话就够了", "Two or three sentences are enough"),
)
TEXT_WRONG = _one(
    "reason",
    "long_text",
    ("您为什么需要这份证明？", "Why do you need it?"),
    "",
    ("请写下原因", "Write down the reason"),
)
FILE = _one(
    "lease",
    "file",
    ("您的租房合同", "Your tenancy agreement"),
    [],
    hint=("一份完整的合同", "The whole agreement, signed"),
    allowed=("PDF、JPEG 或 PNG，最大 5 MB", "PDF, JPEG or PNG, at most 5 MB"),
    photographable=True,
)
PHOTO = _one(
    "card",
    "photo",
    ("请拍下您的旧居住证", "Take a photo of your old permit"),
    [],
    hint=("正面，字要清楚", "The front, so that it can be read"),
)
SIGNATURE = _one("sign", "signature", ("请签名", "Please sign"), [])
ROWS = [
    {"name": ("证件 2026", "Papers 2026"), "folder": True},
    {"name": "lease-2026.pdf", "folder": False, "size": "1.2 MB"},
    {
        "name": ("租房合同（盖章页）.jpg", "lease signed page.jpg"),
        "folder": False,
        "size": "640 KB",
    },
    {
        "name": "holiday.mov",
        "folder": False,
        "size": "212 MB",
        "refused": "file_wrong_kind",
        "limit": ("PDF、JPEG、PNG", "PDF, JPEG, PNG"),
    },
    {
        "name": "scan-of-everything-we-ever-signed-about-the-flat-in-riverside-road.pdf",
        "folder": False,
        "size": "48 MB",
        "refused": "file_too_large",
        "limit": "5 MB",
    },
]
CHILDREN = [
    {
        "page": "kids[0]",
        "title": ("孩子 1", "Child 1"),
        "summary": ("示例甲 · 2016 年 3 月 4 日", "Sample A · 4 March 2016"),
    },
    {
        "page": "kids[1]",
        "title": ("孩子 2", "Child 2"),
        "summary": ("示例乙", "Sample B"),
        "error": ("请填写出生日期", "Enter the date of birth"),
    },
]
KEPT = {"sha256": _SHA, "name": "lease-2026.pdf", "size": "1.2 MB"}


def mixed(screens: Screens, zh: bool) -> None:
    """What shares a page: a remark, an e-mail, a number with a unit, a web address."""
    _page(
        screens,
        zh,
        ("联系方式", "How to reach you"),
        {
            "name": "why",
            "kind": "note",
            "label": (
                "我们只在需要更多材料时联系您。",
                "We write to you only when something is missing.",
            ),
            "hint": ("通常在 5 个工作日内。", "Usually within 5 working days."),
        },
        {"name": "mail", "kind": "email", "label": ("电子邮箱", "E-mail"), "value": "name@example"},
        {
            "name": "site",
            "kind": "url",
            "label": ("网址", "Website"),
            "value": "",
            "optional": True,
        },
        {
            "name": "area",
            "kind": "decimal",
            "label": ("面积", "Area"),
            "value": "62.5",
            "unit": ("平方米", "m²"),
        },
    )


_NUMBER: Pair = ("被照顾人的身份证号", "Identity number of the person you care for")
SCREENS: dict[str, tuple[str, Any]] = {
    "question-long-text": TEXT,
    "question-long-text-error": TEXT_WRONG,
    "question-mixed": ("question", mixed),
    "question-month": _one("m", "month", ("从哪个月开始？", "From which month?"), "2026-03"),
    "question-time": _one("t", "time", ("几点营业？", "When do you open?"), "08:30"),
    "question-date-time": _one(
        "dt", "date_time", ("何时发生的？", "When was it?"), "2026-02-03T18:40"
    ),
    "question-date-time-error": _one(
        "dt",
        "date_time",
        ("何时发生的？", "When was it?"),
        "2026-02-31T18:40",
        ("请填写真实的日期和时间", "Enter a real date and time"),
    ),
    "question-id": _one("id", "id_number", _NUMBER, "11010119900307", hint=_HINT),
    "question-id-error": _one(
        "id",
        "id_number",
        _NUMBER,
        "1101",
        ("请输入 18 位身份证号", "Enter all 18 characters"),
    ),
    "question-several": _one(
        "with",
        "several",
        ("和谁一起住？", "Who lives with you?"),
        ["kin"],
        choices=[
            {"value": "alone", "label": ("独居", "Nobody")},
            {"value": "kin", "label": ("父母", "My parents")},
            {"value": "kids", "label": ("子女", "My children")},
            {"value": "other", "label": ("其他人", "Others")},
        ],
    ),
    "question-long-list": _one(
        "place", "choice", ("您来自哪里？", "Where are you from?"), "12", long=True, list=_MANY
    ),
    "question-long-list-several": _one(
        "places",
        "several",
        ("您在哪些地方住过？", "Where have you lived?"),
        ["12", "3000", "77"],
        ("最多选两项", "Choose at most two"),
        long=True,
        list=_MANY,
    ),
    "question-file": FILE,
    "question-file-kept": _one(
        "lease",
        "file",
        ("您的租房合同", "Your tenancy agreement"),
        [KEPT],
        most=2,
        allowed=("PDF", "PDF"),
    ),
    "question-file-list": _attaching(
        FILE, stage="listing", place=("U 盘 / 证件", "USB stick / Papers"), inside=True, rows=ROWS
    ),
    "question-file-none": _attaching(FILE, stage="", failure="no_stick"),
    "question-file-large": _attaching(FILE, stage="", failure="file_too_large", limit="5 MB"),
    "question-photo": PHOTO,
    "question-photo-opening": _attaching(PHOTO, stage="opening"),
    "question-photo-live": _attaching(PHOTO, stage="live"),
    "question-photo-count": _attaching(PHOTO, stage="live", count=3),
    "question-photo-taken": _attaching(PHOTO, stage="taken", number=1),
    "question-photo-kept": _one(
        "card", "photo", ("旧居住证", "Your old permit"), [{**KEPT, "name": "1.jpg"}], most=3
    ),
    "question-signature": SIGNATURE,
    "question-signature-error": _one(
        "sign", "signature", ("请签名", "Please sign"), [], ("请签名", "Sign, or type your name")
    ),
    "question-signature-typed": _one(
        "sign", "signature", ("请签名", "Please sign"), {"typed": ("示例甲", "Sample A")}
    ),
    "question-group": _one(
        "kids",
        "group",
        ("您有哪些孩子？", "Which children do you have?"),
        [],
        entry=("孩子", "Child"),
        entries=CHILDREN,
        most=10,
    ),
    "question-group-empty": _one(
        "kids",
        "group",
        ("您有哪些孩子？", "Which children do you have?"),
        [],
        ("请至少添加一个孩子", "Add at least one child"),
        entry=("孩子", "Child"),
        entries=[],
    ),
}


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


SCREENS |= {
    "paused": ("paused", paused),
    "resume": ("resume", resume),
    "check-entries": ("check", check_entries),
}
