"""The window: the QML engine, every screen's view model, and the frames they show."""

import atexit
import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

# Before Qt starts: the hall is the only thing that needs a GPU, and it has a process of its own.
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("QT_IM_MODULE", "qtvirtualkeyboard")
os.environ.setdefault("QT_VIRTUALKEYBOARD_DESKTOP_DISABLE", "1")

import shiboken6
from PySide6.QtCore import (
    Q_ARG,
    QEvent,
    QMetaObject,
    QObject,
    QPoint,
    QPointF,
    Qt,
    QUrl,
)
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtQml import QQmlApplicationEngine, qmlRegisterType
from PySide6.QtQuick import QQuickItem, QQuickWindow

from foundation.paths import asset
from kiosk.screens import models
from kiosk.screens.frames import FrameItem, FrameSource
from kiosk.screens.language import Catalogues
from kiosk.screens.pictures import IconProvider, OwnProvider, QrProvider
from kiosk.screens.signature import SignaturePad

_HERE = Path(__file__).resolve().parent
_INPUT = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress}
_TOUCH_EVERY_S = 0.5


class Screens(QObject):
    """Everything a person sees and touches. Assign to the models; connect to their intents."""

    def __init__(self) -> None:
        running = QGuiApplication.instance()
        self.application = running or QGuiApplication(sys.argv[:1])
        super().__init__()
        self._engine = QQmlApplicationEngine(self)  # the first child: it goes before the models
        self.session = models.SessionModel(self)
        self.attract = models.AttractModel(self)
        self.enrol = models.EnrolModel(self)
        self.language = models.LanguageModel(self)
        self.consent = models.ConsentModel(self)
        self.who = models.WhoModel(self)
        self.pin = models.PinModel(self)
        self.phone = models.PhoneModel(self)
        self.face = models.FaceModel(self)
        self.stepUp = models.StepUpModel(self)
        self.hall = models.HallModel(self)
        self.services = models.ServicesModel(self)
        self.cases = models.CasesModel(self)
        self.case = models.CaseModel(self)
        self.data = models.DataModel(self)
        self.documents = models.DocumentsModel(self)
        self.coming = models.ComingModel(self)
        self.service = models.ServiceModel(self)
        self.question = models.QuestionModel(self)
        self.check = models.CheckModel(self)
        self.paused = models.PausedModel(self)
        self.resume = models.ResumeModel(self)
        self.sending = models.SendingModel(self)
        self.receipt = models.ReceiptModel(self)
        self.rating = models.RatingModel(self)
        self.staff = models.StaffModel(self)
        self.identity_frames = FrameSource(self)
        self.hall_frames = FrameSource(self)
        self.kept_pictures, self.taken_pictures = OwnProvider(), OwnProvider()
        self.warnings: list[str] = []
        self._touched_at = 0.0
        self._memory = TemporaryDirectory(prefix="atrium-keyboard-", ignore_cleanup_errors=True)
        atexit.register(self._memory.cleanup)
        self._catalogues = Catalogues()
        self._prepare()
        self.window = self._load()

    def show(self, kiosk: bool = False, size: tuple[int, int] = (1280, 720)) -> None:
        """Full screen for a kiosk, else a window of this size in pixels."""
        self.window.resize(*size)
        if kiosk:
            self.window.showFullScreen()
        else:
            self.window.show()

    def set_language(self, code: str) -> None:
        """Say everything in this language from now on; texts in the models stay as they are."""
        self._catalogues.use(code)
        self.session.language = code
        self._engine.retranslate()

    def reset(self) -> None:
        """Every model as it was in the beginning, but in the language that is spoken now."""
        language = self.session.language
        for model in self._models().values():
            model.reset()
        self.session.language = language

    def close(self) -> None:
        """Take the window and its engine away, before Python takes their parts away one by one."""
        self.window.removeEventFilter(self)
        self.window.close()
        shiboken6.delete(self._engine)
        self._catalogues.use("en")
        self._memory.cleanup()

    def grab(self, path: Path | str) -> None:
        """Write what the window shows as PNG."""
        if not self.window.grabWindow().save(str(path)):
            raise OSError(f"the picture {path} could not be written")

    def settled(self) -> bool:
        """Whether the page that was asked for is loaded and its fade is over."""
        return bool(self.window.property("settled"))

    def spoken(self) -> str:
        """The words of the page that a voice should read."""
        return str(self.window.property("spoken"))

    def find(self, name: str) -> QQuickItem | None:
        """The visible control of this objectName, or None."""
        return next(
            (i for i in _visible(self.window.contentItem()) if i.objectName() == name),
            None,
        )

    def centre(self, name: str) -> QPointF:
        """Where to press this control, in pixels of the window, turned to where it is in sight."""
        item = self.find(name)
        if item is None:
            raise LookupError(f"nothing named {name} is on the screen {self.session.screen}")
        QMetaObject.invokeMethod(self.window, "reveal", Q_ARG("QVariant", item))
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2))

    def click(self, name: str) -> None:
        """Press and let go in the middle of a control, as a finger would."""
        at = self.centre(name)
        self._mouse(QEvent.Type.MouseButtonPress, at, Qt.MouseButton.LeftButton)
        self._mouse(QEvent.Type.MouseButtonRelease, at, Qt.MouseButton.NoButton)

    def drag(self, name: str, points: Iterable[tuple[float, float]]) -> None:
        """Draw over a control without letting go; points are 0..1 of its width and height."""
        item = self.find(name)
        if item is None:
            raise LookupError(f"nothing named {name} is on the screen {self.session.screen}")
        way = [item.mapToScene(QPointF(x * item.width(), y * item.height())) for x, y in points]
        self._mouse(QEvent.Type.MouseButtonPress, way[0], Qt.MouseButton.LeftButton)
        for at in way[1:]:
            self._mouse(QEvent.Type.MouseMove, at, Qt.MouseButton.LeftButton)
        self._mouse(QEvent.Type.MouseButtonRelease, way[-1], Qt.MouseButton.NoButton)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notices that somebody is there."""
        if event.type() in _INPUT and time.monotonic() - self._touched_at > _TOUCH_EVERY_S:
            self._touched_at = time.monotonic()
            self.session.touched.emit()
        return False

    def _mouse(self, kind: QEvent.Type, at: QPointF, held: Qt.MouseButton) -> None:
        everywhere = QPointF(self.window.mapToGlobal(QPoint(0, 0))) + at
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        moves = kind == QEvent.Type.MouseMove
        pressed = Qt.MouseButton.NoButton if moves else button
        event = QMouseEvent(kind, at, everywhere, pressed, held, none)
        QGuiApplication.sendEvent(self.window, event)

    def _models(self) -> dict[str, models.Model]:
        found = {key: getattr(self, key) for key in vars(self)}
        return {key: it for key, it in found.items() if isinstance(it, models.Model)}

    def _prepare(self) -> None:
        FrameItem.sources = {"identity": self.identity_frames, "hall": self.hall_frames}
        qmlRegisterType(FrameItem, "Atrium.Frames", 1, 0, "FrameItem")  # type: ignore[call-overload]
        qmlRegisterType(SignaturePad, "Atrium.Ink", 1, 0, "SignaturePad")  # type: ignore[call-overload]
        self._engine.addImportPath(str(_HERE / "keyboard"))  # its style is found by its name
        self._engine.addImageProvider("icon", IconProvider())
        self._engine.addImageProvider("qr", QrProvider())
        self._engine.addImageProvider("kept", self.kept_pictures)
        self._engine.addImageProvider("taken", self.taken_pictures)
        self._engine.warnings.connect(self._warned)
        self._catalogues.use(self.session.language)

    def _load(self) -> QQuickWindow:
        self._engine.setInitialProperties(
            {
                "session": self.session,
                "models": self._models(),
                "memory": self._memory.name,
                "art": QUrl.fromLocalFile(f"{asset('art')}/"),
            }
        )
        self._engine.load(QUrl.fromLocalFile(str(_HERE / "Main.qml")))
        if not self._engine.rootObjects():
            raise RuntimeError("the screens do not load: " + "; ".join(self.warnings))
        window = self._engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        window.installEventFilter(self)
        return window

    def _warned(self, warnings: list[object]) -> None:
        self.warnings += [str(warning.toString()) for warning in warnings]  # type: ignore[attr-defined]


def _visible(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        if child.isVisible():
            yield child
            yield from _visible(child)
