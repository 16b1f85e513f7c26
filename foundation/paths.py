"""Where Atrium keeps its files: data, caches, configuration, and the assets it ships."""

import os
import sys
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("atrium", appauthor=False)


def data_dir() -> Path:
    """The folder of everything that must survive a restart; made on first use, private."""
    return _private("data", _DIRS.user_data_path)


def cache_dir() -> Path:
    """The folder of what can be made again: prepared models, baked halls.

    ATRIUM_CACHE names it apart from ATRIUM_HOME, so that a throw-away home (the demo, a test)
    still finds what was prepared once.
    """
    named = os.environ.get("ATRIUM_CACHE")
    if named:
        return _made(Path(named))
    return _private("cache", _DIRS.user_cache_path)


def config_file() -> Path:
    """The operator's settings file; it need not exist."""
    return _private("config", _DIRS.user_config_path) / "config.toml"


def asset(*parts: str) -> Path:
    """A file or folder below assets/, in a checkout, an installed tree or a frozen bundle."""
    bundle = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) if bundle else Path(__file__).resolve().parent.parent
    return root.joinpath("assets", *parts)


def _private(name: str, default: Path) -> Path:
    home = os.environ.get("ATRIUM_HOME")
    return _made(Path(home) / name if home else default)


def _made(folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
