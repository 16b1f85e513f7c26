"""Where this terminal's outbox is, and what its key is called in the vault."""

from pathlib import Path

from foundation.paths import data_dir

KEY_NAME = "outbox-key"


def outbox_file() -> Path:
    """The outbox that window and courier share."""
    return data_dir() / "outbox.sqlite"
