"""A picture that somebody brings: its one good face, or what to bring instead."""

from identity.decisions.decision import Cause
from identity.errors import IdentityError
from identity.faces.detector import Detector
from identity.faces.measure import measure
from identity.process.capture import Look, Sight
from identity.quality.gates import ENROL_PICTURE, Advice, Gate
from identity.reading import read_picture, shown

SMALLEST = 64
"""Pixels of the shorter side. A face that can be enrolled is wider than this."""

_BRING = {
    Advice.TOO_FAR: "the face is too small; bring a larger picture, or one taken from nearer",
    Advice.TOO_NEAR: "the face does not fit in; bring one taken from further away",
    Advice.OFF_CENTRE: "the face is at the edge; bring one with the face in the middle",
    Advice.TURNED: "the face is turned; bring one that looks straight at the camera",
    Advice.TILTED: "the head is tilted; bring one with the head upright",
    Advice.DARK: "the face is too dark; bring one taken in better light",
    Advice.BRIGHT: "the face is too bright; bring one taken in softer light",
    Advice.UNEVEN_LIGHT: "one side of the face is dark; bring one with light from the front",
    Advice.BLURRED: "the face is blurred; bring a sharper one",
}


def look_at(path: str, detector: Detector, gate: Gate | None = ENROL_PICTURE) -> Sight:
    """Raises IdentityError `unreadable_picture`, `no_face`, `several_faces` or, unless `gate` is
    None, `quality`."""
    image = read_picture(path)
    height, width = image.shape[:2]
    if min(height, width) < SMALLEST:
        size = f"has only {width} x {height} pixels"
        raise IdentityError(Cause.NO_FACE, f"{shown(path)} {size}; bring a larger picture")
    look = Look(image, 0.0, detector.find(image))
    if look.several:
        why = "shows more than one person; bring one of this person alone"
        raise IdentityError(Cause.SEVERAL_FACES, f"{shown(path)} {why}")
    if look.face is None:
        why = "shows no face that can be found; bring one that looks straight at the camera"
        raise IdentityError(Cause.NO_FACE, f"{shown(path)} {why}")
    quality = measure(image, look.face)
    advice = gate.advice(quality) if gate else None
    if advice is not None:
        raise IdentityError(Cause.QUALITY, f"{shown(path)}: {advice}: {_BRING[advice]}")
    return Sight(image, 0.0, look.face, quality)
