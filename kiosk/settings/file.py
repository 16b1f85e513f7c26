"""The settings file: read with clear errors, changed without losing a comment."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomlkit
from pydantic import ValidationError
from tomlkit.exceptions import ParseError

from foundation.paths import config_file
from kiosk.settings.model import Settings


class SettingsError(Exception):
    """The settings cannot be used; the text names file, line and what is allowed."""


@dataclass(frozen=True)
class Change:
    """One setting before and after."""

    key: str
    before: object
    after: object

    def __str__(self) -> str:
        return f"{self.key}: {self.before!r} -> {self.after!r}"


def load(path: Path | None = None) -> Settings:
    """The operator's settings, defaults where the file says nothing. Raises SettingsError."""
    source = path or config_file()
    return _checked(_document(source), source)


def save(changes: Mapping[str, object], path: Path | None = None) -> list[Change]:
    """Write changes and say what they change; the file before is kept as `.last-good`.

    Nothing is written when one of them is not allowed. Raises SettingsError.
    """
    target = path or config_file()
    document = _document(target)
    before = _checked(document, target)
    document.update(changes)
    after = _checked(document, target)
    made = [
        Change(key, getattr(before, key), getattr(after, key))
        for key in changes
        if getattr(before, key) != getattr(after, key)
    ]
    if made:
        if target.exists():
            _replace(target.with_name(target.name + ".last-good"), target.read_text("utf-8"))
        _replace(target, tomlkit.dumps(document))
    return made


def from_text(key: str, text: str) -> object:
    """What somebody typed for a setting, as the type that it takes."""
    field = Settings.model_fields.get(key)
    if field is None:
        raise SettingsError(f"there is no setting {key!r}; there are {', '.join(_known())}")
    if field.annotation is bool and text.lower() in ("true", "false", "yes", "no", "on", "off"):
        return text.lower() in ("true", "yes", "on")
    if field.annotation is int and re.fullmatch(r"-?[0-9]+", text):
        return int(text)
    return text


def _document(path: Path) -> tomlkit.TOMLDocument:
    if not path.exists():
        return tomlkit.document()
    try:
        return tomlkit.parse(path.read_text(encoding="utf-8"))
    except (ParseError, UnicodeDecodeError) as broken:
        raise SettingsError(f"{path}: {broken}") from broken


def _checked(document: Mapping[str, Any], path: Path) -> Settings:
    plain = document.unwrap() if isinstance(document, tomlkit.TOMLDocument) else dict(document)
    try:
        return Settings.model_validate(plain)
    except ValidationError as invalid:
        faults = [_fault(error, path) for error in invalid.errors()]
        raise SettingsError("\n".join(faults)) from invalid


def _fault(error: Any, path: Path) -> str:
    key = str(error["loc"][0])
    place = f"{path}{_line(path, key)}"
    if error["type"] == "extra_forbidden":
        return f"{place}: there is no setting {key!r}; there are {', '.join(_known())}"
    return f"{place}: {key} = {error['input']!r} is not allowed: {error['msg']}"


def _line(path: Path, key: str) -> str:
    if not path.exists():
        return ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.split("=")[0].strip().strip("\"'") == key:
            return f", line {number}"
    return ""


def _known() -> list[str]:
    return list(Settings.model_fields)


def _replace(path: Path, text: str) -> None:
    beside = path.with_suffix(f".{os.getpid()}")
    with beside.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
