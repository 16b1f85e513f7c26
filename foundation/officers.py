"""How an officer's tool on this machine finds the embedded back-end, and what it presents there."""

import base64
import os
from pathlib import Path

from foundation.paths import data_dir
from foundation.secrets import Vault

TOKEN = "ATRIUM_OFFICER_TOKEN"
_KEY_NAME = "officer-key"


def officer_token(vault: Vault) -> str:
    """The token that was given in the environment, else this machine's own."""
    return (
        os.environ.get(TOKEN) or base64.urlsafe_b64encode(vault.get_or_create(_KEY_NAME)).decode()
    )


def address_file() -> Path:
    """Where a running back-end writes its address."""
    return data_dir() / "backend.url"
