"""The Silent-Face pair: two small networks that tell a face from a picture of one."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from identity.decisions.decision import ModelInfo
from identity.faces.face import Face
from identity.faces.vision import opencv
from identity.models import Listed, find, listed, search_folders
from identity.pictures import Image

_SIDE = 80
_LIVE_CLASS = 1

_WIDTHS = (1.0, 1.25)
"""How wide, in YuNet's widths, the boxes are from which the surroundings are cut out. The networks
learned on boxes of another detector; the mean over both widths erred less than any single one on
each of three sets of pictures (docs/decisions/0013)."""


class PassivePair:
    """Both networks, or nothing: one alone was never measured. Not for several threads at once."""

    def __init__(self, given: Path | None = None) -> None:
        """Look for the files; `given` is a folder that is searched first."""
        folders = search_folders(given)
        self._listed = [entry for entry in listed() if entry.role == "liveness"]
        files = [find(entry, folders) for entry in self._listed]
        self.missing = "; ".join(why for data, why in files if data is None)
        self._data = [] if self.missing else [data for data, _ in files if data is not None]
        found = zip(self._listed, self._data, strict=False)
        self._models = tuple(entry.info_of(data) for entry, data in found)
        self._nets: list[tuple[Listed, Any]] = []

    @property
    def available(self) -> bool:
        """Both files are there and are what was published."""
        return not self.missing

    @property
    def models(self) -> tuple[ModelInfo, ...]:
        """The networks that judge; empty when they are not available."""
        return self._models

    def load(self) -> None:
        """Make the networks ready; later calls do nothing."""
        if self.available and not self._nets:
            read = opencv().dnn.readNetFromONNX
            nets = [read(np.frombuffer(data, np.uint8)) for data in self._data]
            self._nets = list(zip(self._listed, nets, strict=True))

    def score(self, image: Image, face: Face) -> float:
        """How alive one face looks in one picture, 0..1."""
        self.load()
        looks = [
            _live(net, image, face, entry.scale, width)
            for entry, net in self._nets
            for width in _WIDTHS
        ]
        return sum(looks) / len(looks)


def _live(net: Any, image: Image, face: Face, scale: float, times: float) -> float:
    x, y, w, h = face.box
    wider = (x - w * (times - 1) / 2, y, w * times, h)
    left, top, right, bottom = surroundings(image.shape[:2], wider, scale)
    crop = opencv().resize(image[top : bottom + 1, left : right + 1], (_SIDE, _SIDE))
    net.setInput(np.ascontiguousarray(crop.transpose(2, 0, 1)[None], np.float32))
    logits = net.forward()[0].astype(np.float64)
    crop.fill(0)
    powers = np.exp(logits - logits.max())
    return float(powers[_LIVE_CLASS] / powers.sum())


def surroundings(
    shape: Sequence[int], box: tuple[float, float, float, float], scale: float
) -> tuple[int, int, int, int]:
    """The box grown by `scale` about its middle: left, top, right, bottom, all inclusive.

    Where the picture is too small it grows less; at an edge it is moved inwards, not cut, because
    the networks learned from pictures made that way.
    """
    rows, columns = shape[0], shape[1]
    x, y, w, h = box
    scale = min((rows - 1) / h, (columns - 1) / w, scale)
    width, height = w * scale, h * scale
    left = min(max(x + w / 2 - width / 2, 0.0), columns - 1 - width)
    top = min(max(y + h / 2 - height / 2, 0.0), rows - 1 - height)
    return int(left), int(top), int(left + width), int(top + height)
