"""Where the hall's pictures hang: signs, live boards, zones, totems, posters, screens."""

import math
from collections.abc import Iterator, Sequence

from hall3d.plan.departments import Zone
from hall3d.plan.model import THICKNESS, Bay, Block, Card, Counter, Room

SIGN, LIVE, TITLE = (2.6, 0.65), (2.08, 0.26), (4.96, 0.62)
ZONE, WING = (2.0, 0.5), (2.48, 0.62)
BOARD, TOTEM, EXHIBIT, NOTICE = (2.5, 1.25), (0.62, 1.86), (2.16, 1.08), (1.76, 1.21)
SCREEN = (0.38, 0.38)
"""Metres, wide and high."""
_FRIEZE = 5.27
"""Metres; the middle of what hangs between cornice and ceiling."""
BOARD_MIDDLE = 3.925
_SCREEN_TILT = math.radians(25.0)


def cards(
    rooms: Sequence[Room], counters: Sequence[Counter], zones: Sequence[Zone]
) -> tuple[Card, ...]:
    """Every picture of a hall; names that repeat show the same picture."""
    found = [card for counter in counters for card in _at_counter(counter)]
    if len(rooms) == 1:
        found += [card for zone in zones for card in _zone(zone, counters)]
    found += [card for pair in enumerate(rooms) for card in _wing(*pair)]
    numbers = dict.fromkeys(("notice", "exhibit", "totem"), 0)
    for room in rooms:
        found += _of_room(room, numbers)
    return tuple(found)


def _at_counter(counter: Counter) -> Iterator[Card]:
    bay, name = counter.bay, counter.department.id
    yield Card(f"sign:{name}", *bay.at(0.0, -0.012), 2.695, bay.turn, *SIGN)
    yield Card(f"live:{name}", *bay.at(0.0, 0.05), 2.15, bay.turn, *LIVE)


def _zone(zone: Zone, counters: Sequence[Counter]) -> Iterator[Card]:
    """Over the first counter of a zone."""
    bay = next(one.bay for one in counters if one.department.zone == zone)
    yield Card(f"zone:{zone.id}", *bay.at(0.0, -0.17), _FRIEZE, bay.turn, *ZONE)


def _wing(index: int, room: Room) -> Iterator[Card]:
    """Over the middle archway of a wing, seen from the concourse and again from inside."""
    if room.shape.kind != "wing":
        return
    middle = room.shape.openings[len(room.shape.openings) // 2]
    for outside in (True, False):
        turn = middle.turn + (math.pi if outside else 0.0)
        into = THICKNESS + 0.17 if outside else -0.17
        x, y = room.at(*middle.at(0.0, into))
        yield Card(f"wing:{index}", x, y, _FRIEZE, turn + room.turn, *WING)


def _of_room(room: Room, numbers: dict[str, int]) -> Iterator[Card]:
    shape = room.shape
    if shape.kind == "hall":
        yield Card("title", *room.at(0.0, shape.depth - 0.212), _FRIEZE, room.turn, *TITLE)
    for x, y in shape.boards:
        yield from _both_sides("board", *room.at(x, y), BOARD_MIDDLE, room.turn, 0.085, BOARD)
    for bay in shape.bays:
        if bay.kind == "panel":
            yield _notice(room.bay(bay), _next(numbers, "notice"))
    for block in (room.block(one) for one in shape.blocks):
        yield from _on_block(block, numbers)


def _on_block(block: Block, numbers: dict[str, int]) -> Iterator[Card]:
    x, y = block.centre
    if block.kind == "kiosk":
        yield Card("kiosk", *block.at(0.0, -0.12), 1.24, block.turn, *SCREEN, _SCREEN_TILT)
    elif block.kind == "totem":
        yield from _both_sides("totem:0", x, y, 1.2, block.turn, 0.115, TOTEM)
    elif block.kind == "exhibit":
        for turn in (0.0, math.pi):
            name = f"exhibit:{_next(numbers, 'exhibit')}"
            facing = Bay("panel", x, y, block.turn + turn)
            yield Card(name, *facing.at(0.0, -0.09), 1.38, facing.turn, *EXHIBIT)


def _notice(bay: Bay, number: int) -> Card:
    return Card(f"notice:{number}", *bay.at(0.0, 0.19), 1.725, bay.turn, *NOTICE)


def _both_sides(
    name: str, x: float, y: float, z: float, turn: float, off: float, size: tuple[float, float]
) -> Iterator[Card]:
    for side in (turn, turn + math.pi):
        yield Card(name, *Bay("panel", x, y, side).at(0.0, -off), z, side, *size)


def _next(numbers: dict[str, int], kind: str) -> int:
    numbers[kind] += 1
    return numbers[kind] - 1
