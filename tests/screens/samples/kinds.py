"""A question of every kind that is answered by what one knows."""

from typing import Any

from kiosk.screens.models.choices import ChoiceList
from kiosk.screens.window import Screens
from tests.screens.samples.parts import Sample

Pair = tuple[str, str]
"""In Chinese and in English."""


def _page(screens: Screens, zh: bool, title: Pair, *fields: dict[str, Any]) -> None:
    session, of = screens.session, screens.question
    session.stepIndex, session.stepCount, session.personKnown = 4, 7, True
    session.stepName = "居住证申领" if zh else "Residence permit"
    of.page, of.title, of.canKeep = fields[0]["name"], title[0 if zh else 1], True
    of.lead = "仅用于办理这项业务。" if zh else "We use it for this application only."
    of.lists = {
        field["name"]: ChoiceList(said(field["list"], zh), screens)
        for field in fields
        if "list" in field
    }
    of.fields = [
        {key: said(value, zh) for key, value in field.items() if key != "list"} for field in fields
    ]


def said(value: Any, zh: bool) -> Any:
    """Pairs of words, wherever they are, in one language."""
    if isinstance(value, tuple):
        return value[0 if zh else 1]
    if isinstance(value, list):
        return [said(one, zh) for one in value]
    return {k: said(v, zh) for k, v in value.items()} if isinstance(value, dict) else value


def _wrong(screens: Screens, zh: bool, words: Pair) -> None:
    of, text = screens.question, words[0 if zh else 1]
    of.fields = [{**of.fields[0], "error": text}, *of.fields[1:]]
    of.errors = [{"field": of.fields[0]["name"], "text": text}]


def one(
    name: str, kind: str, title: Pair, value: Any, wrong: Pair | None = None, **more: Any
) -> Sample:
    """A page with one question; `wrong`: what is the matter with its answer."""

    def fill(screens: Screens, zh: bool) -> None:
        field = {"name": name, "kind": kind, "label": title, "value": value, **more}
        _page(screens, zh, title, field)
        if wrong:
            _wrong(screens, zh, wrong)

    return "question", fill


_MANY = [{"value": str(i), "label": (f"第 {i} 区", f"District {i}")} for i in range(1, 3211)]
_HINT: Pair = ("请照证件填写", "As it is on the document")

TEXT = one(
    "reason",
    "long_text",
    ("您为什么需要这份证明？", "Why do you need this certificate?"),
    (
        "我下个月去外地工作，单位需要这份证明。",
        "I start to work elsewhere next month.\nMy employer asks for it.",
    ),
    hint=("两三句话就够了", "Two or three sentences are enough"),
)
TEXT_WRONG = one(
    "reason",
    "long_text",
    ("您为什么需要这份证明？", "Why do you need it?"),
    "",
    ("请写下原因", "Write down the reason"),
)


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
SCREENS: dict[str, Sample] = {
    "question-long-text": TEXT,
    "question-long-text-error": TEXT_WRONG,
    "question-mixed": ("question", mixed),
    "question-month": one("m", "month", ("从哪个月开始？", "From which month?"), "2026-03"),
    "question-time": one("t", "time", ("几点营业？", "When do you open?"), "08:30"),
    "question-date-time": one(
        "dt", "date_time", ("何时发生的？", "When was it?"), "2026-02-03T18:40"
    ),
    "question-date-time-error": one(
        "dt",
        "date_time",
        ("何时发生的？", "When was it?"),
        "2026-02-31T18:40",
        ("请填写真实的日期和时间", "Enter a real date and time"),
    ),
    "question-id": one("id", "id_number", _NUMBER, "11010119900307", hint=_HINT),
    "question-id-error": one(
        "id",
        "id_number",
        _NUMBER,
        "1101",
        ("请输入 18 位身份证号", "Enter all 18 characters"),
    ),
    "question-below-nought": one(
        "degrees",
        "number",
        ("室内最低温度是多少？", "How cold did it get inside?"),
        "-4",
        unit=("摄氏度", "°C"),
        signed=True,
    ),
    "question-decimal-below-nought": one(
        "balance",
        "decimal",
        ("账户余额是多少？", "What is the balance of the account?"),
        "-12.50",
        unit=("元", "yuan"),
        hint=("透支请写负数", "Below nought if it is overdrawn"),
        signed=True,
    ),
    "question-several": one(
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
    "question-long-list": one(
        "place", "choice", ("您来自哪里？", "Where are you from?"), "12", long=True, list=_MANY
    ),
    "question-long-list-several": one(
        "places",
        "several",
        ("您在哪些地方住过？", "Where have you lived?"),
        ["12", "3000", "77"],
        ("最多选两项", "Choose at most two"),
        long=True,
        list=_MANY,
    ),
}
