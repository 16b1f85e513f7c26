"""The views that are kept, drawn, and compared as eyes would."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from hall3d.renderer.screen import Screen
from hall3d.renderer.shot import aim, stand
from hall3d.renderer.still import still
from hall3d.scene.loading import load_stage
from tests.hall3d.samples import departments

SIZE = (480, 270)
VIEWS = ("entrance", "desk", "counter:medical", "overview")
FOLDER = Path(__file__).parent
Picture = NDArray[np.uint8]
_BLOCK = 3
_WHITE = np.array([0.95047, 1.0, 1.08883])
_TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def drawn() -> dict[str, Picture]:
    """Every view of the hall of four departments as it is now: height x width x RGB."""
    stage = load_stage(departments(4), "en")
    screen = Screen(stage.root, *SIZE)
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


def difference(a: Picture, b: Picture) -> tuple[float, float]:
    """Mean and 99th percentile of the colour difference (CIE76 delta E) after a slight blur: edges
    that lie a fraction of a pixel aside do not count, colours and shapes do."""
    away = np.linalg.norm(_lab(_blurred(a)) - _lab(_blurred(b)), axis=-1)
    return float(away.mean()), float(np.percentile(away, 99))


def _blurred(picture: Picture) -> NDArray[np.float64]:
    height, width, _ = picture.shape
    cut = picture.reshape(height // _BLOCK, _BLOCK, width // _BLOCK, _BLOCK, 3)
    return np.asarray(cut.mean((1, 3)) / 255)


def _lab(display: NDArray[np.float64]) -> NDArray[np.float64]:
    linear = np.where(display <= 0.04045, display / 12.92, ((display + 0.055) / 1.055) ** 2.4)
    share = linear @ _TO_XYZ.T / _WHITE
    f = np.where(share > 0.008856, np.cbrt(share), 7.787 * share + 16 / 116)
    x, y, z = f[..., 0], f[..., 1], f[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], -1)
