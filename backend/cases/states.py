"""The life of a case, as a data file says: its states, who may move it, what a citizen is told."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ACTORS = ("citizen", "officer")


class BrokenStates(ValueError):
    """The data file contradicts itself; the text says where."""


@dataclass(frozen=True)
class Move:
    """A step that somebody may take."""

    by: str
    to: str


@dataclass(frozen=True)
class CaseState:
    """`title` and `next` by language: what is true now, and what comes next."""

    title: Mapping[str, str]
    next: Mapping[str, str]
    moves: Mapping[str, Move]

    def open_to(self, actor: str) -> list[str]:
        """The moves that this actor may make."""
        return [name for name, move in self.moves.items() if move.by == actor]


@dataclass(frozen=True)
class CaseStates:
    """Every state by its id."""

    states: Mapping[str, CaseState]

    def after(self, state: str, move: str, actor: str) -> str | None:
        """Where a move leads; None when this actor may not make it now."""
        found = self.states[state].moves.get(move)
        return found.to if found is not None and found.by == actor else None


def load_states(assets: Path) -> CaseStates:
    """Read cases/states.json below the assets folder. Raises BrokenStates."""
    path = assets / "cases" / "states.json"
    states = {
        name: _state(row) for name, row in json.loads(path.read_text("utf-8"))["states"].items()
    }
    for name, state in states.items():
        for move_name, move in state.moves.items():
            if move.to not in states or move.by not in ACTORS:
                raise BrokenStates(f"{path}: {move_name} of {name} leads nowhere or is nobody's")
    if "received" not in states:
        raise BrokenStates(f"{path}: a case begins as received, which is not there")
    return CaseStates(states)


def _state(row: Mapping[str, Any]) -> CaseState:
    moves = {name: Move(**move) for name, move in row["moves"].items()}
    return CaseState(row["title"], row["next"], moves)
