"""The screens before anyone is asked who they are."""

from PySide6.QtCore import Signal

from kiosk.screens.models.base import Model, value


class AttractModel(Model):
    """The welcome."""

    openUntil = value("")  # "17:30"
    ready = value(True)
    offerEnrol = value(False)  # nobody is enrolled yet and there is a camera

    begin = Signal()
    beginIn = Signal(str)  # a language
    enrolDemonstration = Signal()
    staffGesture = Signal()  # the emblem held for three seconds


class LanguageModel(Model):
    """Language and voice, before anything else. What is chosen now is in the session."""

    choose = Signal(str)
    continue_ = Signal()


class ConsentModel(Model):
    """Face or another way, of equal weight; `readNotice` opens the whole notice."""

    faceAvailable = value(True)
    faceReason = value("")  # a text id: why the face cannot be used now

    useFace = Signal()
    useOtherWay = Signal()
    readNotice = Signal()
