"""Who is where in a hall: the colleague at the desk, clerks, and visitors who sit or stand."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from hall3d.plan.model import Block, Counter, HallPlan

SEAT = 0.45
_CLERKS = 9
"""How many different clerks there are."""
_SITTING = ("student", "neighbour", "traveller", "reader")
_AT_COUNTERS = ("elder", "sitting:traveller", "worker", "sitting:grandmother")
_CHAIR, _STANDING = (0.9, -0.66), (-0.45, -0.86)
"""Where a counter's visitor sits and stands, in its bay's frame."""
_TAKEN: tuple[tuple[int, ...], ...] = ((1,), (), (0, 2), (), (3,), (), (2,), ())
"""Which of four seats are taken, bench by bench."""


@dataclass(frozen=True)
class Place:
    """Somebody's place: the figure's name in the wardrobe, metres, heading as a Pose's.

    counter: the counter's id for its clerk and for whom it serves.
    """

    figure: str
    x: float
    y: float
    heading: float
    counter: str | None = None

    def ahead(self, metres: float) -> tuple[float, float]:
        """The point so far before them."""
        angle = math.radians(self.heading)
        return self.x + metres * math.sin(angle), self.y + metres * math.cos(angle)

    @property
    def on_floor(self) -> bool:
        """Whether the floor mirrors them: no counter or chair stands between."""
        return not self.figure.startswith(("sitting", "clerk", "desk"))


def desk_place(plan: HallPlan) -> Place:
    """The colleague inside the information desk."""
    x, y, _ = plan.desk
    return Place("desk", x - 0.12, y - 0.12, 184.0)


def clerk_place(index: int, counter: Counter) -> Place:
    """The clerk of a counter, in the order of the plan's counters."""
    x, y = counter.bay.at(0.7 if index % 2 else 0.78, 0.8)
    turn = 188.0 - math.degrees(counter.bay.turn) + (4.0 if index % 2 else -2.0)
    return Place(f"clerk{index * 5 % _CLERKS}", x, y, turn, counter.department.id)


def visitor_places(plan: HallPlan) -> tuple[Place, ...]:
    """The other visitors: few, always the same, where nobody walks through them."""
    return (*_seated(plan), *_family(plan), *_served(plan), *_at_exhibition(plan))


def _seated(plan: HallPlan) -> Iterator[Place]:
    count = 0
    for index, block in enumerate(plan.of_kind("seats")):
        for seat in _TAKEN[index % len(_TAKEN)]:
            wide = max(block.x1 - block.x0, block.y1 - block.y0) / 4
            x, y = block.at((seat - 1.5) * wide, 0.03)
            yield Place(f"sitting:{_SITTING[count % 4]}", x, y, -math.degrees(block.turn))
            count += 1
    for index, block in enumerate(plan.of_kind("bench")):
        if index % 2 == 0:
            yield _on_bench(block)


def _on_bench(block: Block) -> Place:
    """Somebody reading on a bench, with their back to the wall."""
    return Place("sitting:reader", *block.at(0.42, 0.0), 180.0 - math.degrees(block.turn))


def _family(plan: HallPlan) -> Iterator[Place]:
    """A parent and a child at the children's corner."""
    for block in plan.of_kind("children"):
        x, y = block.at(0.75, 0.3)
        yield Place("parent", x, y, 78.0)
        angle = math.radians(78.0 - 90.0)
        yield Place("child", x + 0.68 * math.sin(angle), y + 0.68 * math.cos(angle), 84.0)


def _served(plan: HallPlan) -> Iterator[Place]:
    """Somebody at every third counter: on the visitor's chair, or standing at the high part."""
    for order, counter in enumerate(plan.counters[1::3]):
        who = _AT_COUNTERS[order % len(_AT_COUNTERS)]
        x, y = counter.bay.at(*(_CHAIR if who.startswith("sitting") else _STANDING))
        yield Place(who, x, y, -math.degrees(counter.bay.turn), counter.department.id)


def _at_exhibition(plan: HallPlan) -> Iterator[Place]:
    """Somebody in a wheelchair before the first wall of an exhibition."""
    for block in plan.of_kind("exhibit")[:1]:
        x, y = block.at(0.35, -1.15)
        yield Place("wheelchair", x, y, -math.degrees(block.turn) + 12.0)
