"""Showing who one is: by number, PIN, phone and face."""

from kiosk.screens.window import Screens
from tests.screens.samples.parts import Sample, picture, steps


def who(screens: Screens, zh: bool) -> None:
    steps(screens, 3, "step_who")
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
    steps(screens, 4, "step_phone")
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
    steps(screens, 4, "step_pin")
    screens.pin.error, screens.pin.triesLeft = "pin_wrong", 3


def face(screens: Screens, zh: bool) -> None:
    steps(screens, 4, "step_face")
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


SCREENS: dict[str, Sample] = {
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
}
