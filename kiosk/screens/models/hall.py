"""The hall: its counters, where the person stands, and how they move."""

from typing import Any

from PySide6.QtCore import Signal

from kiosk.screens.models.base import Model, optional_map, value


class HallModel(Model):
    """Positions are in the hall's own metres; `bounds` is [x0, y0, x1, y1].

    A counter is {"id", "number", "colour", "name", "waiting", "minutes", "x", "y"}.
    """

    ready = value(False)  # the first frame has come
    place = value("entrance")  # "entrance", "desk", "counter:ID", "hall"
    placeName = value("")
    counters: list[dict[str, Any]] = value([])
    selected = optional_map()  # one of the counters, or None
    bounds: list[float] = value([])
    meX = value(0.0)
    meY = value(0.0)
    heading = value(0.0)  # degrees, clockwise from the hall's far end
    route: list[list[float]] = value([])

    tapped = Signal(float, float)  # 0..1 of the picture, from its top left corner
    keyChanged = Signal(str, bool)  # "forward", "back", "left", "right"; pressed or not
    takeMeThere = Signal(str)  # counter id
    openCounter = Signal(str)
    counterFocused = Signal(str)
    showList = Signal()
    home = Signal()  # back to the entrance
    search = Signal(str)
    resized = Signal(int, int)  # the picture's size in pixels
