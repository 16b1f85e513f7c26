"""The voice: says what a screen says, can be interrupted, and is silent where there is none."""

import logging
from typing import Any

from PySide6.QtCore import QLocale, QObject

log = logging.getLogger(__name__)

_ENGINE = "speechd"
"""Speech dispatcher; Qt's mock engine would speak to nobody."""


class Speaker(QObject):
    """One voice. The engine is loaded at the first word, for loading it takes a while."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice: Any = None
        self._tried = False

    def say(self, text: str, language: str) -> None:
        """Speak, in place of what is being said. Without an engine nothing happens."""
        voice = self._engine()
        if voice is None or not text:
            return
        voice.stop()
        voice.setLocale(QLocale(language))
        voice.say(text)

    def hush(self) -> None:
        """Stop speaking; no word of one person's screen reaches the next."""
        if self._voice is not None:
            self._voice.stop()

    def _engine(self) -> Any:
        if not self._tried:
            self._tried = True
            try:
                from PySide6.QtTextToSpeech import QTextToSpeech
            except ImportError as missing:
                log.info("no voice: %s", missing)
                return None
            if _ENGINE in QTextToSpeech.availableEngines():
                self._voice = QTextToSpeech(_ENGINE, self)
            else:
                log.info("no voice: the system has no speech dispatcher")
        return self._voice
