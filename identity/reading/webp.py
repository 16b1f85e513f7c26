"""The size of a WebP picture from its header: its decoder takes the memory before one can ask.

After https://developers.google.com/speed/webp/docs/riff_container.
"""

import struct


def webp_size(data: bytes) -> tuple[int, int] | None:
    """Width and height, pixels; None where it is no WebP file, or its header is damaged."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or len(data) < 30:
        return None
    match data[12:16]:
        case b"VP8X":
            width, height = (int.from_bytes(data[at : at + 3], "little") for at in (24, 27))
            return width + 1, height + 1
        case b"VP8L":
            (bits,) = struct.unpack_from("<I", data, 21)
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 ":
            width, height = struct.unpack_from("<HH", data, 26)
            return width & 0x3FFF, height & 0x3FFF
    return None
