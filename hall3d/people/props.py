"""What people have with them: a stick, a wheelchair, something to read, a phone."""

from collections.abc import Iterator

import numpy as np

from hall3d.people.form import Level, Part, only, rings, sheet
from hall3d.people.looks import Looks
from hall3d.people.skeleton import JOINT, REST
from hall3d.scene.mesh import Array, rgb


def build_props(looks: Looks, joints: Array, level: Level) -> Iterator[Part]:
    """What goes with somebody whose stance has these skinning matrices."""
    if looks.carries == "stick":
        yield from _stick(joints, level)
    elif looks.carries == "wheelchair":
        yield from _wheelchair(joints, level)
    elif looks.carries == "leaflet":
        yield _leaflet(joints)
    elif looks.carries == "phone":
        yield _phone(joints)


def _held(points: Array, joints: Array, joint: str, colour: str, closed: bool = True) -> Part:
    """A sheet that stands where it is in the stance, and follows a joint from there."""
    own = joints[JOINT[joint]]
    rest = (points - own[:, 3]) @ own[:, :3]
    return sheet(rest, only(joint), rgb(colour), "head", closed=closed)


def _moved(joints: Array, joint: str) -> Array:
    own = joints[JOINT[joint]]
    return np.asarray(own[:, :3] @ REST[JOINT[joint]] + own[:, 3])


def _stick(joints: Array, level: Level) -> Iterator[Part]:
    """A walking stick from the right hand to the floor, with a bent handle."""
    hand = _moved(joints, "right_fingers")
    foot = np.array([hand[0] + 0.05, hand[1] + 0.1, 0.0])
    top = hand + np.array([0.0, 0.01, 0.03])
    segments = (6, 4, 3)[level]
    shaft = np.stack([foot, foot + 0.02 * (top - foot), top])
    half = np.array([0.012, 0.008, 0.009])
    yield _held(
        rings(shaft, np.stack([half, half], 1), segments, (1, 0, 0)),
        joints,
        "right_wrist",
        "4A3322",
    )
    bend = top + np.array(
        [(0, -0.012, -0.012), (0, -0.005, 0.012), (0, 0.03, 0.018), (0, 0.075, 0.0)]
    )
    half = np.full(4, 0.0105)
    yield _held(
        rings(bend, np.stack([half, half], 1), segments, (1, 0, 0)), joints, "right_wrist", "5A3E2A"
    )


def _wheelchair(joints: Array, level: Level) -> Iterator[Part]:
    """Wheels with rims, a seat, a back with handles, foot rests; about somebody who sits."""
    hip = _moved(joints, "pelvis")
    seat = hip[2] - 0.12
    segments = (16, 10, 7)[level]
    for side in (-1.0, 1.0):
        centre = np.array([side * 0.3, hip[1] - 0.06, 0.3])
        yield _held(_wheel(centre, 0.3, 0.016, segments), joints, "pelvis", "23262A")
        if level < 2:
            rim = centre + np.array([side * 0.035, 0.0, 0.0])
            yield _held(_wheel(rim, 0.265, 0.008, segments), joints, "pelvis", "9A9D9F")
            small = np.array([side * 0.24, hip[1] + 0.42, 0.075])
            yield _held(_wheel(small, 0.065, 0.02, 8), joints, "pelvis", "23262A")
            yield _held(_spokes(centre, 0.27), joints, "pelvis", "8D9194", closed=False)
        bar = [
            (side * 0.25, hip[1] - 0.2, 0.98),
            (side * 0.25, hip[1] - 0.2, seat),
            (side * 0.25, hip[1] + 0.4, seat - 0.03),
            (side * 0.2, hip[1] + 0.56, 0.1),
        ]
        yield _held(_tube(bar, 0.014, (5, 4, 3)[level]), joints, "pelvis", "5E6468")
        arm = [(side * 0.27, hip[1] - 0.18, seat + 0.2), (side * 0.27, hip[1] + 0.2, seat + 0.2)]
        yield _held(_tube(arm, 0.024, (5, 4, 3)[level]), joints, "pelvis", "2B2E31")
    sides = (8, 6, 4)[level]
    cushion = [(0.0, hip[1] - 0.18, seat - 0.01), (0.0, hip[1] + 0.32, seat - 0.01)]
    yield _held(_slab(cushion, 0.23, 0.035, sides), joints, "pelvis", "2F4A4A")
    back = [(0.0, hip[1] - 0.2, seat), (0.0, hip[1] - 0.24, seat + 0.46)]
    yield _held(_slab(back, 0.23, 0.022, sides), joints, "pelvis", "2F4A4A")
    feet = [(0.0, hip[1] + 0.5, 0.07), (0.0, hip[1] + 0.68, 0.09)]
    yield _held(_slab(feet, 0.2, 0.012, sides), joints, "pelvis", "3A3D40")


def _wheel(centre: Array, radius: float, half: float, segments: int) -> Array:
    """A tyre that stands along y."""
    turn = np.linspace(0, 2 * np.pi, segments + 1)
    out = np.stack([0 * turn, np.cos(turn), np.sin(turn)], 1)
    across = np.array([1.0, 0.0, 0.0])
    rows = [
        centre + radius * out + half * (c * across + s * out)
        for c, s in ((1, 0), (-0.5, 0.87), (-0.5, -0.87), (1, 0))
    ]
    return np.stack(rows, 1)


def _spokes(centre: Array, radius: float) -> Array:
    """A pair of crossed bars in a wheel, as one thin sheet folded at the hub."""
    turn = np.radians([20, 26, 140, 146, 260, 266])
    rim = centre + radius * np.stack([0 * turn, np.cos(turn), np.sin(turn)], 1)
    return np.stack([rim, np.broadcast_to(centre, rim.shape)])


def _tube(path: list[tuple[float, float, float]], half: float, segments: int) -> Array:
    return rings(path, np.full((len(path), 2), half), segments, (1.0, 0.0, 0.0))


def _slab(
    ends: list[tuple[float, float, float]], wide: float, thick: float, segments: int
) -> Array:
    """A cushion between two ends, its edges rounded."""
    start, end = np.array(ends)
    path = start + np.array([0.0, 0.02, 0.98, 1.0])[:, None] * (end - start)
    radii = np.array([(0.9, 0.1), (1.0, 1.0), (1.0, 1.0), (0.9, 0.1)]) * [wide, thick]
    return rings(path, radii, segments, (1.0, 0.0, 0.0), 5.0)


def _phone(joints: Array) -> Part:
    """A phone in the right hand."""
    hand = _moved(joints, "right_fingers") + np.array([-0.03, 0.04, 0.03])
    ends = [tuple(hand - np.array([0.0, 0.02, 0.05])), tuple(hand + np.array([0.0, 0.06, 0.1]))]
    return _held(_slab(ends, 0.036, 0.005, 4), joints, "right_wrist", "202326")


def _leaflet(joints: Array) -> Part:
    """A folded sheet of paper between the hands."""
    left, right = _moved(joints, "left_fingers"), _moved(joints, "right_fingers")
    middle = (left + right) / 2 + [0.0, 0.02, 0.02]
    up = np.array([0.0, 0.09, 0.12])
    rows = [
        [middle + [x, 0.012 * (x == 0), 0] + up * share for x in (-0.11, 0.0, 0.11)]
        for share in (-0.5, 0.9)
    ]
    return _held(np.array(rows), joints, "right_wrist", "E9E5DA", closed=False)
