"""Models made ready once: the rewritten SFace is kept in the cache under its SHA-256."""

import hashlib
import json
from pathlib import Path

from identity.models import model, models_folder, packaged
from identity.models.keep import keep

_RECIPE = 1
"""Raise when the rewrite changes: what was prepared before is then made again."""


def prepare_models() -> list[Path]:
    """Check the packaged networks and rewrite what needs it; returns the prepared files.

    A second call only checks. Several processes may call it at once. Raises IdentityError
    `models_missing` when a package is absent or carries other files than it should.
    """
    packaged(model("yunet"))
    return [_prepared_sface()]


def sface_bytes() -> bytes:
    """The rewritten recognition network; made now when it is not in the cache or damaged there."""
    data = _from_cache()
    if data is None:
        data = _prepared_sface().read_bytes()
    return data


def _made_from() -> dict[str, str | int]:
    return {"published": model("sface").sha256, "recipe": _RECIPE}


def _note() -> Path:
    """The file that says which prepared file belongs to which published one."""
    return models_folder() / "sface.json"


def _from_cache() -> bytes | None:
    try:
        note = json.loads(_note().read_text("utf-8"))
        data = (models_folder() / f"{note['sha256']}.onnx").read_bytes()
    except (OSError, ValueError, KeyError):
        return None  # absent or half-written: it is made again
    if note != {**_made_from(), "sha256": note["sha256"]}:
        return None
    return data if hashlib.sha256(data).hexdigest() == note["sha256"] else None


def _prepared_sface() -> Path:
    data = _from_cache()
    if data is None:
        from identity.faces.graph import dequantised  # imports onnx, which is slow

        data = dequantised(packaged(model("sface")))
        sha256 = hashlib.sha256(data).hexdigest()
        keep(models_folder() / f"{sha256}.onnx", data)
        keep(_note(), json.dumps({**_made_from(), "sha256": sha256}).encode())
    return models_folder() / f"{hashlib.sha256(data).hexdigest()}.onnx"
