"""The translation catalogues: English is in the screens, others in assets/translations."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

from foundation.paths import asset, cache_dir

LANGUAGES = ("zh_CN", "en")
"""Languages a person may choose, the first being the one a terminal starts in."""


class Catalogues:
    """Installs the translator of one language at a time."""

    def __init__(self) -> None:
        self._installed: QTranslator | None = None

    def use(self, language: str) -> None:
        """Translate into `language` from now on; the engine must be told to retranslate."""
        if language not in LANGUAGES:
            raise ValueError(f"no catalogue for {language}; there are {', '.join(LANGUAGES)}")
        if self._installed:
            QCoreApplication.removeTranslator(self._installed)
            self._installed = None
        if language != "en":
            translator = QTranslator()
            if not translator.load(str(compiled(language))):
                raise RuntimeError(f"the compiled catalogue of {language} cannot be read")
            QCoreApplication.installTranslator(translator)
            self._installed = translator


def compiled(language: str) -> Path:
    """The compiled catalogue, made of this .ts where none that is new enough was shipped."""
    source = asset("translations", f"atrium_{language}.ts")
    shipped = source.with_suffix(".qm")
    if _fresh(shipped, source):
        return shipped
    digest = hashlib.sha256(source.read_bytes()).hexdigest()[:16]
    made = cache_dir() / f"{shipped.stem}-{digest}.qm"  # several versions may share the cache
    if not made.exists():
        _compile(source, made)
    return made


def _fresh(made: Path, source: Path) -> bool:
    return made.exists() and made.stat().st_mtime >= source.stat().st_mtime


def _compile(source: Path, made: Path) -> None:
    import PySide6

    tool = Path(PySide6.__file__).parent / "lrelease"
    if not tool.exists():  # other platforms carry it elsewhere; the wrapper knows
        tool = Path(sys.executable).with_name("pyside6-lrelease")
    beside = made.with_suffix(f".{os.getpid()}")
    subprocess.run([tool, "-silent", source, "-qm", beside], check=True)
    beside.replace(made)
