"""Broken, huge, tiny, odd and malicious picture files, made by script from one number each."""

import os
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image as Pillow
from PIL import ImageFilter

from identity.cameras.demonstration import portrait
from identity.reading.picture import MOST_PIXELS, MOST_PIXELS_JPEG

ENROLLED = "enrolled"
UNREADABLE = frozenset({"unreadable_picture"})
ANY = frozenset(
    {ENROLLED, "unreadable_picture", "no_face", "several_faces", "quality", "different_people"}
)
GOOD = frozenset({ENROLLED})

Chance = np.random.Generator


@dataclass(frozen=True)
class Hostile:
    """A file's name and bytes, and the outcomes that are right for it. `make` puts what is no plain
    file at the path instead."""

    species: str
    data: bytes = b""
    name: str = "brought.jpg"
    right: frozenset[str] = ANY
    make: Callable[[Path], object] | None = field(default=None, compare=False)

    def put(self, folder: Path) -> Path:
        """Write it below the folder; returns its path."""
        path = folder / self.name
        if self.make is not None:
            self.make(path)
        else:
            path.write_bytes(self.data)
        return path


def hostile(number: int, seed: int = 1) -> Hostile:
    """The file with this number: each species in turn, its details by chance."""
    species = SPECIES[number % len(SPECIES)]
    return species(np.random.default_rng((seed, number)))


@cache
def _face() -> Pillow.Image:
    """The portrait's head, small, so that ten thousand of them take minutes and not hours."""
    head = portrait()[0:300, 80:360, ::-1]
    return Pillow.fromarray(np.ascontiguousarray(head))


def _saved(image: Pillow.Image, kind: str, **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


@cache
def _modes() -> dict[str, tuple[bytes, bool]]:
    """Every way to say the same face, and whether it must be enrolled from it."""
    face, grey = _face(), _face().convert("L")
    deep = Pillow.fromarray(np.asarray(grey).astype(np.uint16) * 257)
    real = Pillow.fromarray(np.full((60, 60), np.nan, np.float32))
    pages = [grey, grey]
    return {
        "jpeg": (_saved(face, "JPEG", quality=90), True),
        "progressive jpeg": (_saved(face, "JPEG", progressive=True, quality=90), True),
        "grey jpeg": (_saved(grey, "JPEG", quality=90), True),
        "cmyk jpeg": (_saved(face.convert("CMYK"), "JPEG", quality=90), True),
        "png": (_saved(face, "PNG", compress_level=1), True),
        "grey png": (_saved(grey, "PNG"), True),
        "deep png": (_saved(deep, "PNG"), True),
        "alpha png": (_saved(face.convert("RGBA"), "PNG", compress_level=1), True),
        "grey-alpha png": (_saved(face.convert("LA"), "PNG"), True),
        "palette png": (_saved(face.quantize(200), "PNG"), True),
        "bit png": (_saved(grey.convert("1"), "PNG"), False),
        "webp": (_saved(face, "WEBP", quality=90, method=1), True),
        "lossless webp": (_saved(face, "WEBP", lossless=True, method=0), True),
        "gif": (_saved(face.quantize(200), "GIF"), True),
        "bmp": (_saved(face, "BMP"), True),
        "palette bmp": (_saved(grey, "BMP"), True),
        "moving gif": (_saved(grey, "GIF", save_all=True, append_images=[face]), False),
        "moving webp": (_saved(face, "WEBP", save_all=True, append_images=pages), False),
        "moving png": (_saved(face, "PNG", save_all=True, append_images=[face, face]), False),
        "tiff": (_saved(face, "TIFF"), False),
        "pages tiff": (_saved(grey, "TIFF", save_all=True, append_images=pages), False),
        "nan tiff": (_saved(real, "TIFF"), False),
        "ppm": (_saved(face, "PPM"), False),
        "icon": (_saved(face.resize((64, 64)), "ICO"), False),
        "tga": (_saved(face, "TGA"), False),
        "jpeg 2000": (_saved(face, "JPEG2000"), False),
        "avif": (_saved(face, "AVIF", quality=60, speed=10), False),
    }


_OURS = (
    "jpeg",
    "progressive jpeg",
    "cmyk jpeg",
    "png",
    "deep png",
    "alpha png",
    "palette png",
    "webp",
    "lossless webp",
    "gif",
    "bmp",
    "moving gif",
    "moving webp",
    "moving png",
)


def _one_of(chance: Chance, names: tuple[str, ...] = _OURS) -> tuple[str, bytes]:
    name = names[int(chance.integers(len(names)))]
    return name, _modes()[name][0]


def _whole(chance: Chance) -> Hostile:
    name, data = _one_of(chance, tuple(_modes()))
    right = GOOD if _modes()[name][1] else ANY - GOOD
    suffix = ("jpg", "png", "gif", "txt", "exe", "")[int(chance.integers(6))]
    return Hostile(f"whole {name}", data, f"brought.{suffix}", right)


def _cut(chance: Chance) -> Hostile:
    name, data = _one_of(chance)
    most = 200 if chance.random() < 0.3 else len(data)
    return Hostile(f"cut {name}", data[: int(chance.integers(min(most, len(data))))])


def _flipped(chance: Chance) -> Hostile:
    name, data = _one_of(chance)
    bits = np.unpackbits(np.frombuffer(data, np.uint8))
    reach = min(len(bits), 2000) if chance.random() < 0.5 else len(bits)
    bits[chance.integers(reach, size=int(chance.integers(1, 40)))] ^= 1
    return Hostile(f"flipped {name}", np.packbits(bits).tobytes())


def _torn(chance: Chance) -> Hostile:
    """A stretch is removed, doubled, zeroed or made noise."""
    name, data = _one_of(chance)
    a, b = sorted(int(v) for v in chance.integers(len(data), size=2))
    middle = (b"", data[a:b] * 2, bytes(b - a), chance.bytes(b - a))[int(chance.integers(4))]
    return Hostile(f"torn {name}", data[:a] + middle + data[b:])


def _spliced(chance: Chance) -> Hostile:
    (one, first), (other, second) = _one_of(chance), _one_of(chance)
    a, b = int(chance.integers(len(first))), int(chance.integers(len(second)))
    return Hostile(f"spliced {one} {other}", first[:a] + second[b:])


def _png(width: int, height: int, pixels: bytes, depth: int = 8, colour: int = 2) -> bytes:
    """A PNG of any claimed size over any pixel data, with sums that are right."""
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _sizes(chance: Chance) -> tuple[int, int]:
    edge = (0, 1, 2, 63, 64, 4097, 16383, 16384, 32767, 65535)
    return edge[int(chance.integers(len(edge)))], edge[int(chance.integers(len(edge)))]


def _claimed(chance: Chance) -> Hostile:
    """A header that claims another size than what follows."""
    width, height = _sizes(chance)
    jpeg, gif, bmp, webp, lossless = (
        bytearray(_modes()[name][0]) for name in ("jpeg", "gif", "bmp", "webp", "lossless webp")
    )
    frame = jpeg.index(b"\xff\xc0")
    jpeg[frame + 5 : frame + 9] = struct.pack(">HH", height, width)
    gif[6:10] = struct.pack("<HH", width, height)
    bmp[18:26] = struct.pack("<ii", width * 9, height * 9)
    webp[26:30] = struct.pack("<HH", width & 0x3FFF, height & 0x3FFF)
    large = (max(width, 1) - 1 & 0x3FFF) | (max(height, 1) - 1 & 0x3FFF) << 14
    lossless[21:25] = struct.pack("<I", large)
    canvas = b"VP8X" + struct.pack("<I", 10) + bytes(4)
    canvas += struct.pack("<I", width * 200)[:3] + struct.pack("<I", height * 200)[:3]
    files = {
        "jpeg": bytes(jpeg),
        "gif": bytes(gif),
        "bmp": bytes(bmp),
        "webp": bytes(webp),
        "lossless webp": bytes(lossless),
        "webp canvas": bytes(webp[:12]) + canvas + bytes(webp[12:]),
        "png": _png(width * 1000, height * 1000, bytes(1000)),
        "tiff": b"II*\0" + struct.pack("<IHHHII", 8, 2, 256, 4, 1, width * 999),
    }
    name = tuple(files)[int(chance.integers(len(files)))]
    return Hostile(f"claims {name}", files[name])


def _bomb(chance: Chance) -> Hostile:
    """Small files that grow: all of one colour, much text, many pictures, deep notes."""
    match int(chance.integers(7)):
        case 0:  # as many pixels as are allowed, and a few more
            side = int(chance.integers(4000, 5400))
            return Hostile("bomb pixels", _png(side, side, bytes(side * (side + 1)), 8, 0))
        case 1:  # far more pixel data than the header's size needs
            return Hostile("bomb data", _png(100, 100, bytes(30_000_000)))
        case 2:
            text = _chunk(b"zTXt", b"note\0\0" + zlib.compress(bytes(40_000_000)))
            data = _modes()["png"][0]
            return Hostile("bomb text", data[:33] + text + data[33:])
        case 3:
            frame = b"\x2c\0\0\0\0\1\0\1\0\0\2\2\x44\1\0"
            head = b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff"
            return Hostile("bomb frames", head + frame * 20_000 + b";", right=UNREADABLE)
        case 4:
            scans = _modes()["progressive jpeg"][0]
            start = scans.index(b"\xff\xda")
            scan = scans[start : scans.index(b"\xff", start + 12)]
            return Hostile("bomb scans", scans[:start] + scan * 300)
        case 5:
            notes = b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + chance.bytes(4000)
            app = b"\xff\xe1" + struct.pack(">H", len(notes) + 2) + notes
            return Hostile("bomb notes", b"\xff\xd8" + app + _modes()["jpeg"][0][2:])
        case _:
            profile = _chunk(b"iCCP", b"p\0\0" + zlib.compress(bytes(40_000_000)))
            data = _modes()["png"][0]
            return Hostile("bomb profile", data[:33] + profile + data[33:])


def _thin(chance: Chance) -> Hostile:
    width, height = (int(v) for v in 2 ** chance.integers(0, 14, size=2))
    blank = Pillow.new("L", (width, height), int(chance.integers(256)))
    kind = ("JPEG", "PNG", "BMP", "WEBP", "GIF")[int(chance.integers(5))]
    allowed = width * height <= (MOST_PIXELS_JPEG if kind == "JPEG" else MOST_PIXELS)
    right = frozenset({"no_face"}) if allowed else UNREADABLE
    return Hostile(f"thin {kind.lower()}", _saved(blank, kind), right=right)


def _unfit(chance: Chance) -> Hostile:
    """Pictures that are whole and show no face that can be enrolled."""
    face = _face()
    two = Pillow.new("RGB", (face.width * 2, face.height))
    for x in (0, face.width):
        two.paste(face, (x, 0))
    far = Pillow.new("RGB", (800, 600), "gray")
    far.paste(face.resize((93, 100)), (300, 200))
    files = {
        "two": (two, "several_faces"),
        "blurred": (face.filter(ImageFilter.GaussianBlur(5)), "quality"),
        "dark": (face.point(lambda v: v * 0.12), "quality"),
        "far": (far, "quality"),
        "none": (face.crop((0, 0, 100, 70)), "no_face"),
    }
    name = tuple(files)[int(chance.integers(len(files)))]
    image, cause = files[name]
    return Hostile(
        f"unfit {name}", _saved(image, "PNG", compress_level=1), right=frozenset({cause})
    )


def _noise(chance: Chance) -> Hostile:
    shape = (*(int(v) for v in chance.integers(64, 400, size=2)), 3)
    image = Pillow.fromarray(chance.integers(0, 256, shape, np.uint8))
    return Hostile("noise", _saved(image, "JPEG"), right=ANY - GOOD)


def _held(chance: Chance) -> Hostile:
    """Turned by its notes, 1 to 8, and by values that do not exist."""
    value = int(chance.integers(0, 12))
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # Pillow's Transpose that the notes undo
    face = _face()
    if value in undo:
        face = face.transpose(Pillow.Transpose(undo[value]))
    notes = Pillow.Exif()
    notes[0x0112] = value
    kind = ("JPEG", "PNG", "WEBP")[int(chance.integers(3))]
    return Hostile(f"held {kind.lower()}", _saved(face, kind, exif=notes, quality=92), right=GOOD)


def _other(chance: Chance) -> Hostile:
    """Files that are no pictures, under a picture's name."""
    files = {
        "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
        "html": b"<!DOCTYPE html><script>alert(1)</script>",
        "pdf": b"%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj",
        "zip": b"PK\x03\x04" + chance.bytes(200),
        "elf": b"\x7fELF" + chance.bytes(500),
        "postscript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        "exr": b"\x76\x2f\x31\x01" + chance.bytes(300),
        "hdr": b"#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 9999 +X 9999\n" + chance.bytes(100),
        "empty": b"",
        "zeros": bytes(5000),
        "random": chance.bytes(int(chance.integers(1, 5000))),
        "text": "你好\n".encode() * 20,
    }
    name = tuple(files)[int(chance.integers(len(files)))]
    return Hostile(f"other {name}", files[name], right=UNREADABLE)


def _named(chance: Chance) -> Hostile:
    """A good picture under a difficult name."""
    names = (
        "new\nline.jpg",
        "quote'\"`$(x).jpg",
        "照片 🙂.jpg",
        "x" * 251 + ".jpg",
        "\udcff\udc80.jpg",
        "-rf.jpg",
        "%s%n.jpg",
        "\u202egpj.exe",
        "a\tb\x1b[2J.jpg",
        "..jpg",
    )
    name = names[int(chance.integers(len(names)))]
    return Hostile("name", _modes()["jpeg"][0], name, GOOD)


def _no_file(chance: Chance) -> Hostile:
    """What stands where a file should."""
    kinds: dict[str, Callable[[Path], object]] = {
        "pipe": os.mkfifo,
        "folder": Path.mkdir,
        "circle": lambda path: path.symlink_to(path),
        "zero": lambda path: path.symlink_to("/dev/zero"),
        "tty": lambda path: path.symlink_to("/dev/tty"),
        "memory": lambda path: path.symlink_to("/proc/self/mem"),
        "nothing": lambda path: None,
        "hollow": _hollow,
    }
    name = tuple(kinds)[int(chance.integers(len(kinds)))]
    return Hostile(f"no file {name}", right=UNREADABLE, make=kinds[name])


def _hollow(path: Path) -> None:
    """A terabyte that takes no room."""
    with path.open("wb") as file:
        file.truncate(2**40)


SPECIES: tuple[Callable[[Chance], Hostile], ...] = (
    _whole,
    _cut,
    _flipped,
    _torn,
    _spliced,
    _claimed,
    _cut,
    _flipped,
    _held,
    _thin,
    _other,
    _flipped,
    _bomb,
    _named,
    _torn,
    _cut,
    _noise,
    _no_file,
    _unfit,
    _claimed,
)
