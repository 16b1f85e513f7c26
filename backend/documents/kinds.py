"""The kinds of documents that departments issue, as their data file says."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Kind:
    """`valid_days`: how long one lasts, None for good; `shows`: answers of the application that
    stand on it, by fact."""

    id: str
    department: str
    name: Mapping[str, str]
    valid_days: int | None
    shows: Mapping[str, str]


def load_kinds(assets: Path) -> dict[str, Kind]:
    """Read catalogue/documents.json below the assets folder."""
    rows = json.loads((assets / "catalogue" / "documents.json").read_text(encoding="utf-8"))
    return {row["id"]: _kind(row) for row in rows}


def _kind(row: Mapping[str, Any]) -> Kind:
    shows = {fact["id"]: fact["answer"] for fact in row["facts"]}
    return Kind(row["id"], row["department"], row["name"], row["valid_days"], shows)
