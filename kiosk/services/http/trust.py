"""Whom a department's address is believed to be, and who the terminal says it is."""

import ssl
from dataclasses import dataclass
from pathlib import Path

import certifi


class TrustUnreadable(Exception):
    """A file of certificates cannot be used; the text says which."""


@dataclass(frozen=True)
class Trust:
    """authorities: a PEM file of the only authorities that count; None: those of the public web.
    certificate, key: PEM files by which the terminal shows who it is (mutual TLS)."""

    authorities: Path | None = None
    certificate: Path | None = None
    key: Path | None = None

    def context(self) -> ssl.SSLContext:
        """TLS 1.2 or later, name and chain checked. Raises TrustUnreadable."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        authorities = self.authorities or Path(certifi.where())
        try:
            context.load_verify_locations(authorities)
        except (OSError, ssl.SSLError) as broken:
            raise TrustUnreadable(f"{authorities} holds no certificates: {broken}") from broken
        if self.certificate is not None:
            try:
                context.load_cert_chain(self.certificate, self.key)
            except (OSError, ssl.SSLError) as broken:
                files = f"{self.certificate} and {self.key or self.certificate}"
                raise TrustUnreadable(
                    f"{files} are no certificate with its key: {broken}"
                ) from broken
        return context
