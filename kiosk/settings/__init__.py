"""What an operator may choose: one typed model, one TOML file."""

from kiosk.settings.file import Change, SettingsError, load, save
from kiosk.settings.model import Settings

__all__ = ["Change", "Settings", "SettingsError", "load", "save"]
