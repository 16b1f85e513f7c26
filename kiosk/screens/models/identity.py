"""Who is there: what they have with them, a PIN, or their face."""

from typing import Any

from PySide6.QtCore import Signal

from kiosk.screens.models.base import Model, value


class WhoModel(Model):
    """Ways to say who one is, and the number typed where that is the way.

    A way is {"id": "type_number"|"demo_card"|"staff"|..., "icon", "title_id", "note_id"}.
    """

    ways: list[dict[str, Any]] = value([])
    entering = value(False)  # the number is being typed; QML clears it on its way back
    number = value("")  # what is already known of it
    error = value("")  # a text id or a text

    wayChosen = Signal(str)
    numberSubmitted = Signal(str)


class StepUpModel(Model):
    """A service needs a surer check: `unmet` when a face check did not reach it."""

    service = value("")  # its title
    faceOffered = value(False)
    movements = value(False)  # the face check asks for movements
    unmet = value(False)

    checkFace = Signal()
    useCard = Signal()


class PinModel(Model):
    """A masked PIN; `waitSeconds` counts a pause after too many wrong tries."""

    error = value("")
    triesLeft = value(0)  # shown when above 0
    waitSeconds = value(0)
    phoneOffered = value(False)

    submit = Signal(str)
    usePhone = Signal()


class PhoneModel(Model):
    """Stages: asking, waiting, refused, expired, limited, unreachable."""

    stage = value("asking")
    code = value("")  # two digits
    seconds = value(0)  # left of `total`
    total = value(0)

    again = Signal()
    otherWay = Signal()


class FaceModel(Model):
    """One capture: the picture comes from the frames, the words from cause ids."""

    stage = value("opening")  # "opening", "guiding", "deciding", "failed"
    guidance = value("")  # a cause id
    progress = value(0.0)  # 0..1
    liveness = value("enforced")  # or "not_enforced"; "" until it is known
    demonstrationCamera = value(False)
    challenge: dict[str, Any] = value({})  # {"kind", "step", "of", "seconds"}; {}: none
    lightAhead = value(False)  # the screen will shine in colours
    light = value("")  # #rrggbb around the face, now
    failure = value("")  # a cause id
    triesLeft = value(0)
    waitSeconds = value(0)

    retry = Signal()
    otherWay = Signal()
    stop = Signal()
