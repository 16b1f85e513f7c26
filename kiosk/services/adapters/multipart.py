"""One file as multipart/form-data, RFC 7578 (domain)."""

import secrets


def multipart(field: str, name: str, media_type: str, content: bytes) -> tuple[bytes, str]:
    """(body, its Content-Type). name: of the file, as the person's own."""
    boundary = secrets.token_hex(16)
    shown = name.replace("\\", "_").replace('"', "%22").replace("\r", " ").replace("\n", " ")
    head = (
        f"--{boundary}\r\n"
        f'Content-Disposition: form-data; name="{field}"; filename="{shown}"\r\n'
        f"Content-Type: {media_type}\r\n\r\n"
    )
    body = head.encode() + content + f"\r\n--{boundary}--\r\n".encode()
    return body, f"multipart/form-data; boundary={boundary}"
