"""Where this terminal's outbox is, and what its key is called in the vault."""

from pathlib import Path

from foundation.paths import data_dir
from foundation.secrets import open_vault
from kiosk.services.outbox.clock import Clock
from kiosk.services.outbox.outbox import Outbox

KEY_NAME = "outbox-key"


def outbox_file() -> Path:
    """The outbox that window and courier share."""
    return data_dir() / "outbox.sqlite"


def open_terminals_outbox(clock: Clock | None = None) -> Outbox:
    """It, opened with the key from the vault. Raises VaultDamaged."""
    return Outbox(outbox_file(), open_vault().get_or_create(KEY_NAME), clock)
