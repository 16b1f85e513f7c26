"""The hall, and its services as a list."""

from typing import Any

from foundation.frames import FrameRing
from kiosk.screens.window import Screens
from tests.screens.samples.parts import COUNTERS, Sample


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


SCREENS: dict[str, Sample] = {
    "hall": ("hall", hall),
    "services": ("services", services),
}
