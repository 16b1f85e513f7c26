"""Notices from their data files, read again when a file changes."""

import json
import logging
from datetime import date
from pathlib import Path
from typing import Any

_NEEDED = ("zh_CN", "en")
_KNOWN = {"title", "text", "icon", "from", "until"}
_log = logging.getLogger(__name__)


class BrokenNotice(ValueError):
    """A notice's file cannot be shown; the text says which and what it lacks."""


class Notices:
    """All notices of a folder. Raises BrokenNotice when made over a folder with a broken file; a
    file that breaks later is logged, and what was known before goes on."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen = self._marks()
        self._known = [_read(path) for path in sorted(self._seen)]

    def on(self, day: date) -> list[dict[str, Any]]:
        """[{"id", "title", "text", "icon", "until": day|null}] that hold on a day, by id."""
        self._look_again()
        return [
            {**told, "until": until.isoformat() if until else None}
            for told, start, until in self._known
            if (start is None or start <= day) and (until is None or day <= until)
        ]

    def _look_again(self) -> None:
        marks = self._marks()
        if marks == self._seen:
            return
        self._seen = marks
        try:
            self._known = [_read(path) for path in sorted(marks)]
        except BrokenNotice as broken:
            _log.error("the notices stay as they were: %s", broken)

    def _marks(self) -> dict[Path, int]:
        return {path: path.stat().st_mtime_ns for path in self._folder.glob("*.json")}


_Notice = tuple[dict[str, Any], date | None, date | None]


def _read(path: Path) -> _Notice:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as broken:
        raise BrokenNotice(f"{path} is not JSON: {broken}") from broken
    if not isinstance(told, dict) or not set(told) <= _KNOWN:
        raise BrokenNotice(f"{path} must be an object of {', '.join(sorted(_KNOWN))}")
    for name in ("title", "text"):
        words = told.get(name)
        words = words if isinstance(words, dict) else {}
        if not all(str(words.get(language, "")).strip() for language in _NEEDED):
            raise BrokenNotice(f"{path}: {name} needs words in {' and '.join(_NEEDED)}")
    start, until = _day(path, told.pop("from", None)), _day(path, told.pop("until", None))
    return {"id": path.stem, "icon": "bell", **told}, start, until


def _day(path: Path, told: object) -> date | None:
    if told is None:
        return None
    try:
        return date.fromisoformat(str(told))
    except ValueError as wrong:
        raise BrokenNotice(f"{path}: {told} is no day such as 2026-12-24") from wrong
