"""Pages of questions as most services ask them, and what can be wrong with them."""

from typing import Any

from kiosk.screens.window import Screens
from tests.screens.samples.parts import Sample, steps


def _question(screens: Screens, zh: bool, title: tuple[str, str], *fields: dict[str, Any]) -> None:
    steps(screens, 5, "居住证申领" if zh else "Residence permit")
    of = screens.question
    of.page = fields[0]["name"]
    of.title = title[0 if zh else 1]
    of.lead = "仅用于告知办理结果。" if zh else "We use it only to tell you the result."
    of.fields = list(fields)


def question(screens: Screens, zh: bool) -> None:
    field = {
        "name": "phone",
        "label": "手机号码" if zh else "Mobile phone",
        "hint": "11 位数字，例如 130 0000 0000" if zh else "11 digits, for example 130 0000 0000",
        "kind": "phone",
        "value": "13000000000",
        "source": "来自户籍登记，2025 年 5 月 3 日"
        if zh
        else "From the Household Registry, 3 May 2025",
    }
    _question(screens, zh, ("您的手机号码是多少？", "What is your phone number?"), field)


def question_error(screens: Screens, zh: bool) -> None:
    question(screens, zh)
    wrong = "请输入 11 位手机号码" if zh else "Enter an 11-digit phone number"
    field = {
        **screens.question.fields[0],
        "value": "1300000",
        "error": wrong,
        "source": "",
    }
    screens.question.fields = [field]
    screens.question.errors = [{"field": "phone", "text": wrong}]


def question_choice(screens: Screens, zh: bool) -> None:
    words = (
        ("租房", "自有住房", "单位宿舍", "亲友住房")
        if zh
        else (
            "I rent it",
            "I own it",
            "My employer provides it",
            "With family or friends",
        )
    )
    field = {
        "name": "home",
        "label": "居住方式" if zh else "Kind of home",
        "kind": "choice",
        "value": "own",
        "choices": [
            {"value": v, "label": w}
            for v, w in zip(("rent", "own", "work", "kin"), words, strict=True)
        ],
    }
    _question(screens, zh, ("您的居住方式是？", "How do you live there?"), field)


def question_date(screens: Screens, zh: bool) -> None:
    field = {
        "name": "since",
        "label": "居住起始日期" if zh else "Living here since",
        "kind": "date",
        "value": "2024-09-01",
    }
    _question(screens, zh, ("您从何时起住在这里？", "When did you move in?"), field)


def question_text(screens: Screens, zh: bool) -> None:
    rows = (
        (
            "address",
            "居住地址" if zh else "Address",
            "address",
            "滨河路 18 号 502 室" if zh else "18 Riverside Road",
        ),
        ("rooms", "房间数" if zh else "Rooms", "number", "3"),
        ("rent", "月租金" if zh else "Rent a month", "money", "2400"),
    )
    fields = [{"name": n, "label": label, "kind": k, "value": v} for n, label, k, v in rows]
    yes = {
        "name": "only",
        "label": "这是您唯一的住所吗？" if zh else "Is it your only home?",
        "kind": "yes_no",
        "value": True,
    }
    sure = {
        "name": "sure",
        "label": "我声明以上内容属实" if zh else "I declare that this is true",
        "kind": "declaration",
        "value": True,
    }
    _question(screens, zh, ("您的住所", "Your home"), *fields, yes, sure)


def dispute(screens: Screens, zh: bool) -> None:
    of = screens.question
    of.page = "address"
    of.title = "您现在住在哪里？" if zh else "Where do you live now?"
    label = "居住地址" if zh else "Address"
    register = "居住登记" if zh else "Residence register"
    of.fields = [
        {
            "name": "address",
            "label": label,
            "hint": "",
            "kind": "address",
            "value": "示例市 滨河路 18 号" if zh else "18 Riverside Road",
            "source": f"来自{register}，2025年5月3日" if zh else f"From the {register}, 3 May 2025",
            "error": "",
            "choices": [],
            "optional": False,
            "unit": "",
        }
    ]
    of.disputable = [_disputable("address", label, zh)]


def dispute_number(screens: Screens, zh: bool) -> None:
    """With the keypad on the same page."""
    question(screens, zh)
    label = screens.question.fields[0]["label"]
    screens.question.disputable = [_disputable("phone", label, zh)]


def dispute_error(screens: Screens, zh: bool) -> None:
    """What the register says is none."""
    question_error(screens, zh)
    label = screens.question.fields[0]["label"]
    screens.question.disputable = [_disputable("phone", label, zh)]


def dispute_several(screens: Screens, zh: bool) -> None:
    """More than one of a page."""
    question_text(screens, zh)
    screens.question.disputable = [
        _disputable(one["name"], one["label"], zh) for one in screens.question.fields[:3]
    ]


def _disputable(name: str, label: str, zh: bool) -> dict[str, str]:
    text = f"{label}：登记得不对？" if zh else f"{label}: is the register wrong?"
    return {"name": name, "text": text}


def dispute_open(screens: Screens, zh: bool) -> None:
    dispute(screens, zh)
    screens.question.dispute = {
        "what": "居住地址" if zh else "Address",
        "register": "居住登记" if zh else "Residence register",
        "said": "示例市 滨河路 18 号" if zh else "18 Riverside Road",
        "hint": "请写明正确的内容和依据。"
        if zh
        else "Please say what is right, and what shows it.",
    }


SCREENS: dict[str, Sample] = {
    "question": ("question", question),
    "question-error": ("question", question_error),
    "question-choice": ("question", question_choice),
    "question-date": ("question", question_date),
    "question-text": ("question", question_text),
    "dispute": ("question", dispute),
    "dispute-number": ("question", dispute_number),
    "dispute-error": ("question", dispute_error),
    "dispute-several": ("question", dispute_several),
    "dispute-open": ("question", dispute_open),
}
