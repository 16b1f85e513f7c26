"""One picture file as pixels: BGR, upright, of a sane size, whatever it was.

Pillow decodes, and not OpenCV, because it says when a file is cut short, where OpenCV fills up with
grey; it writes nothing to stderr; and its header alone tells the size, before any memory is taken.
JPEG, PNG, WebP, BMP and GIF are taken. TIFF and others are refused: few people bring them, and each
decoder is one more that a stranger's file reaches. Moving pictures are refused, because who looks
at one does not see which of its pictures would be enrolled.
"""

import io
import struct
import warnings
import zlib
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from identity.pictures import Image
from identity.reading.files import read_bytes, unreadable
from identity.reading.kinds import damaged, kind
from identity.reading.webp import webp_size

MOST_PIXELS = 25_000_000
MOST_PIXELS_JPEG = 50_000_000
"""Phones take 12 to 50 million, as JPEG, which is scaled down while it is decoded: 430 MB at most.
A WebP picture of as many would take 700."""

LONG_SIDE = 4096
"""Larger pictures are scaled down to this: a face that fills a tenth of it is still large."""

_KINDS = ("JPEG", "PNG", "WEBP", "BMP", "GIF")
_ORIENTATION = 0x0112
_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    AttributeError,
    RuntimeError,
    struct.error,
    zlib.error,
)
"""What Pillow raises over broken files."""

_SAVE_ANEW = "open it in a picture viewer and save it as JPEG or PNG"
_DAMAGED = f"is damaged or cut short; copy it anew, or {_SAVE_ANEW}"


def read_picture(path: str) -> Image:
    """The picture in this file. Raises IdentityError `unreadable_picture`; its text says why."""
    data = read_bytes(path)
    with warnings.catch_warnings(action="ignore"):  # what Pillow thinks is nothing for the log
        return _read(path, data)


def _read(path: str, data: bytes) -> Image:
    with _opened(path, data) as picture:
        _bounded(path, picture)
        try:
            return _pixels(picture)
        except MemoryError as short:
            raise unreadable(path, "needs too much memory; save it smaller") from short
        except _BROKEN as broken:
            raise unreadable(path, _DAMAGED) from broken


@cache
def _pillow() -> Any:
    """Pillow's Image module. Its own limit only warns; ours refuses."""
    import PIL.Image

    PIL.Image.MAX_IMAGE_PIXELS = None
    return PIL.Image


def _opened(path: str, data: bytes) -> Any:
    claimed = webp_size(data)
    if claimed is not None:
        _refuse_large(path, claimed, MOST_PIXELS)
    try:
        return _pillow().open(io.BytesIO(data), formats=_KINDS)
    except (*_BROKEN, MemoryError) as broken:
        if damaged(data):
            raise unreadable(path, _DAMAGED) from broken
        why = f"is {kind(data)} and cannot be read here; {_SAVE_ANEW}"
        raise unreadable(path, why) from broken


def _bounded(path: str, picture: Any) -> None:
    _refuse_large(path, picture.size, MOST_PIXELS_JPEG if picture.format == "JPEG" else MOST_PIXELS)
    if picture.format != "JPEG" and _moves(path, picture):
        raise unreadable(path, "is a moving picture; save a single picture of it")


def _refuse_large(path: str, size: tuple[int, int], most: int) -> None:
    width, height = size
    if width * height > most:
        has = f"has {width} x {height} pixels"
        raise unreadable(path, f"{has}; save it with at most {most // 1_000_000} million")
    if width < 1 or height < 1:
        raise unreadable(path, f"has no pixels; {_SAVE_ANEW}")


def _moves(path: str, picture: Any) -> bool:
    try:
        return bool(getattr(picture, "is_animated", False))
    except _BROKEN as broken:
        raise unreadable(path, _DAMAGED) from broken


def _pixels(picture: Any) -> Image:
    """Scaled while it is decoded where its kind allows, so that a large one takes less memory."""
    picture.draft("RGB", (LONG_SIDE, LONG_SIDE))
    picture.load()
    turned = _orientation(picture)
    rgb = np.asarray(_plain(picture), np.uint8)
    return np.ascontiguousarray(_upright(rgb, turned)[:, :, ::-1])


def _plain(picture: Any) -> Any:
    """In the mode RGB, at most LONG_SIDE long; what is transparent lies on white."""
    if picture.mode.startswith("I;16"):  # Pillow's own conversion would clip it
        picture = _pillow().fromarray((np.asarray(picture) >> 8).astype(np.uint8))
    elif picture.mode in ("P", "PA"):
        picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    elif picture.mode == "1":
        picture = picture.convert("L")
    picture.thumbnail((LONG_SIDE, LONG_SIDE), _pillow().Resampling.BOX, reducing_gap=None)
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        white = _pillow().new("RGBA", picture.size, "white")
        picture = _pillow().alpha_composite(white, picture)
    return picture.convert("RGB")


def _orientation(picture: Any) -> int:
    """How the camera was held, 1 to 8; damaged notes about it do not matter, as in any viewer."""
    try:
        value = picture.getexif().get(_ORIENTATION, 1)
    except _BROKEN:
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _upright(pixels: NDArray[Any], orientation: int) -> NDArray[Any]:
    """Undo the EXIF orientation: 5 to 8 lie on their side, and half of all are mirrored."""
    if orientation >= 5:
        pixels = pixels.swapaxes(0, 1)
    if orientation in (2, 3, 6, 7):
        pixels = pixels[:, ::-1]
    if orientation in (3, 4, 7, 8):
        pixels = pixels[::-1]
    return pixels
