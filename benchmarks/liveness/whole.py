"""Whole verifications by the real process's code: how often each species is accepted."""

import random
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.liveness.report import rate
from benchmarks.liveness.species import GENUINE, SPECIES, Stage, camera
from benchmarks.liveness.trial import Terminal
from identity.decisions.decision import Cause, Decision


def measure(stages: list[Stage], seed: int) -> dict[str, Any]:
    """The challenge alone, as on a terminal without the passive pair: species by species the share
    of errors, why the others ended, and how long the genuine took."""
    folder = tempfile.TemporaryDirectory()
    terminal = Terminal(Path(folder.name))
    result = {}
    for name in SPECIES:
        decisions = [
            _trial(terminal, name, stage, seed + number)
            for number, stage in enumerate(stages)
            if stage.other is not None or name != "photo, then own face"
        ]
        result[name] = _summary(name, decisions)
    terminal.close()
    folder.cleanup()
    return result


def _trial(terminal: Terminal, name: str, stage: Stage, seed: int) -> Decision:
    person = stage.person
    terminal.enrol([terminal.kit.engine.embed(person.picture, person.face)])
    stage = replace(stage, chance=random.Random(seed))
    return terminal.verify(camera(name, stage, seed))[0]


def _summary(name: str, decisions: list[Decision]) -> dict[str, Any]:
    accepted = [one for one in decisions if one.cause is Cause.MATCH]
    genuine = name == GENUINE
    errors = len(decisions) - len(accepted) if genuine else len(accepted)
    others = Counter(
        one.detail or str(one.cause) for one in decisions if one.cause is not Cause.MATCH
    )
    first = [one for one in accepted if all(step.passed for step in one.liveness.challenges)]
    return {
        **rate(errors, len(decisions)),
        "accepted_in_the_first_draw": len(first),
        "why_not": dict(others.most_common()),
        "median_pictures": sorted(one.frames for one in decisions)[len(decisions) // 2]
        if decisions
        else None,
    }
