"""The views that are kept, and drawn."""

from pathlib import Path

import numpy as np
from PIL import Image

from hall3d.renderer.drivers import TINY, Driver
from hall3d.renderer.likeness import Picture
from hall3d.renderer.screen import Screen
from hall3d.renderer.shot import aim, stand
from hall3d.renderer.still import still
from hall3d.scene.loading import load_stage
from tests.hall3d.samples import departments

SIZE = (480, 270)
VIEWS = ("entrance", "desk", "counter:medical", "overview")
FOLDER = Path(__file__).parent


def drawn(driver: Driver = TINY) -> dict[str, Picture]:
    """Every view of the hall of four departments as it is now: height x width x RGB."""
    stage = load_stage(departments(4), "en")
    screen = Screen(stage.root, *SIZE, driver)
    made = {}
    for view in VIEWS:
        stand(stage, aim(screen, stage.plan, view))
        picture = still(screen)
        assert picture is not None
        made[view] = np.ascontiguousarray(picture[..., 2::-1])
    screen.close()
    stage.close()
    return made


def path(view: str) -> Path:
    """Where a view is kept."""
    return FOLDER / f"{view.replace(':', '-')}.png"


def kept(view: str) -> Picture:
    """A view as it should be."""
    return np.asarray(Image.open(path(view)).convert("RGB"))
