"""What is held before the camera: a head, a photo flat or bent, a screen."""

from collections.abc import Callable

import numpy as np

from benchmarks.liveness.surface import HEIGHT, WIDTH, Grid, Surface
from identity.faces.face import Face
from identity.faces.vision import opencv
from identity.pictures import Image

_HEAD = (1.25, 1.75, 1.35)
"""Half width, half height and half depth of the ellipsoid, eye distances."""

_NOSE = 0.38
_NECK = (1.0, -1.3)


def head(picture: Image, face: Face) -> Surface:
    """A picture of a face laid on an ellipsoid with a nose."""
    x, y = _places(picture, face)
    a, b, c = _HEAD
    inside = np.clip(1 - (x / a) ** 2 - ((y + 0.1) / b) ** 2, 0.08, None)
    depth = c * np.sqrt(inside) - 1.2
    nose_x, nose_y = _offset(face, face.points[2])
    depth += _NOSE * np.exp(-(((x - nose_x) / 0.2) ** 2) - ((y - nose_y + 0.08) / 0.32) ** 2)
    edge = 1.06 - np.sqrt((x / 1.28) ** 2 + ((y + 0.15) / 1.9) ** 2)
    mask = np.clip(edge / 0.08, 0, 1).astype(np.float32)
    return _surface(picture, face, mask, depth, pivot=_NECK)


def photo(picture: Image, face: Face, radius: float | None = None) -> Surface:
    """The same picture on paper, flat or bent about its upright axis with this radius."""
    x, _ = _places(picture, face)
    if radius is None:
        depth = np.zeros_like(x)
    else:
        depth = np.sqrt(np.clip(radius**2 - x**2, 0.02, None)) - radius
    printed = opencv().GaussianBlur(picture, (0, 0), 0.7).astype(np.float32) * 0.88 + 14
    mask = (np.abs(x) < (1.7 if radius is None else min(1.7, 0.92 * radius))).astype(np.float32)
    return _surface(printed.astype(np.uint8), face, mask, depth)


def screen(frame: Image, face: Face, moire: float) -> Surface:
    """A frame of a video on a phone's screen: a bluer white, and stripes where its pixels meet the
    camera's, `moire` grey levels strong."""
    rows, columns = np.mgrid[0 : frame.shape[0], 0 : frame.shape[1]].astype(np.float32)
    stripes = moire * (np.sin(0.55 * columns + 0.13 * rows) + np.sin(0.61 * rows))
    shown = frame.astype(np.float32) * np.array([1.08, 1.0, 0.94]) + stripes[..., None]
    whole = np.ones(frame.shape[:2], np.float32)
    lit = np.clip(shown, 0, 255).astype(np.uint8)
    return _surface(lit, face, whole, np.zeros_like(whole))


def eyelids(picture: Image, face: Face) -> Callable[[float], Image]:
    """The picture with its eyes closed by a share 0..1: skin from above drawn down over them."""
    scale = _eye_distance(face)
    rows, columns = np.mgrid[0 : picture.shape[0], 0 : picture.shape[1]].astype(np.float32)
    lids = []
    for eye in face.points[:2]:
        x, y = (columns - eye[0]) / scale, (rows - eye[1]) / scale
        lids.append((np.sqrt((x / 0.24) ** 2 + (y / 0.13) ** 2), y))
    above = opencv().remap(picture, columns, rows - np.float32(0.24 * scale), 1)

    def closed(share: float) -> Image:
        if share <= 0:
            return picture
        out = picture.astype(np.float32)
        for radius, y in lids:
            covered = np.clip((1.15 - radius) / 0.3, 0, 1) * (y < -0.13 + 0.26 * share)
            lash = np.exp(-(((y - (-0.12 + 0.22 * share)) / 0.02) ** 2)) * (radius < 1)
            out += (above - out) * covered[..., None]
            out *= 1 - 0.5 * lash[..., None]
        lidded: Image = out.astype(np.uint8)
        return lidded

    return closed


def room(chance: np.random.Generator) -> Image:
    """A background without a face: a few panels of dull colours."""
    panels = chance.integers(60, 200, (3, 5, 1)) + chance.integers(-20, 20, (3, 5, 3))
    wide: Image = opencv().resize(
        panels.astype(np.uint8), (WIDTH, HEIGHT), interpolation=opencv().INTER_NEAREST
    )
    return wide


def _surface(
    picture: Image,
    face: Face,
    mask: Grid,
    depth: Grid,
    pivot: tuple[float, float] = (0.0, 0.0),
) -> Surface:
    centre = _centre(face)
    return Surface(
        picture,
        mask.astype(np.float32),
        depth.astype(np.float32),
        _eye_distance(face),
        (float(centre[0]), float(centre[1])),
        pivot,
    )


def _places(picture: Image, face: Face) -> tuple[Grid, Grid]:
    """Every pixel in eye distances from the face's middle."""
    rows, columns = np.mgrid[0 : picture.shape[0], 0 : picture.shape[1]].astype(np.float32)
    centre, scale = _centre(face), np.float32(_eye_distance(face))
    return (columns - centre[0]) / scale, (rows - centre[1]) / scale


def _offset(face: Face, point: Grid) -> tuple[float, float]:
    x, y = (point - _centre(face)) / _eye_distance(face)
    return float(x), float(y)


def _centre(face: Face) -> Grid:
    middle: Grid = face.points[[0, 1, 3, 4]].mean(axis=0)
    return middle


def _eye_distance(face: Face) -> float:
    return float(np.hypot(*(face.points[1] - face.points[0])))
