"""What a person gets when they are erased: a signed word that their key was destroyed.

A compact JWS (EdDSA) that says nothing personal. Anybody with this terminal's public key can check
it, now or in ten years; `atrium receipt verify` does it without any network.
"""

import json
from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from joserfc import jws
from joserfc.jwk import OKPKey

from foundation.secrets import Vault
from foundation.secrets.sealed import write_private
from identity.gallery.store import Destroyed

KEY_NAME = "erasure-receipt-key"
TYPE = "atrium-erasure"
_ALGORITHM = "EdDSA"

# RFC 9864 renames the algorithm; the verifiers that citizens have today know the old name.
jws.JWSRegistry.algorithms["EdDSA"].security_warning = None


class Notary:
    """Signs with a key that never leaves the vault, and pins the public one in a file."""

    def __init__(self, vault: Callable[[], Vault], pinned: Path) -> None:
        """pinned: the JWK set of this terminal's public keys, for those who check receipts."""
        self._vault, self._pinned = vault, pinned

    def receipt(self, destroyed: Destroyed) -> str:
        """The receipt as a compact JWS."""
        key = self._key()
        claims = {
            "iss": f"terminal:{key.thumbprint()[:16]}",
            "sub": destroyed.subject,
            "models": [{"name": name, "version": version} for name, version in destroyed.models],
            "templates": destroyed.templates,
            "key_sha256": destroyed.key_sha256,
            "erased_at": destroyed.at,
        }
        header = {"alg": _ALGORITHM, "typ": TYPE, "kid": key.thumbprint()}
        body = json.dumps(claims, sort_keys=True, separators=(",", ":")).encode()
        return jws.serialize_compact(header, body, key, algorithms=[_ALGORITHM])

    def _key(self) -> OKPKey:
        # the seed alone is kept; the rest follows from it
        seed = self._vault().get_or_create(KEY_NAME)
        key = OKPKey.import_key(Ed25519PrivateKey.from_private_bytes(seed))
        public = {name: str(value) for name, value in key.as_dict(private=False).items()}
        self._pin({**public, "kid": key.thumbprint(), "use": "sig"})
        return key

    def _pin(self, public: dict[str, str]) -> None:
        known = _keys(self._pinned)
        if public not in known:
            self._pinned.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            others = [one for one in known if one.get("kid") != public["kid"]]
            text = json.dumps({"keys": [*others, public]}, indent=2)
            write_private(self._pinned, text.encode())


def _keys(pinned: Path) -> list[dict[str, str]]:
    """What is pinned; nothing where the file is damaged, because all that belongs there follows
    from the vault and is written again."""
    try:
        keys: list[dict[str, str]] = json.loads(pinned.read_bytes())["keys"]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return keys
