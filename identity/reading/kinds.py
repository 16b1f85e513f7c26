"""What a file is that is no picture of a kind we take, told by its first bytes."""

_OURS = (b"\xff\xd8", b"\x89PNG", b"RIFF", b"BM", b"GIF8")

_BEGINNINGS = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"II+\x00", "a TIFF picture"),
    (b"MM\x00+", "a TIFF picture"),
    (b"\x76\x2f\x31\x01", "an OpenEXR picture"),
    (b"#?RADIANCE", "an HDR picture"),
    (b"8BPS", "a Photoshop document"),
    (b"\x00\x00\x00\x0cjP  ", "a JPEG 2000 picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"<", "a web page or a drawing"),
)
_BRANDS = {b"heic": "a HEIC picture", b"heix": "a HEIC picture", b"mif1": "a HEIC picture"}
_AVIF = {b"avif": "an AVIF picture", b"avis": "an AVIF picture"}


def damaged(data: bytes) -> bool:
    """Whether it begins like a picture of a kind we take."""
    return data.startswith(_OURS)


def kind(data: bytes) -> str:
    """In words, with its article."""
    if not data:
        return "an empty file"
    if data[4:8] == b"ftyp":
        return {**_BRANDS, **_AVIF}.get(data[8:12], "a video")
    known = (name for beginning, name in _BEGINNINGS if data.startswith(beginning))
    return next(known, "not a picture")
