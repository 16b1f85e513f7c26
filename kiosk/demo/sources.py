"""Which camera enrols and which one visits."""

from dataclasses import dataclass

DEMONSTRATION = "demonstration"
ENROLMENT_FRAMES = 20


@dataclass(frozen=True)
class CameraPlan:
    """Camera sources as the identity process reads them."""

    enrol: str
    visit: str
    built_in: bool


def plan_cameras(camera: str | None, enrol_from: str | None) -> CameraPlan:
    """A camera of its own for enrolment leaves all of `camera` to the visit; without one, the
    first pictures of `camera` enrol and the later ones visit."""
    if camera is None:
        return CameraPlan(DEMONSTRATION, DEMONSTRATION, True)
    if enrol_from is not None:
        return CameraPlan(enrol_from, camera, False)
    if camera.isdigit() or "://" in camera:
        return CameraPlan(camera, camera, False)
    return CameraPlan(
        f"{camera}?first=0&count={ENROLMENT_FRAMES}", f"{camera}?first={ENROLMENT_FRAMES}", False
    )
