"""The light people stand in, read off the baked floor."""

from pathlib import Path

import pytest

from hall3d.plan import lay_out
from hall3d.scene.bake import bake
from hall3d.scene.floor_light import FloorLight
from tests.hall3d.samples import departments


def test_the_open_floor_has_the_usual_light_and_a_corner_less(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATRIUM_CACHE", str(cache))
    plan = lay_out(departments(4))
    light = FloorLight(plan, {room.shape: bake(room.shape) for room in plan.rooms})
    middle = light.at(0.0, 4.0)
    assert all(0.85 < part <= 1.06 for part in middle)
    x, y = plan.counters[0].bay.at(0.0, 1.2)
    assert sum(light.at(x, y)) < sum(middle)
    steps = [light.at(0.3 * i - 3.0, 5.0)[0] for i in range(20)]
    assert max(abs(a - b) for a, b in zip(steps[1:], steps[:-1], strict=True)) < 0.1
