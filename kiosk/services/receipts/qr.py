"""The receipt as a QR code: the JWS itself, so that a scan alone can be verified offline."""

import segno


def qr_rows(receipt: str) -> list[str]:
    """One string of 0 and 1 for each row, with a quiet zone of 4 modules around."""
    code = segno.make_qr(receipt, error="l", mode="byte", boost_error=True)
    return ["".join("1" if dark else "0" for dark in row) for row in code.matrix_iter(border=4)]
