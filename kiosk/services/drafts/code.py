"""The code of a draft: eight characters that nobody misreads, the last checks the others."""

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O, U."""

LENGTH = 8
_MISREAD = str.maketrans("ILO", "110")


def new_code() -> str:
    """A fresh code of 35 random bits."""
    digits = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1))
    return digits + _check(digits)


def read_code(typed: str) -> str | None:
    """A code as somebody types it: any case, spaces and hyphens, O for 0, I and L for 1; None when
    it cannot be one."""
    code = "".join(c for c in typed.upper() if not c.isspace() and c != "-").translate(_MISREAD)
    if len(code) != LENGTH or not set(code) <= set(ALPHABET):
        return None
    return code if _check(code[:-1]) == code[-1] else None


def shown_code(code: str) -> str:
    """As it is read out and printed: ABCD-EFGH."""
    return f"{code[:4]}-{code[4:]}"


def _check(digits: str) -> str:
    """ISO 7064's hybrid system for 32 characters: finds every single wrong one."""
    size = len(ALPHABET)
    product = size
    for digit in digits:
        total = (product + ALPHABET.index(digit)) % size or size
        product = total * 2 % (size + 1)
    return ALPHABET[(size + 1 - product) % size]
