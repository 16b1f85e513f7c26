"""How people hold themselves: standing, walking, sitting, and what they do with their arms."""

import numpy as np

from hall3d.people.skeleton import COUNT, JOINT, grounded
from hall3d.scene.mesh import Array

Bend = tuple[float, float, float]
"""Pitch (forward), roll and turn, degrees; roll and turn of a limb count towards the body."""


def stance(shift: Bend = (0.0, 0.0, 0.0), **bends: Bend) -> Array:
    """A pose from bends by joint name; a limb named without a side bends on both."""
    pose = np.zeros((COUNT + 1, 3))
    pose[COUNT] = shift
    for name, (pitch, roll, turn) in bends.items():
        for side, sign in (("right", 1.0), ("left", -1.0)):
            joint = JOINT.get(f"{side}_{name}")
            if joint is not None:
                pose[joint] = np.radians([pitch, sign * roll, sign * turn])
    for name, (pitch, roll, turn) in bends.items():
        if name in JOINT:
            sign = -1.0 if name.startswith("left_") else 1.0
            pose[JOINT[name]] = np.radians([pitch, sign * roll, sign * turn])
    return pose


def blended(start: Array, end: Array, share: float) -> Array:
    """Between two poses."""
    return start + (end - start) * share


def other_way_round(pose: Array) -> Array:
    """The pose as a looking glass shows it."""
    swapped = {name: name.replace("right", "left") for name in JOINT if name.startswith("right")}
    order = np.arange(COUNT + 1)
    for right, left in swapped.items():
        order[[JOINT[right], JOINT[left]]] = JOINT[left], JOINT[right]
    made = pose[order] * [1.0, -1.0, -1.0]
    made[COUNT] = pose[COUNT] * [-1.0, 1.0, 1.0]
    return np.asarray(made)


def standing() -> Array:
    """At ease with the weight on the right leg, one arm a little bent."""
    return grounded(
        stance(
            (0.022, 0.0, 0.0),
            pelvis=(0.0, 2.6, 0.0),
            spine=(1.0, -2.2, 0.0),
            chest=(2.0, -1.6, 0.0),
            neck=(4.0, 0.4, 0.0),
            head=(-5.0, 0.8, 0.0),
            right_shoulder=(2.0, 11.0, 0.0),
            left_shoulder=(4.0, 10.0, 0.0),
            right_elbow=(13.0, 1.0, 0.0),
            left_elbow=(18.0, 2.0, 0.0),
            fingers=(14.0, 10.0, 0.0),
            right_hip=(0.5, -3.5, -6.0),
            left_hip=(6.0, -5.0, -11.0),
            right_knee=(-1.0, 0.0, 0.0),
            left_knee=(-11.0, 0.0, 0.0),
            left_ankle=(5.0, 2.0, 0.0),
        )
    )


def hands_together() -> Array:
    """Standing with one hand laid in the other before the waist."""
    pose = standing()
    arms = stance(
        right_shoulder=(15.0, 9.0, 22.0),
        left_shoulder=(13.0, 9.0, 22.0),
        right_elbow=(50.0, 8.0, 20.0),
        left_elbow=(46.0, 8.0, 20.0),
        wrist=(-6.0, 8.0, 16.0),
        fingers=(6.0, 26.0, 0.0),
    )
    return _with_arms(pose, arms)


def showing() -> Array:
    """Standing, the right hand open towards what is to be seen."""
    pose = standing()
    arms = stance(
        right_shoulder=(34.0, -22.0, -32.0),
        right_elbow=(52.0, 0.0, -30.0),
        right_wrist=(8.0, -8.0, -60.0),
        right_fingers=(4.0, 0.0, 0.0),
        left_shoulder=(12.0, 10.0, 30.0),
        left_elbow=(62.0, 8.0, 14.0),
        left_fingers=(18.0, 16.0, 0.0),
    )
    return _with_arms(pose, arms)


def walking(phase: float, brisk: float = 1.0) -> Array:
    """One moment of a walk: phase 0..1 over two steps, brisk 0..1 its vigour."""
    swing = 2 * np.pi * phase
    reach = 14.0 + 11.0 * brisk
    pose = stance(
        pelvis=(-1.0 - 2.0 * brisk, 0.0, 5.0 * np.sin(swing)),
        spine=(-1.0, 0.0, -4.0 * np.sin(swing)),
        chest=(-1.0, 0.0, -6.0 * np.sin(swing)),
        neck=(3.0, 0.0, 2.5 * np.sin(swing)),
        head=(1.0, 0.0, 2.5 * np.sin(swing)),
    )
    for side, own in (("right", swing), ("left", swing + np.pi)):
        _step(pose, side, own, reach, brisk)
    return grounded(pose)


def _step(pose: Array, side: str, own: float, reach: float, brisk: float) -> None:
    """One side of a walk: the leg swings, the knee gives way, the arm answers."""
    sign = 1.0 if side == "right" else -1.0
    bend = 6.0 + (34.0 + 13.0 * brisk) * max(0.0, np.cos(own - 0.05)) ** 1.5
    hip = reach * np.sin(own) + 3.0
    heel = 14.0 * max(0.0, np.sin(own)) ** 3 - 26.0 * max(0.0, -np.sin(own + 0.25)) ** 3
    arm = -(13.0 + 11.0 * brisk) * np.sin(own)
    for name, bends in (
        ("hip", (hip, 2.2, -3.0)),
        ("knee", (-bend, 0.0, 0.0)),
        ("ankle", (bend - hip * 0.9 - 4.0 + heel if bend < 20 else heel, 0.0, 0.0)),
        ("shoulder", (arm, 8.5, 6.0)),
        ("elbow", (16.0 + 12.0 * brisk + 0.35 * arm, 2.0, 4.0)),
        ("fingers", (14.0, 14.0, 0.0)),
    ):
        pitch, roll, turn = bends
        pose[JOINT[f"{side}_{name}"]] = np.radians([pitch, sign * roll, sign * turn])


def sitting(seat: float = 0.45) -> Array:
    """On a seat whose top is `seat` metres high, the hands on the thighs."""
    return stance(
        (0.0, -0.02, seat + 0.1 - 0.93),
        pelvis=(-5.0, 0.0, 0.0),
        spine=(2.0, 0.0, 0.0),
        chest=(-4.0, 0.0, 0.0),
        neck=(2.0, 0.0, 0.0),
        hip=(92.0, -3.0, -4.0),
        knee=(-86.0, 0.0, 0.0),
        ankle=(2.0, 0.0, 0.0),
        shoulder=(24.0, 6.0, 14.0),
        elbow=(62.0, 4.0, 8.0),
        wrist=(-14.0, 0.0, 6.0),
        fingers=(14.0, 6.0, 0.0),
    )


def at_work(seat: float = 0.5) -> Array:
    """Sitting at a counter with the forearms on its top."""
    return _with_arms(
        sitting(seat),
        stance(
            right_shoulder=(30.0, 2.0, 24.0),
            left_shoulder=(27.0, 2.0, 26.0),
            elbow=(62.0, 4.0, 16.0),
            wrist=(-4.0, 0.0, 8.0),
            fingers=(12.0, 6.0, 0.0),
        ),
    )


def reading(seat: float = 0.45) -> Array:
    """Sitting, looking at something held in both hands."""
    pose = _with_arms(
        sitting(seat),
        stance(
            shoulder=(26.0, 8.0, 34.0),
            elbow=(84.0, 4.0, 14.0),
            wrist=(4.0, 0.0, 40.0),
            fingers=(34.0, 10.0, 0.0),
        ),
    )
    pose[JOINT["neck"]] = np.radians([-14.0, 0.0, 0.0])
    pose[JOINT["head"]] = np.radians([-13.0, 0.0, 4.0])
    return pose


def with_stick() -> Array:
    """An elder, a little bent, the right hand on a stick."""
    pose = grounded(
        stance(
            (0.0, 0.0, 0.0),
            pelvis=(-5.0, 1.0, 0.0),
            spine=(-7.0, 0.0, 0.0),
            chest=(-8.0, 0.0, 0.0),
            neck=(2.0, 0.0, 0.0),
            head=(13.0, 0.0, 0.0),
            hip=(9.0, -3.0, -8.0),
            knee=(-9.0, 0.0, 0.0),
            ankle=(4.0, 0.0, 0.0),
        )
    )
    return _with_arms(
        pose,
        stance(
            right_shoulder=(22.0, 6.0, -2.0),
            right_elbow=(34.0, 2.0, 4.0),
            right_wrist=(-24.0, 0.0, 0.0),
            right_fingers=(52.0, 0.0, 0.0),
            left_shoulder=(10.0, 9.0, 8.0),
            left_elbow=(20.0, 2.0, 6.0),
            left_fingers=(16.0, 12.0, 0.0),
        ),
    )


def leading_by_the_hand() -> Array:
    """Standing with the left hand held out a little, low, for a child's."""
    return _with_arms(
        standing(),
        stance(
            right_shoulder=(2.0, 8.5, 0.0),
            right_elbow=(14.0, 1.0, 0.0),
            right_fingers=(14.0, 10.0, 0.0),
            left_shoulder=(6.0, 0.0, 0.0),
            left_elbow=(10.0, -4.0, 0.0),
            left_fingers=(30.0, 10.0, 0.0),
        ),
    )


def hand_held() -> Array:
    """A child with the right hand raised into a grown-up's."""
    return _with_arms(
        standing(),
        stance(
            right_shoulder=(8.0, -30.0, 0.0),
            right_elbow=(14.0, -10.0, 0.0),
            right_fingers=(30.0, 0.0, 0.0),
            left_shoulder=(3.0, 8.0, 0.0),
            left_elbow=(16.0, 2.0, 0.0),
            left_fingers=(18.0, 12.0, 0.0),
        ),
    )


def _with_arms(pose: Array, arms: Array) -> Array:
    """A pose with the arms of another."""
    made = pose.copy()
    for name, index in JOINT.items():
        if name.endswith(("shoulder", "elbow", "wrist", "fingers")):
            made[index] = arms[index]
    return made
