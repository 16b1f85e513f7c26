"""Which calibration an engine uses: the site's own, made by `atrium calibrate`, else the shipped.

A calibration belongs to exactly the models it was measured with.
"""

import json
import logging
from pathlib import Path
from typing import Any

from foundation.paths import data_dir
from identity.decisions.calibration import Calibration, parse_calibration
from identity.decisions.decision import EngineInfo

log = logging.getLogger(__name__)


def calibration_of(engine: EngineInfo) -> Calibration:
    """The site's calibration where it was measured with the same models; else the shipped one."""
    own = site_file(engine)
    if own.exists():
        data = json.loads(own.read_text("utf-8"))
        if data.get("models") == fingerprint(engine):
            return parse_calibration(data)
        log.warning(
            "%s was measured with other models and is left aside; make it anew: atrium calibrate",
            own.name,
        )
    return shipped_calibration(engine)


def shipped_calibration(engine: EngineInfo) -> Calibration:
    """The calibration that comes with the engine."""
    return parse_calibration(json.loads(_shipped(engine).read_text("utf-8")))


def site_file(engine: EngineInfo) -> Path:
    """Where the site's own calibration is kept."""
    return data_dir() / "calibration" / f"{engine.name}.json"


def fingerprint(engine: EngineInfo) -> dict[str, Any]:
    """The models that a calibration belongs to, by SHA-256."""
    return {model.name: model.sha256 for model in engine.models}


def _shipped(engine: EngineInfo) -> Path:
    return Path(__file__).with_name(f"{engine.name}.json")
