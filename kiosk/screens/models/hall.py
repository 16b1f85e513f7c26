"""The hall: its counters, where the person stands, and how they move."""

from typing import Any

from PySide6.QtCore import Signal

from kiosk.screens.models.base import Model, optional_map, value


class HallModel(Model):
    """Positions are in the hall's own metres; `bounds` is [x0, y0, x1, y1].

    A counter is {"id", "number", "colour", "name", "zone", "state", "waiting", "minutes", "mine",
    "x", "y", "metres", "side"}; `side` is "" where it is in another room.
    """

    ready = value(False)  # the first frame has come
    place = value("entrance")  # "entrance", "desk", "counter:ID", "hall"
    placeName = value("")
    counters: list[dict[str, Any]] = value([])
    zones: list[dict[str, Any]] = value([])  # [{"id", "letter", "colour", "name", "x", "y"}]
    selected = optional_map()  # one of the counters, or None
    service = value("")  # what was searched for and is done at the selected counter
    notices: list[dict[str, Any]] = value([])  # [{"id", "title", "text", "icon"}]
    suggestions: list[dict[str, Any]] = value([])  # [{"id", "title", "number", "colour", "name"}]
    bounds: list[float] = value([])
    outline: list[list[float]] = value([])  # of each room
    blocks: list[dict[str, Any]] = value([])  # furniture: {"kind", "x0", "y0", "x1", "y1"}
    meX = value(0.0)
    meY = value(0.0)
    heading = value(0.0)  # degrees, clockwise from the hall's far end
    route: list[list[float]] = value([])
    arrived = value("")  # the place that a way has just ended at
    ahead: list[dict[str, Any]] = value([])  # [{"id", "number", "name", "metres", "side"}], at rest

    tapped = Signal(float, float)  # 0..1 of the picture, from its top left corner
    keyChanged = Signal(str, bool)  # "forward", "back", "left", "right"; pressed or not
    steered = Signal(float, float)  # walk and turn, -1..1 each; 0, 0 lets go
    takeMeThere = Signal(str)  # counter id
    openCounter = Signal(str)
    counterFocused = Signal(str)
    goTo = Signal(str)  # "entrance" or "desk"
    showList = Signal()
    searchChanged = Signal(str)
    search = Signal(str)
    suggested = Signal(str)  # service id
    resized = Signal(int, int)  # the picture's size in pixels
