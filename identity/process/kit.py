"""The networks of this process, loaded when they are first needed."""

from pathlib import Path

from identity.decisions.decision import EngineInfo
from identity.faces.detector import Detector
from identity.faces.engine import Engine, engine_info, open_engine
from identity.liveness.passive import PassivePair


class Kit:
    """Used by the working thread; `info` and `pair` also by others."""

    def __init__(self, engine: str, models: Path | None) -> None:
        """engine: one of faces.engine.ENGINES; models: a folder that is searched first."""
        self.info: EngineInfo = engine_info(engine)
        self._name, self._models = engine, models
        self._detector: Detector | None = None
        self._engine: Engine | None = None
        self._pair = PassivePair(models)

    @property
    def detector(self) -> Detector:
        """The face detector."""
        if self._detector is None:
            self._detector = Detector()
        return self._detector

    @property
    def engine(self) -> Engine:
        """The engine that compares."""
        if self._engine is None:
            self._engine = open_engine(self._name)
        return self._engine

    @property
    def pair(self) -> PassivePair:
        """The liveness pair; looked for again while it is missing, because staff may bring it."""
        if not self._pair.available:
            self._pair = PassivePair(self._models)
        return self._pair

    def warm(self) -> None:
        """Load everything now, so that the first capture does not wait."""
        _ = self.detector, self.engine
        self.pair.load()
