"""What each screen is filled with when it is looked at: plain examples in both languages."""

from collections.abc import Callable
from typing import Any

import segno

from foundation.frames import FrameRing
from kiosk.screens.window import Screens
from tests.screens import questions
from tests.screens.following import FOLLOW_UP

COUNTERS = [
    ("household", "#1D4F91", "户籍业务", "Household registration"),
    ("social", "#0F5C54", "社会保障", "Social security"),
    ("medical", "#8F3216", "医疗保障", "Medical insurance"),
    ("tax", "#5B3785", "税务服务", "Tax"),
    ("housing", "#7A4A00", "住房公积金", "Housing fund"),
    ("exit_entry", "#1E5E2E", "出入境", "Passports and travel"),
    ("business", "#2A3F86", "企业开办", "Starting a business"),
    ("marriage", "#8B1F4B", "婚姻登记", "Marriage registration"),
    ("disability", "#3D4A5C", "残疾人服务", "Disability services"),
    ("education", "#6B3A12", "教育服务", "Education"),
]
Fill = Callable[[Screens, bool], None]


def session(screens: Screens, zh: bool) -> None:
    """What every screen shares."""
    of = screens.session
    of.clock, of.canGoBack, of.personKnown = "10:24", True, True


def _steps(screens: Screens, at: int, name: str) -> None:
    of = screens.session
    of.stepIndex, of.stepCount, of.stepName = at, 6, name
    of.personKnown = at > 4


def attract(screens: Screens, zh: bool) -> None:
    screens.attract.openUntil = "17:30"


def attract_first(screens: Screens, zh: bool) -> None:
    attract(screens, zh)
    screens.attract.offerEnrol = True
    screens.session.demonstration = True


def language(screens: Screens, zh: bool) -> None:
    _steps(screens, 1, "step_language")


def consent(screens: Screens, zh: bool) -> None:
    _steps(screens, 2, "step_consent")


def enrol(screens: Screens, zh: bool) -> None:
    screens.session.demonstration = True
    screens.enrol.stage = "consent"


def enrol_failed(screens: Screens, zh: bool) -> None:
    screens.enrol.stage, screens.enrol.failure = "failed", "duplicate"


def enrol_done(screens: Screens, zh: bool) -> None:
    screens.identity_frames.attach(picture())
    screens.enrol.stage = "done"


def who(screens: Screens, zh: bool) -> None:
    _steps(screens, 3, "step_who")
    screens.session.demonstration = True
    rows = (("type_number", "keyb"), ("demo_card", "card"), ("staff", "staff"))
    screens.who.ways = [
        {
            "id": id_,
            "icon": icon,
            "title_id": f"way_{id_}",
            "note_id": f"way_{id_}_note",
        }
        for id_, icon in rows
    ]


def who_number(screens: Screens, zh: bool) -> None:
    who(screens, zh)
    screens.who.entering = True
    screens.who.number = "11010119900307"


def pin_phone(screens: Screens, zh: bool) -> None:
    pin(screens, zh)
    screens.pin.phoneOffered = True


def phone(screens: Screens, zh: bool) -> None:
    _steps(screens, 4, "step_phone")
    of = screens.phone
    of.stage, of.code, of.seconds, of.total = "waiting", "07", 64, 90


def phone_expired(screens: Screens, zh: bool) -> None:
    phone(screens, zh)
    screens.phone.stage = "expired"


def step_up(screens: Screens, zh: bool) -> None:
    of = screens.stepUp
    of.service = "租房提取住房公积金" if zh else "Withdraw housing fund for rent"
    of.faceOffered, of.movements = True, True


def step_up_card(screens: Screens, zh: bool) -> None:
    step_up(screens, zh)
    screens.stepUp.faceOffered = False


def pin(screens: Screens, zh: bool) -> None:
    _steps(screens, 4, "step_pin")
    screens.pin.error, screens.pin.triesLeft = "pin_wrong", 3


def picture(width: int = 640, height: int = 480) -> FrameRing:
    """A frame with a drawn head, so that mirror and oval can be judged."""
    import cv2
    import numpy as np

    ring = FrameRing.create(width, height)
    pixels = np.frombuffer(ring.begin(width, height), np.uint8).reshape(height, width, 4)
    pixels[:] = (176, 190, 196, 255)
    cv2.rectangle(pixels, (0, 0), (width // 5, height), (150, 165, 172, 255), -1)
    middle = (width // 2, height // 2)
    cv2.ellipse(pixels, (width // 2, height), (180, 130), 0, 180, 360, (90, 96, 30, 255), -1)
    cv2.ellipse(pixels, middle, (95, 130), 0, 0, 360, (134, 172, 214, 255), -1, cv2.LINE_AA)
    cv2.ellipse(
        pixels,
        (width // 2, height // 2 - 60),
        (100, 85),
        0,
        180,
        360,
        (30, 30, 34, 255),
        -1,
    )
    for side in (-36, 36):
        eye = (width // 2 + side, height // 2 - 8)
        cv2.circle(pixels, eye, 8, (30, 30, 30, 255), -1, cv2.LINE_AA)
    mouth = (width // 2, height // 2 + 60)
    cv2.ellipse(pixels, mouth, (30, 10), 0, 0, 180, (90, 90, 160, 255), 4, cv2.LINE_AA)
    ring.commit()
    return ring


def face(screens: Screens, zh: bool) -> None:
    _steps(screens, 4, "step_face")
    screens.identity_frames.attach(picture())
    of = screens.face
    of.stage, of.guidance, of.progress, of.liveness = (
        "guiding",
        "too_far",
        0.4,
        "not_enforced",
    )
    of.demonstrationCamera = True


def _asked(screens: Screens, kind: str, step: int, of: int) -> None:
    face(screens, True)
    of_ = screens.face
    of_.guidance, of_.progress, of_.liveness = "ready", 1.0, "enforced"
    of_.demonstrationCamera = False
    of_.challenge = {"kind": kind, "step": step, "of": of, "seconds": 6.0}


def face_left(screens: Screens, zh: bool) -> None:
    _asked(screens, "turn_left", 1, 2)


def face_right(screens: Screens, zh: bool) -> None:
    _asked(screens, "turn_right", 2, 2)


def face_nod(screens: Screens, zh: bool) -> None:
    _asked(screens, "nod", 2, 2)
    screens.face.lightAhead = True


def face_closer(screens: Screens, zh: bool) -> None:
    _asked(screens, "come_closer", 1, 2)


def face_blink(screens: Screens, zh: bool) -> None:
    _asked(screens, "blink", 1, 2)


def face_light(screens: Screens, zh: bool) -> None:
    _asked(screens, "light", 1, 1)
    screens.face.light = "#82e696"


def face_challenge_failed(screens: Screens, zh: bool) -> None:
    face_failed(screens, zh)
    screens.face.failure = "challenge_late"


def face_failed(screens: Screens, zh: bool) -> None:
    face(screens, zh)
    of = screens.face
    of.stage, of.failure, of.triesLeft, of.liveness = (
        "failed",
        "no_match",
        2,
        "enforced",
    )


def _counter(i: int, zh: bool) -> dict[str, Any]:
    id_, colour, chinese, english = COUNTERS[i]
    x, y = (-12 + 6 * (i % 5), 8 if i < 5 else 1)
    waiting = (4, 6, 0, 9, 3, 5, 3, 2, 1, 0)[i]
    return {
        "id": id_,
        "number": i + 1,
        "colour": colour,
        "name": chinese if zh else english,
        "waiting": waiting,
        "minutes": waiting * 2,
        "zone": "home",
        "state": "closed" if i == 2 else "busy" if waiting else "open",
        "mine": i == 3,
        "x": x,
        "y": y,
        "metres": 6 + i,
        "side": ("ahead", "left", "right", "behind")[i % 4],
    }


def _notices(zh: bool) -> list[dict[str, Any]]:
    title = "国庆假期照常办理" if zh else "Open as usual on the public holiday"
    text = "三天都从 9:00 办到 16:00。" if zh else "From 9 to 16 on all three days."
    other = "社保窗口周三下午暂停" if zh else "Counter 2 is closed on Wednesday afternoon"
    return [
        {"id": "holiday", "title": title, "text": text, "icon": "bell", "until": None},
        {"id": "closed", "title": other, "text": text, "icon": "clock", "until": None},
    ]


def service_again(screens: Screens, zh: bool) -> None:
    service(screens, zh)
    screens.service.registers = ""
    screens.service.lastSaid = "2025 年 5 月 3 日" if zh else "3 May 2025"
    screens.service.reuse = True


def hall(screens: Screens, zh: bool) -> None:
    of = screens.hall
    ring = FrameRing.create(64, 36)
    view = ring.begin(64, 36)
    for row in range(36):
        shade = bytes((205 - row * 2, 214 - row * 2, 220 - row * 2, 255))
        view[row * 256 : row * 256 + 256] = shade * 64
    ring.commit()
    screens.hall_frames.attach(ring)
    of.ready, of.place = True, "desk"
    of.counters = [_counter(i, zh) for i in range(len(COUNTERS))]
    of.selected = of.counters[5]
    of.bounds = [-16, -10, 16, 11]
    of.outline = [[-16, -10, 16, 11]]
    desk = {"kind": "desk", "x0": -1.5, "y0": -2.5, "x1": 1.5, "y1": 0.5}
    seats = {"kind": "seats", "x0": 6.0, "y0": -6.0, "x1": 10.0, "y1": -4.0}
    of.blocks = [desk, seats]
    of.ahead = [
        {"id": "entrance", "number": 0, "name": "", "metres": 5, "side": "behind"},
        {"id": "counter:tax", "number": 6, "name": "Tax", "metres": 8, "side": "left"},
    ]
    of.meX, of.meY, of.heading = 2.0, -4.0, 330.0
    of.route = [[2, -4], [2, -1], [-12, -1], [-12, 0.5]]
    of.notices = _notices(zh)


def services(screens: Screens, zh: bool) -> None:
    screens.services.notices = _notices(zh)
    names = (
        [
            ("居住证申领", "约 6 分钟"),
            ("出生登记", "约 8 分钟"),
            ("户口迁移", "约 10 分钟"),
        ]
        if zh
        else [
            ("Residence permit", "About 6 minutes"),
            ("Register a birth", "About 8 minutes"),
            ("Move a household", "About 10 minutes"),
        ]
    )
    events = (
        [
            ("孩子出生了", "户口、医保和生育津贴一次办好，相同的问题只问一遍。"),
            ("我搬家了", "户口迁移和社保地址一次改好，新地址只写一遍。"),
        ]
        if zh
        else [
            (
                "A child is born",
                "Registration, insurance and allowance in one go; nothing is asked twice.",
            ),
            ("I move house", "Household and insurance learn your new address; you write it once."),
        ]
    )
    life = {
        "counter": 0,
        "colour": "",
        "department": "人生大事，一次办好" if zh else "Life events: everything in one visit",
        "services": [{"id": t, "title": t, "note": n} for t, n in events],
    }
    screens.services.groups = [life] + [
        {
            "counter": i + 1,
            "colour": COUNTERS[i][1],
            "department": COUNTERS[i][2 if zh else 3],
            "services": [
                {"id": f"s{i}{j}", "title": t, "note": n} for j, (t, n) in enumerate(names)
            ],
        }
        for i in range(4)
    ]


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


def _question(screens: Screens, zh: bool, title: tuple[str, str], *fields: dict[str, Any]) -> None:
    _steps(screens, 5, "居住证申领" if zh else "Residence permit")
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


def check(screens: Screens, zh: bool) -> None:
    _steps(screens, 6, "step_check")
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


def idle(screens: Screens, zh: bool) -> None:
    check(screens, zh)
    screens.session.idleSeconds, screens.session.idleTotal = 24, 30


def trouble(screens: Screens, zh: bool) -> None:
    check(screens, zh)
    screens.session.trouble = "trouble_backend"
    screens.session.toast = {"kind": "ok", "textId": "saved"}


def staff(screens: Screens, zh: bool) -> None:
    screens.staff.error, screens.staff.waitSeconds = "staff_pin_wrong", 0


def staff_home(screens: Screens, zh: bool) -> None:
    screens.staff.signedIn = True


def staff_enrol(screens: Screens, zh: bool) -> None:
    staff_home(screens, zh)
    screens.staff.page = "enrol"


def staff_capture(screens: Screens, zh: bool) -> None:
    staff_enrol(screens, zh)
    screens.identity_frames.attach(picture())
    rows = (
        ("eye_distance", 0.9, True, ""),
        ("exposure", 0.7, True, ""),
        ("sharpness", 0.8, True, ""),
        ("pose", 0.4, False, "turned"),
    )
    screens.staff.enrol = {
        "stage": "capturing",
        "guidance": "turned",
        "progress": 0.4,
        "captured": 1,
        "wanted": 3,
        "quality": [{"label": n, "value": v, "ok": ok, "advice": a} for n, v, ok, a in rows],
    }


def staff_duplicate(screens: Screens, zh: bool) -> None:
    staff_enrol(screens, zh)
    screens.staff.enrol = {"stage": "failed", "guidance": "duplicate", "other": "a1b2c3d4"}


def staff_erase(screens: Screens, zh: bool) -> None:
    staff_home(screens, zh)
    screens.staff.page = "erase"
    screens.staff.subjects = [
        {
            "subject": f"s{i}",
            "label": f"a1b2c3d4e5f6 · {i}",
            "images": 3,
            "date": "2026-11-23",
        }
        for i in range(3)
    ]


def staff_erased(screens: Screens, zh: bool) -> None:
    staff_erase(screens, zh)
    code = segno.make("x" * 620, error="l")
    screens.staff.message = "erased"
    screens.staff.erasure = {
        "label": "a1b2c3d4",
        "time": "2026-11-23 10:31",
        "templates": 3,
        "qr": ["".join("1" if bit else "0" for bit in row) for row in code.matrix],
        "printed": "",
        "failure": "",
    }


def staff_readiness(screens: Screens, zh: bool) -> None:
    staff_home(screens, zh)
    screens.staff.page = "readiness"
    rows = (
        ("camera", True, "0 · 640 x 480"),
        ("models", True, "YuNet, SFace"),
        ("liveness", False, "not found"),
        ("printer", True, ""),
        ("disk", True, "41 GB"),
        ("network", True, ""),
    )
    screens.staff.readiness = [{"item": i, "ok": ok, "detail": d} for i, ok, d in rows]


def staff_settings(screens: Screens, zh: bool) -> None:
    staff_home(screens, zh)
    screens.staff.page = "settings"
    words = [
        {"value": "zh_CN", "label": "简体中文"},
        {"value": "en", "label": "English"},
    ]
    screens.staff.settings = [
        {
            "key": "language",
            "label": "setting_language",
            "value": "zh_CN",
            "kind": "choice",
            "choices": words,
        },
        {"key": "camera", "label": "setting_camera", "value": "0", "kind": "text"},
        {
            "key": "idle_seconds",
            "label": "setting_idle_seconds",
            "value": 60,
            "kind": "number",
        },
        {"key": "voice", "label": "setting_voice", "value": True, "kind": "yes_no"},
    ]


def nothing(screens: Screens, zh: bool) -> None:
    """A screen that needs nothing of its own."""


SCREENS: dict[str, tuple[str, Fill]] = {
    "attract": ("attract", attract),
    "attract-first": ("attract", attract_first),
    "enrol": ("enrol", enrol),
    "enrol-failed": ("enrol", enrol_failed),
    "enrol-done": ("enrol", enrol_done),
    "language": ("language", language),
    "consent": ("consent", consent),
    "notice": ("notice", nothing),
    "who": ("who", who),
    "who-number": ("who", who_number),
    "pin": ("pin", pin),
    "pin-phone": ("pin", pin_phone),
    "phone": ("phone", phone),
    "phone-expired": ("phone", phone_expired),
    "step-up": ("stepUp", step_up),
    "step-up-card": ("stepUp", step_up_card),
    "face": ("face", face),
    "face-failed": ("face", face_failed),
    "face-left": ("face", face_left),
    "face-right": ("face", face_right),
    "face-nod": ("face", face_nod),
    "face-closer": ("face", face_closer),
    "face-blink": ("face", face_blink),
    "face-light": ("face", face_light),
    "face-challenge-failed": ("face", face_challenge_failed),
    "hall": ("hall", hall),
    "services": ("services", services),
    "service": ("service", service),
    "service-again": ("service", service_again),
    "question": ("question", question),
    "question-error": ("question", question_error),
    "question-choice": ("question", question_choice),
    "question-date": ("question", question_date),
    "question-text": ("question", question_text),
    **questions.SCREENS,
    "check": ("check", check),
    "sending": ("sending", sending),
    "cases": ("cases", cases),
    "cases-none": ("cases", cases_none),
    **FOLLOW_UP,
    "receipt": ("receipt", receipt),
    "receipt-numbered": ("receipt", receipt_without_signature),
    "receipt-several": ("receipt", receipt_of_several),
    "rating": ("rating", rating),
    "farewell": ("farewell", nothing),
    "idle": ("check", idle),
    "trouble": ("check", trouble),
    "staff": ("staff", staff),
    "staff-home": ("staff", staff_home),
    "staff-enrol": ("staff", staff_enrol),
    "staff-capture": ("staff", staff_capture),
    "staff-duplicate": ("staff", staff_duplicate),
    "staff-erase": ("staff", staff_erase),
    "staff-erased": ("staff", staff_erased),
    "staff-readiness": ("staff", staff_readiness),
    "staff-settings": ("staff", staff_settings),
}
