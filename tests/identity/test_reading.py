"""Picture files: read right whatever their kind, refused clearly where they cannot or must not."""

import os
import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow
from PIL import ImageOps

from identity.errors import IdentityError
from identity.pictures import Image
from identity.reading import read_picture
from identity.reading.files import MOST_BYTES
from identity.reading.picture import LONG_SIDE
from identity.reading.webp import webp_size


@pytest.fixture
def picture(portrait: Image) -> Pillow.Image:
    return Pillow.fromarray(np.ascontiguousarray(portrait[90:390, 120:520, ::-1]))


def _near(one: Image, other: Image) -> bool:
    return one.shape == other.shape and bool(np.abs(one.astype(int) - other).mean() < 3)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", ["jpg", "png", "webp"])
def test_pictures_are_turned_upright(
    tmp_path: Path, picture: Pillow.Image, suffix: str, orientation: int
) -> None:
    notes = Pillow.Exif()
    notes[0x0112] = orientation
    file = tmp_path / f"picture.{suffix}"
    picture.save(file, exif=notes, quality=95)
    with Pillow.open(file) as saved:
        upright = np.asarray(ImageOps.exif_transpose(saved).convert("RGB"))[:, :, ::-1]
    assert np.array_equal(read_picture(str(file)), upright)


def test_every_kind_of_pixel_becomes_bgr(tmp_path: Path, picture: Pillow.Image) -> None:
    colour = np.asarray(picture)[:, :, ::-1]
    grey = np.asarray(picture.convert("L"))
    deep = Pillow.fromarray(grey.astype(np.uint16) * 257)
    kinds: dict[str, tuple[Pillow.Image, Image]] = {
        "grey.png": (picture.convert("L"), grey[:, :, None].repeat(3, 2)),
        "deep.png": (deep, grey[:, :, None].repeat(3, 2)),
        "alpha.png": (picture.convert("RGBA"), colour),
        "grey-alpha.png": (picture.convert("LA"), grey[:, :, None].repeat(3, 2)),
        "cmyk.jpg": (picture.convert("CMYK"), colour),
        "lossless.bmp": (picture, colour),
        "wrong-suffix.gif.txt": (picture, colour),
    }
    for name, (saved, wanted) in kinds.items():
        file = tmp_path / name
        saved.save(file, format="PNG" if name.endswith("txt") else None)
        assert _near(read_picture(str(file)), wanted), name
    palette = tmp_path / "palette.gif"
    picture.quantize(64).save(palette)
    assert read_picture(str(palette)).shape == colour.shape


def test_what_is_transparent_is_white(tmp_path: Path) -> None:
    Pillow.new("RGBA", (80, 80), (10, 20, 30, 0)).save(tmp_path / "clear.png")
    assert read_picture(str(tmp_path / "clear.png")).min() == 255


def test_a_large_picture_is_scaled_down(tmp_path: Path) -> None:
    Pillow.new("RGB", (6000, 3000), (255, 0, 0)).save(tmp_path / "large.jpg")
    image = read_picture(str(tmp_path / "large.jpg"))
    assert image.shape[:2] == (LONG_SIDE // 2, LONG_SIDE)
    assert image[:, :, 2].mean() > 250


def _moving(picture: Pillow.Image, kind: str) -> bytes:
    out = BytesIO()
    mirrored = ImageOps.mirror(picture)
    picture.save(out, kind, save_all=True, append_images=[mirrored], duration=100)
    return out.getvalue()


def _saved(picture: Pillow.Image, kind: str) -> bytes:
    out = BytesIO()
    picture.save(out, kind)
    return out.getvalue()


def _bomb(picture: Pillow.Image) -> bytes:
    """A PNG that claims 60,000 x 60,000 pixels."""
    data = bytearray(_saved(picture, "PNG"))
    data[16:24] = struct.pack(">II", 60_000, 60_000)
    data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    return bytes(data)


def _webp_bomb(picture: Pillow.Image) -> bytes:
    """A WebP whose decoder would take two gigabytes to be told its size."""
    data = bytearray(_saved(picture, "WEBP"))
    data[26:30] = struct.pack("<HH", 16383, 16383)
    return bytes(data)


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (lambda _: b"", "is an empty file"),
        (lambda _: b"%PDF-1.7 and so on", "a PDF document"),
        (lambda _: b"\0\0\0\x18ftypheic" + bytes(40), "a HEIC picture"),
        (lambda _: b"nothing of the kind", "not a picture"),
        (lambda one: _saved(one, "TIFF"), "a TIFF picture"),
        (lambda one: _saved(one, "JPEG")[:-3000], "damaged or cut short"),
        (lambda one: _saved(one, "PNG")[:-3000], "damaged or cut short"),
        (lambda one: _moving(one, "GIF"), "a moving picture"),
        (lambda one: _moving(one, "WEBP"), "a moving picture"),
        (lambda one: _moving(one, "PNG"), "a moving picture"),
        (_bomb, "60000 x 60000"),
        (_webp_bomb, "16383 x 16383"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(
    tmp_path: Path, picture: Pillow.Image, made: Callable[[Pillow.Image], bytes], words: str
) -> None:
    file = tmp_path / "brought.jpg"
    file.write_bytes(made(picture))
    with pytest.raises(IdentityError, match=words) as refused:
        read_picture(str(file))
    assert refused.value.cause == "unreadable_picture"
    assert "; " in refused.value.detail


@pytest.mark.parametrize("lossless", [False, True])
@pytest.mark.parametrize("notes", [b"", b"Exif\0\0"])
def test_the_size_in_a_webp_header_is_the_pictures(lossless: bool, notes: bytes) -> None:
    out = BytesIO()
    Pillow.new("RGB", (321, 123)).save(out, "WEBP", lossless=lossless, exif=notes)
    assert webp_size(out.getvalue()) == (321, 123)
    assert webp_size(out.getvalue()[:29]) is None


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    (tmp_path / "circle.jpg").symlink_to(tmp_path / "circle.jpg")
    with (tmp_path / "huge.jpg").open("wb") as huge:
        huge.truncate(MOST_BYTES + 1)
    wrong = {
        str(tmp_path / "pipe.jpg"): "is no file",
        str(tmp_path): "is a folder",
        "/dev/zero": "is no file",
        str(tmp_path / "circle.jpg"): "leads in a circle",
        str(tmp_path / "absent.jpg"): "does not exist",
        str(tmp_path / ("long" * 100)): "too long a name",
        "with\0zero": "not a possible file name",
        str(tmp_path / "huge.jpg"): "is too large",
    }
    for path, words in wrong.items():
        with pytest.raises(IdentityError, match=words) as refused:
            read_picture(path)
        assert refused.value.cause == "unreadable_picture"


def test_a_name_cannot_break_the_message_it_stands_in() -> None:
    with pytest.raises(IdentityError) as refused:
        read_picture("/no/where/\n\x1b[2J\udcff\u202epicture" + "x" * 250)
    assert refused.value.detail.isprintable()
    assert len(refused.value.detail) < 300
