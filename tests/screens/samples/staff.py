"""The desk of the staff."""

import segno

from kiosk.screens.window import Screens
from tests.screens.samples.parts import Sample, picture


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


SCREENS: dict[str, Sample] = {
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
