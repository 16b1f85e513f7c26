"""What can be measured on a screen without looking: sizes, cuts, overlaps."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

from kiosk.screens.window import Screens

_CONTROLS = ("QQuickAbstractButton", "QQuickTextField", "QQuickTextArea")

MM = 3.6142
"""Pixels a millimetre at the design's size."""


@dataclass(frozen=True)
class Seen:
    """An item, where it is, and what it is part of."""

    item: QQuickItem
    box: QRectF
    kind: str
    control: bool
    inside: bool  # part of a control
    paged: bool  # inside something that scrolls

    @property
    def words(self) -> str:
        """What it says, for a failure to be understood."""
        return str(self.item.objectName() or self.item.property("text") or self.kind)


def seen(screens: Screens) -> list[Seen]:
    """Everything visible in the window, dialogs excluded."""
    return list(_walk(screens.window.contentItem(), False, False))


def controls(screens: Screens) -> list[Seen]:
    """What can be pressed or typed into."""
    return [one for one in seen(screens) if one.control]


def texts(screens: Screens) -> list[Seen]:
    """What can be read."""
    return [one for one in seen(screens) if one.kind == "text" and one.item.property("text")]


def _walk(parent: QQuickItem, inside: bool, paged: bool) -> Iterator[Seen]:
    for item in parent.childItems():
        if not item.isVisible():
            continue
        control = any(item.inherits(kind) for kind in _CONTROLS)
        if control and not (item.width() and item.height()):  # a list's row that is not laid out
            continue
        text = item.inherits("QQuickText")
        kind = "control" if control else "text" if text else item.metaObject().className()
        box = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
        yield Seen(item, box, kind, control, inside, paged)
        scrolls = item.inherits("QQuickFlickable") and bool(item.property("interactive"))
        yield from _walk(item, inside or control, paged or scrolls)


def overlap(one: QRectF, other: QRectF) -> bool:
    """Whether two boxes share more than a hair."""
    shared = one.intersected(other)
    return shared.width() > 3 and shared.height() > 6
