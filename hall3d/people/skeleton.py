"""A person's joints: where they are at rest, and how angles turn into skinning matrices.

A person of 1.70 m faces +y with x to their right; at rest the arms hang 15 degrees out.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from hall3d.scene.mesh import Array

HEIGHT = 1.70
_TREE: Final = (
    # name, parent, rest position (metres)
    ("pelvis", "", (0.0, 0.0, 0.93)),
    ("spine", "pelvis", (0.0, -0.02, 1.03)),
    ("chest", "spine", (0.0, -0.025, 1.2)),
    ("neck", "chest", (0.0, -0.03, 1.43)),
    ("head", "neck", (0.0, -0.005, 1.52)),
    ("right_shoulder", "chest", (0.168, -0.02, 1.385)),
    ("right_elbow", "right_shoulder", (0.241, -0.02, 1.113)),
    ("right_wrist", "right_elbow", (0.303, -0.02, 0.882)),
    ("right_fingers", "right_wrist", (0.325, -0.02, 0.8)),
    ("left_shoulder", "chest", (-0.168, -0.02, 1.385)),
    ("left_elbow", "left_shoulder", (-0.241, -0.02, 1.113)),
    ("left_wrist", "left_elbow", (-0.303, -0.02, 0.882)),
    ("left_fingers", "left_wrist", (-0.325, -0.02, 0.8)),
    ("right_hip", "pelvis", (0.088, 0.0, 0.9)),
    ("right_knee", "right_hip", (0.088, 0.012, 0.49)),
    ("right_ankle", "right_knee", (0.088, -0.01, 0.085)),
    ("left_hip", "pelvis", (-0.088, 0.0, 0.9)),
    ("left_knee", "left_hip", (-0.088, 0.012, 0.49)),
    ("left_ankle", "left_knee", (-0.088, -0.01, 0.085)),
)
NAMES: Final = tuple(name for name, _, _ in _TREE)
COUNT: Final = len(NAMES)
JOINT: Final = {name: index for index, name in enumerate(NAMES)}
REST: Array = np.array([place for _, _, place in _TREE])
_PARENT: Final = tuple(JOINT.get(parent, -1) for _, parent, _ in _TREE)
_OFFSET: Array = np.array([REST[i] - (REST[p] if p >= 0 else 0.0) for i, p in enumerate(_PARENT)])

_SOLES: Array = np.array(
    [(x, y, 0.0) for x in (0.1, -0.1) for y in (-0.075, 0.06, 0.175)], dtype=float
)
_SOLE_JOINTS: Final = [JOINT["right_ankle"]] * 3 + [JOINT["left_ankle"]] * 3


def _levels() -> list[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """Joints by how far they are from the pelvis, each level with its parents."""
    depth = [0] * COUNT
    for i, parent in enumerate(_PARENT):
        depth[i] = 0 if parent < 0 else depth[parent] + 1
    by_depth = [[i for i in range(COUNT) if depth[i] == d] for d in range(1, max(depth) + 1)]
    return [(np.array(own), np.array([_PARENT[i] for i in own])) for own in by_depth]


_LEVELS: Final = _levels()


def rotations(angles: Array) -> Array:
    """Rotation matrices (n x 3 x 3, for column vectors) of angles n x 3: `pitch` about x swings a
    limb forward, `roll` about y, `turn` about z to the left; pitch after roll, turn last."""
    (cp, cr, ct), (sp, sr, st) = np.cos(angles).T, np.sin(angles).T
    made = np.empty((len(angles), 3, 3))
    made[:, 0, 0], made[:, 0, 1], made[:, 0, 2] = (
        ct * cr - st * sp * sr,
        -st * cp,
        ct * sr + st * sp * cr,
    )
    made[:, 1, 0], made[:, 1, 1], made[:, 1, 2] = (
        st * cr + ct * sp * sr,
        ct * cp,
        st * sr - ct * sp * cr,
    )
    made[:, 2, 0], made[:, 2, 1], made[:, 2, 2] = -cp * sr, sp, cp * cr
    return made


def skinning(pose: Array) -> Array:
    """Matrices that carry rest points into a pose: joints x 3 x 4.

    pose: (COUNT + 1) x 3, the angles (radians) of each joint and, last, how far the pelvis is
    shifted (metres).
    """
    turned = rotations(pose[:COUNT])
    world, place = turned.copy(), np.empty((COUNT, 3))
    place[0] = REST[0] + pose[COUNT]
    for own, parents in _LEVELS:
        above = world[parents]
        place[own] = place[parents] + (above @ _OFFSET[own, :, None])[:, :, 0]
        world[own] = above @ turned[own]
    made = np.empty((COUNT, 3, 4))
    made[:, :, :3] = world
    made[:, :, 3] = place - (world @ REST[:, :, None])[:, :, 0]
    return made


def grounded(pose: Array) -> Array:
    """The pose with the pelvis raised or lowered so that the lower foot stands on the floor."""
    made = skinning(pose)[_SOLE_JOINTS]
    soles = (made[:, :, :3] @ _SOLES[:, :, None])[:, :, 0] + made[:, :, 3]
    settled = pose.copy()
    settled[COUNT, 2] -= soles[:, 2].min()
    return settled
