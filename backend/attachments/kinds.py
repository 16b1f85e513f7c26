"""What kind of file an attachment is by its own first bytes, whatever it is called."""

_BEGINNINGS = {
    "image/jpeg": b"\xff\xd8\xff",
    "image/png": b"\x89PNG\r\n\x1a\n",
    "application/pdf": b"%PDF-",
}
UNKNOWN = ""


def kind_of(beginning: bytes) -> str:
    """Its media type; "" for a kind that is not known here."""
    if beginning[:4] == b"RIFF" and beginning[8:12] == b"WEBP":
        return "image/webp"
    found = (kind for kind, magic in _BEGINNINGS.items() if beginning.startswith(magic))
    return next(found, UNKNOWN)


def fits(declared: str, kind: str) -> bool:
    """Whether a file may be called so: a known kind has its own name, and no other has it."""
    known = declared in _BEGINNINGS or declared == "image/webp"
    return declared == kind if known or kind != UNKNOWN else True
