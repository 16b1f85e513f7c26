"""Hangs the hall's pictures: sharp ones where one stands, small ones in rooms farther off."""

from collections import deque
from collections.abc import Callable, Iterable

from panda3d.core import NodePath

from hall3d.plan.model import Card, HallPlan
from hall3d.scene.cards import placed
from hall3d.scene.geometry import picture_texture
from hall3d.signs.store import Pixels

Painter = Callable[[str, bool], Pixels]
"""A picture by its card's name, sharp or small."""
_A_FRAME = 2
"""Pictures hung for each frame that is drawn; more would be felt as a jerk."""


_FIRST = ("title", "board", "band", "sign", "wing", "zone", "totem")
"""What leads through the hall hangs before what there is to read on the way."""


def _order(name: str) -> int:
    kind = name.partition(":")[0]
    return _FIRST.index(kind) if kind in _FIRST else len(_FIRST)


class Hanging:
    """All cards of a hall. A card without a picture yet is not shown."""

    def __init__(self, plan: HallPlan, parent: NodePath, painter: Painter) -> None:
        self._painter = painter
        self._parent = parent
        self._cards: dict[int, dict[str, list[NodePath]]] = {}
        self._unmade: dict[int, list[Card]] = {}
        for card in plan.cards:
            self._unmade.setdefault(plan.room_at(card.x, card.y), []).append(card)
        self._shown: dict[int, bool] = {}
        self._waiting: deque[tuple[int, str]] = deque()

    def add(self, room: int, name: str, node: NodePath) -> None:
        """One more card, in a room."""
        self._cards.setdefault(room, {}).setdefault(name, []).append(node)

    @property
    def waiting(self) -> bool:
        """Whether pictures are still to be hung."""
        return bool(self._waiting)

    def see(self, home: int, rooms: Iterable[int]) -> None:
        """The rooms in view, and the one where one stands."""
        rooms = list(rooms)
        for room in rooms:
            self._make(room)
        wanted = {room: room == home for room in rooms if room in self._cards}
        for room in set(self._shown) - set(wanted):
            self._clear(room)
        for room, fine in wanted.items():
            if self._shown.get(room) != fine:
                self._shown[room] = fine
                names = sorted(self._cards[room], key=_order)
                self._waiting.extend((room, name) for name in names)

    def change(self, painter: Painter) -> None:
        """Other pictures on every card in view."""
        self._painter = painter
        for room in self._shown:
            self._waiting.extend((room, name) for name in self._cards[room])

    def repaint(self, names: Iterable[str]) -> None:
        """These pictures have changed."""
        changed = set(names)
        for room in self._shown:
            self._waiting.extend((room, name) for name in self._cards[room] if name in changed)

    def hang(self, most: int = _A_FRAME) -> None:
        """Hang some of the pictures that wait."""
        while self._waiting and most > 0:
            room, name = self._waiting.popleft()
            if room in self._shown:
                self._hang(name, self._shown[room], self._cards[room][name])
                most -= 1

    def _make(self, room: int) -> None:
        """The cards of a room that was not seen before."""
        for card in self._unmade.pop(room, ()):
            node = placed(card)
            node.reparent_to(self._parent)
            node.stash()
            self.add(room, card.name, node)

    def _hang(self, name: str, fine: bool, nodes: list[NodePath]) -> None:
        texture = picture_texture(name, self._painter(name, fine))
        for node in nodes:
            node.set_texture(texture, 1)
            node.unstash()

    def _clear(self, room: int) -> None:
        del self._shown[room]
        for nodes in self._cards[room].values():
            for node in nodes:
                node.stash()
                node.clear_texture()
