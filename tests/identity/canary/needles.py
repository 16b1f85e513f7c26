"""What is looked for: byte strings, kept masked so that who looks does not carry them itself."""

import base64
import json
from pathlib import Path

import numpy as np

from identity.gallery.template import pack, unpack
from identity.pictures import Image, Vector

MASK = 0xA5
COLOUR = (37, 201, 143)
"""Of the stripe, BGR; nothing else on the terminal has it."""

_ROWS = (3, 66)
_LONG = 48

Needles = dict[str, bytes]


def template_needles(vector: Vector, mean: Vector) -> Needles:
    """The forms in which a template could lie about; each needle is a part of the middle.

    vector: one face's; mean: of several equal ones, which is what is stored.
    """
    small = pack(vector)[4:]
    forms = {
        "float32": vector.astype(np.float32).tobytes(),
        "float64": vector.astype(np.float64).tobytes(),
        "int8": small,
        "stored": pack(mean)[4:],
        "unpacked": unpack(pack(mean)).tobytes(),
    }
    found = {f"template {form}": data[30 : 30 + _LONG] for form, data in forms.items()}
    for shift in range(3):
        text = base64.b64encode(small[shift:])
        found[f"template base64 {shift}"] = text[8 : 8 + _LONG]
    found["template text"] = json.dumps(vector[20:23].tolist())[1:-1].encode()
    return found


def frame_needles(image: Image, corner: tuple[int, int]) -> Needles:
    """Rows of the corner (height, width) as cameras, previews and Qt keep pixels."""
    found: Needles = {}
    for row in _ROWS:
        bgr = image[row, 8 : corner[1] - 8].astype(np.uint8)
        alpha = np.full((len(bgr), 1), 255, np.uint8)
        rgb = bgr[:, ::-1]
        forms = {
            "BGR": bgr,
            "RGB": rgb,
            "BGRX": np.hstack([bgr, alpha]),
            "BGRX mirrored": np.hstack([bgr[::-1], alpha]),
        }
        for form, pixels in forms.items():
            found[f"frame {form} row {row}"] = pixels.tobytes()[: 2 * _LONG]
    return found


def stripe_needles() -> Needles:
    """Sixteen pixels of the stripe, as Qt keeps them; found however the picture is scaled."""
    return {"stripe BGRX": bytes((*COLOUR, 255)) * 16}


def mask(data: bytes) -> bytes:
    """The same bytes in a form that no search finds; twice gives them back."""
    return bytes(byte ^ MASK for byte in data)


def write_masked(needles: Needles, file: Path) -> None:
    """For the searching process."""
    file.write_text(json.dumps({name: mask(data).hex() for name, data in needles.items()}))


def read_masked(file: Path) -> Needles:
    """Still masked."""
    return {name: bytes.fromhex(text) for name, text in json.loads(file.read_text()).items()}
