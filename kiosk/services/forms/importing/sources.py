"""Files from outside, opened with care: bounded in size, depth and number."""

import io
import json
import zipfile
from typing import Any

MAX_BYTES = 20_000_000
MAX_DEPTH = 60
MAX_NODES = 500_000
MAX_MEMBERS = 200


class SourceError(Exception):
    """This file is no form of that kind; the text says why and what to do."""


def read_json(data: bytes) -> Any:
    """The JSON in `data`, no deeper and no larger than a form can be. Raises SourceError."""
    check_size(data)
    try:
        value = json.loads(data.decode("utf-8-sig"), parse_float=str)
    except RecursionError as deep:
        raise SourceError("it is nested too deeply to be a form") from deep
    except ValueError as broken:
        raise SourceError(f"it is not JSON: {broken}; export the form again") from broken
    _check_shape(value)
    return value


def check_size(data: bytes) -> None:
    """Raises SourceError for an empty file or one beyond any form."""
    if not data:
        raise SourceError("the file is empty")
    if len(data) > MAX_BYTES:
        raise SourceError(f"the file has {len(data)} bytes; a form has at most {MAX_BYTES}")


def read_zip(data: bytes) -> dict[str, bytes]:
    """The members of a ZIP archive by file name. Raises SourceError."""
    check_size(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > MAX_MEMBERS or sum(one.file_size for one in members) > MAX_BYTES:
                raise SourceError("the archive is larger than any form")
            return {one.filename: archive.read(one) for one in members if not one.is_dir()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as broken:
        raise SourceError(f"the archive cannot be opened: {broken}") from broken


def record(value: Any) -> dict[str, Any]:
    """`value` if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def rows(value: Any) -> list[dict[str, Any]]:
    """The objects of a list; what is none is passed over."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def words(value: Any) -> str:
    """A text, or "" for what is none; numbers are read as they are written."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).strip() if isinstance(value, str | int) else ""


def whole(value: Any) -> int | None:
    """A whole number however it is written, else None."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    plain = words(value).removesuffix(".0")
    return int(plain) if plain.lstrip("-").isascii() and plain.lstrip("-").isdigit() else None


def _check_shape(value: Any) -> None:
    stack, nodes = [(value, 0)], 0
    while stack:
        one, depth = stack.pop()
        nodes += 1
        if depth > MAX_DEPTH:
            raise SourceError(f"it is nested deeper than {MAX_DEPTH} levels; no form is")
        if nodes > MAX_NODES:
            raise SourceError(f"it has more than {MAX_NODES} values; no form has")
        inner = one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
        stack.extend((part, depth + 1) for part in inner)
