"""Questions that take more than an answer: files, photos, signatures, entries of a group."""

from typing import Any

from kiosk.screens.window import Screens
from tests.screens.samples.kinds import one, said
from tests.screens.samples.parts import Sample, picture

_SHA = "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg"


def _attaching(fill: Sample, **now: Any) -> Sample:
    def act(screens: Screens, zh: bool) -> None:
        fill[1](screens, zh)
        screens.identity_frames.attach(picture())
        field = screens.question.fields[0]["name"]
        screens.question.attaching = {"field": field, **said(now, zh)}

    return "question", act


FILE = one(
    "lease",
    "file",
    ("您的租房合同", "Your tenancy agreement"),
    [],
    hint=("一份完整的合同", "The whole agreement, signed"),
    allowed=("PDF、JPEG 或 PNG，最大 5 MB", "PDF, JPEG or PNG, at most 5 MB"),
    photographable=True,
)
PHOTO = one(
    "card",
    "photo",
    ("请拍下您的旧居住证", "Take a photo of your old permit"),
    [],
    hint=("正面，字要清楚", "The front, so that it can be read"),
)
SIGNATURE = one("sign", "signature", ("请签名", "Please sign"), [])
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
SCREENS: dict[str, Sample] = {
    "question-file": FILE,
    "question-file-kept": one(
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
    "question-photo-kept": one(
        "card", "photo", ("旧居住证", "Your old permit"), [{**KEPT, "name": "1.jpg"}], most=3
    ),
    "question-signature": SIGNATURE,
    "question-signature-error": one(
        "sign", "signature", ("请签名", "Please sign"), [], ("请签名", "Sign, or type your name")
    ),
    "question-signature-typed": one(
        "sign", "signature", ("请签名", "Please sign"), {"typed": ("示例甲", "Sample A")}
    ),
    "question-group": one(
        "kids",
        "group",
        ("您有哪些孩子？", "Which children do you have?"),
        [],
        entry=("孩子", "Child"),
        entries=CHILDREN,
        most=10,
    ),
    "question-group-empty": one(
        "kids",
        "group",
        ("您有哪些孩子？", "Which children do you have?"),
        [],
        ("请至少添加一个孩子", "Add at least one child"),
        entry=("孩子", "Child"),
        entries=[],
    ),
}
