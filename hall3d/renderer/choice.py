"""Which driver draws this terminal's hall: measured, remembered, and measured anew when the machine
is another one."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from foundation.paths import cache_dir

Because = Literal["faster", "slower", "wrong", "failed", "fell"]
AUTO = "auto"
_DEVICES = Path("/sys/class/drm")
_NVIDIA = Path("/proc/driver/nvidia/version")
_MESA = ("/usr/lib*/libEGL_mesa.so.0", "/usr/lib/*/libEGL_mesa.so.0")
Size = tuple[int, int]


@dataclass(frozen=True)
class Choice:
    """What was found on a machine for pictures of a size. `because`: how OpenGL did; `drawn_by`:
    the name of what it drew on; `ms`: milliseconds of a whole frame, by driver."""

    machine: str
    size: Size
    renderer: str
    because: Because
    drawn_by: str
    ms: dict[str, float]


def machine() -> str:
    """What may change how quickly and how rightly OpenGL draws; takes no OpenGL to tell."""
    cards = sorted(_DEVICES.glob("card*/device/device"))
    found = [f"{one.parent.joinpath('vendor').read_text()}{one.read_text()}" for one in cards]
    if _NVIDIA.exists():
        found.append(_NVIDIA.read_text().splitlines()[0])
    for pattern in _MESA:
        for library in Path("/").glob(pattern[1:]):
            told = library.stat()
            found.append(f"{library} {told.st_size} {int(told.st_mtime)}")
    return "; ".join([f"{os.cpu_count()} processors", *("".join(one.split("\n")) for one in found)])


def remembered(size: Size) -> Choice | None:
    """What was found on this very machine for pictures of this size."""
    try:
        told = json.loads(_file().read_text(encoding="utf-8"))
        known = Choice(**{**told, "size": tuple(told["size"])})
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        return None  # never measured, or written by another version: measure again
    return known if (known.machine, known.size) == (machine(), size) else None


def remember(choice: Choice) -> None:
    """Keep it for the next start."""
    half = _file().with_suffix(".new")
    half.write_text(json.dumps(asdict(choice), indent=1), encoding="utf-8")
    half.replace(_file())


def fell(size: Size) -> None:
    """OpenGL has ended the process: it is not chosen again on this machine."""
    before = remembered(size)
    ms, drawn_by = ({}, "") if before is None else (before.ms, before.drawn_by)
    remember(Choice(machine(), size, "tiny", "fell", drawn_by, ms))


def chosen(setting: str, size: Size) -> str:
    """The driver's name for a setting (auto, tiny, gl)."""
    if setting != AUTO:
        return setting
    known = remembered(size)
    return "tiny" if known is None else known.renderer


def _file() -> Path:
    return cache_dir() / "renderer.json"
