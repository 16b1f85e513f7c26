"""Which driver draws the hall best, found out by trying both."""

import json
import logging
import subprocess
from typing import Any

from foundation.children import command
from hall3d.renderer.choice import Because, Choice, Size, machine, remember, remembered
from hall3d.renderer.likeness import difference
from hall3d.trial.attempt import Trial, read

_log = logging.getLogger(__name__)
_PATIENCE_S = 60.0
"""Seconds after which a driver that is being tried counts as hung."""
_WORTH_IT = 0.7
"""OpenGL must take at most this share of the other's time; it costs more memory and more risk."""
_MEAN, _WORST = 2.5, 16.0
"""Delta E: how far OpenGL's picture may be from the other's, on average and in its worst parts.
Their edges lie a fraction of a pixel apart, which alone makes 1.0 and 10."""


def choose(departments: list[dict[str, Any]], size: Size, again: bool = False) -> Choice:
    """What is remembered of this machine, else what trying both shows; it is remembered. A driver
    that falls, hangs or draws something else is not chosen. again: try whatever is remembered."""
    known = None if again else remembered(size)
    if known is not None:
        return known
    told = {"departments": departments, "size": list(size)}
    tiny = _try({**told, "renderer": "tiny"})
    if tiny is None:
        raise RuntimeError("the hall cannot be drawn here by p3tinydisplay; see the lines above")
    gl = _try({**told, "renderer": "gl"})
    found = compared(size, tiny, gl)
    remember(found)
    return found


def compared(size: Size, tiny: Trial, gl: Trial | None) -> Choice:
    """Whether OpenGL is worth it."""
    if gl is None:
        return Choice(machine(), size, "tiny", "failed", "", {"tiny": tiny.ms})
    mean, worst = difference(tiny.picture, gl.picture)
    because: Because = "faster"
    if mean > _MEAN or worst > _WORST:
        because = "wrong"
    elif gl.ms > _WORTH_IT * tiny.ms:
        because = "slower"
    renderer = "gl" if because == "faster" else "tiny"
    return Choice(machine(), size, renderer, because, gl.drawn_by, {"tiny": tiny.ms, "gl": gl.ms})


def _try(told: dict[str, Any]) -> Trial | None:
    """A driver's trial in a process of its own; None when it failed or hung."""
    try:
        done = subprocess.run(
            [*command("hall3d.trial"), "one"],
            input=json.dumps(told).encode(),
            stdout=subprocess.PIPE,
            timeout=_PATIENCE_S,
            check=True,
        )
        return read(done.stdout)
    except (subprocess.SubprocessError, ValueError) as failed:
        _log.info("the driver %s cannot be used: %s", told["renderer"], failed)
        return None
