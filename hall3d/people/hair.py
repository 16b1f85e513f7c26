"""Hair as a shell over the skull, combed or falling; buns, tails, a headscarf; glasses."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from hall3d.people.form import Level, Part, bump, chain, only, rings, rise, sheet, smooth
from hall3d.people.head import CROWN, placed, skull
from hall3d.people.looks import HairStyle, Looks
from hall3d.people.skeleton import COUNT, JOINT
from hall3d.scene.mesh import Array, rgb

# degrees from the middle of the face; the row of the head where the hair ends there
_LINES: dict[HairStyle, tuple[tuple[float, float], ...]] = {
    "short": (
        (0, 14.5), (30, 14.4), (46, 13.6), (58, 11.9), (70, 11.4), (79, 10.2), (87, 10.2),
        (97, 11.5), (112, 10.9), (122, 8.0), (145, 5.6), (180, 5.0),
    ),
    "crop": (
        (0, 14.7), (34, 14.6), (48, 13.4), (60, 12.4), (72, 11.3), (80, 10.0), (88, 10.2),
        (97, 11.3), (112, 10.8), (124, 7.4), (145, 5.2), (180, 5.0),
    ),
    "grey": (
        (0, 15.2), (22, 15.3), (36, 15.2), (50, 13.6), (62, 12.2), (72, 11.0), (80, 9.5),
        (88, 9.8), (97, 11.2), (112, 10.6), (124, 7.0), (145, 4.8), (180, 4.5),
    ),
    "thin": (
        (0, 16.0), (30, 15.9), (48, 14.8), (62, 12.8), (72, 11.6), (82, 10.0), (90, 10.2),
        (98, 11.2), (112, 10.6), (124, 7.2), (145, 5.0), (180, 4.8),
    ),
    "bun": (
        (0, 14.8), (25, 14.7), (42, 14.0), (56, 12.6), (68, 11.4), (78, 10.7), (86, 10.6),
        (96, 11.5), (112, 11.0), (124, 8.5), (145, 6.2), (180, 5.6),
    ),
    "tail": (
        (0, 14.8), (25, 14.7), (42, 14.0), (56, 12.6), (68, 11.6), (78, 10.7), (86, 10.6),
        (96, 11.5), (112, 11.0), (124, 8.5), (145, 6.2), (180, 5.6),
    ),
}  # fmt: skip
_THICK: dict[HairStyle, tuple[float, float, float]] = {
    # metres on top, at the sides, at the back
    "short": (0.019, 0.0075, 0.011),
    "crop": (0.009, 0.006, 0.007),
    "grey": (0.014, 0.009, 0.011),
    "thin": (0.003, 0.007, 0.008),
    "bun": (0.012, 0.007, 0.010),
    "tail": (0.012, 0.007, 0.011),
    "bob": (0.017, 0.016, 0.02),
    "long": (0.016, 0.014, 0.018),
    "scarf": (0.019, 0.014, 0.02),
}
# where falling hair ends, metres above the chin, by degrees from the middle of the face
_FALLS: dict[HairStyle, tuple[tuple[float, float], ...]] = {
    "bob": (
        (0, 0.196), (18, 0.192), (32, 0.172), (44, 0.12), (54, 0.045), (66, 0.012),
        (90, 0.002), (130, 0.0), (180, 0.0),
    ),
    "long": (
        (0, 0.2), (14, 0.197), (30, 0.18), (44, 0.135), (56, 0.06), (68, -0.06),
        (84, -0.11), (120, -0.14), (180, -0.15),
    ),
}  # fmt: skip


def build_hair(looks: Looks, level: Level) -> Iterator[Part]:
    """All that covers the head, and glasses."""
    if looks.style == "scarf":
        yield from _scarf(looks, level)
    elif looks.style in _FALLS:
        fall = _falling(looks, level)
        yield fall
        yield _lining(fall)
    else:
        yield _shell(looks, level)
    if looks.style == "bun":
        yield _ball(looks, level)
    if looks.style == "tail":
        yield _tail(looks, level)
    if looks.glasses and level == 0:
        yield from _glasses(looks)


def _angles(level: Level) -> Array:
    half = (
        [0, 14, 28, 41, 52, 63, 74, 83, 92, 103, 120, 140, 160, 180],
        [0, 30, 50, 75, 95, 130, 180],
        [0, 50, 90, 180],
    )[level]
    return np.array([*[-one for one in half[:0:-1]], *half], float)


def _thickness(degrees: Array, row: Array, looks: Looks) -> Array:
    top, side, back = _THICK[looks.style]
    a = np.abs(degrees)
    low = smooth(a, (0, 60, 100, 180), (top * 0.9, side, side, back))
    return np.asarray(low + (top - low) * rise(row, 13.0, 16.0))


def _shell(looks: Looks, level: Level) -> Part:
    """Combed hair that ends in a line on the skin."""
    degrees = _angles(level)[None]
    line = _LINES[looks.style]
    edge = np.interp(np.abs(degrees), [one[0] for one in line], [one[1] for one in line])
    share = np.array(
        ([0, 0.11, 0.27, 0.48, 0.7, 0.88, 1.0], [0, 0.35, 0.8, 1.0], [0, 0.6, 1.0])[level]
    )[:, None]
    row = CROWN - (CROWN - edge) * share
    thick = _thickness(degrees, row, looks) * smooth(share, (0, 0.5, 0.8, 1), (1, 0.95, 0.6, 0.05))
    if looks.style in ("short", "grey"):
        # a parting on the left; the fringe is brushed up and over to the right
        part = bump(degrees, row, (-33, 15.3), (7, 2.2))
        quiff = bump(degrees, row, (14, 15.2), (30, 1.1))
        thick = thick * (1 - 0.75 * part) + 0.007 * quiff * (looks.style == "short")
    return _cover(degrees, row, thick, looks)


def _cover(degrees: Array, row: Array, thick: Array, looks: Looks) -> Part:
    bare = skull(np.radians(degrees), row, looks)
    outward = bare - np.array([0.0, -0.005, 0.12])
    outward /= np.linalg.norm(outward, axis=-1, keepdims=True)
    points = bare + (thick + 0.0012)[..., None] * outward
    return _strands(points, looks)


def _strands(points: Array, looks: Looks) -> Part:
    inside = placed(np.array([0.0, -0.005, 0.1]), looks)
    colour = _colour(looks)
    rows, columns = points.shape[:2]
    u, v = np.meshgrid(np.linspace(0, 1, columns), np.linspace(0, 1, rows))
    return sheet(
        placed(points, looks), _follow, colour, "head", "hair", np.stack([u, v], -1), False, inside
    )


def _colour(looks: Looks) -> Array:
    return np.asarray(rgb(looks.hair) * 1.3 + 0.009)


def _follow(points: Array) -> Array:
    """Weights: hair follows the head; what falls on the shoulders follows the chest."""
    weights = np.zeros((len(points), COUNT))
    low = rise(-points[:, 2], -1.47, -1.38)
    weights[:, JOINT["head"]] = 1 - 0.75 * low
    weights[:, JOINT["chest"]] = 0.75 * low
    return weights


def _falling(looks: Looks, level: Level) -> Part:
    """Hair that hangs from the skull's widest part down to a line of its own."""
    degrees = _angles(level)[None]
    line = _FALLS[looks.style]
    foot = np.interp(np.abs(degrees), [one[0] for one in line], [one[1] for one in line])
    dense = np.linspace(CROWN, 3.0, 60)[:, None]
    bare = skull(np.radians(degrees), dense, looks)
    outward = bare - np.array([0.0, -0.005, 0.12])
    outward /= np.linalg.norm(outward, axis=-1, keepdims=True)
    over = bare + (_thickness(degrees, dense, looks) + 0.001)[..., None] * outward
    reach = np.maximum.accumulate(np.hypot(over[..., 0], over[..., 1]), axis=0)
    height = np.minimum.accumulate(over[..., 2], axis=0)
    share = np.array(
        ([0, 0.14, 0.3, 0.48, 0.66, 0.84, 1.0], [0, 0.25, 0.6, 1.0], [0, 0.4, 1.0])[level]
    )
    points = np.empty((len(share), degrees.shape[1], 3))
    for column, angle in enumerate(np.radians(degrees[0])):
        top = float(over[0, column, 2])
        z = top + (float(foot[0, column]) - top) * share**1.15
        close = np.interp(-z, -height[:, column], np.hypot(over[:, column, 0], over[:, column, 1]))
        far = np.interp(-z, -height[:, column], reach[:, column])
        hangs = rise(abs(angle), 0.75, 1.25)
        far = close + (far - close) * hangs - 0.004 * (1 - hangs)
        tucked = 1 - 0.14 * rise(0.06 - z, 0.0, 0.12) if looks.style == "bob" else 1 + 0 * z
        lie = 0.022 * rise(-z, -0.02, 0.1) * max(0.0, -np.cos(angle))
        points[:, column, 0] = far * tucked * np.sin(angle)
        points[:, column, 1] = far * tucked * np.cos(angle) - lie
        points[:, column, 2] = z
    front = np.abs(degrees[0]) < 60
    points[-1, front] -= 0.006 * np.stack(
        [
            np.sin(np.radians(degrees[0, front])),
            np.cos(np.radians(degrees[0, front])),
            0 * degrees[0, front],
        ],
        1,
    )
    return _strands(points, looks)


def _lining(outside: Part) -> Part:
    """The inner side of hair that hangs free."""
    return replace(
        outside,
        normals=-outside.normals,
        colours=0.5 * outside.colours,
        triangles=outside.triangles[:, ::-1],
    )


def _ball(looks: Looks, level: Level) -> Part:
    """A knot of hair high at the back, so that it shows from the front."""
    lift = np.linspace(-1, 1, (6, 4, 3)[level])
    around = np.sqrt(np.clip(1 - lift**2, 0.003, 1))
    path = np.array([0.0, -0.088, 0.218]) + lift[:, None] * np.array([0.0, -0.016, 0.024])
    half = 0.037 * around
    points = rings(path, np.stack([half, half], 1), (9, 6, 4)[level], (1.0, 0.0, 0.0))
    return sheet(placed(points, looks), only("head"), _colour(looks), "head", "hair")


def _tail(looks: Looks, level: Level) -> Part:
    """Hair gathered high at the back and hanging down."""
    place = [
        (-0.098, 0.158),
        (-0.125, 0.16),
        (-0.142, 0.135),
        (-0.143, 0.09),
        (-0.136, 0.03),
        (-0.13, -0.02),
        (-0.128, -0.045),
    ]
    path = np.array([(0.0, y, z) for y, z in place])
    half = np.array([0.015, 0.02, 0.025, 0.027, 0.023, 0.014, 0.003])
    points = rings(path, np.stack([half, half * 0.8], 1), (7, 5, 3)[level], (1.0, 0.0, 0.0))
    return sheet(placed(points, looks), only("head"), _colour(looks), "head", "hair")


def _scarf(looks: Looks, level: Level) -> Iterator[Part]:
    """A headscarf: close about the face, draped over the neck and the shoulders' front."""
    degrees = _angles(level)[None]
    line = (
        (0, 15.0),
        (24, 14.8),
        (40, 13.6),
        (52, 11.5),
        (60, 9.0),
        (64, 6.5),
        (72, 4.0),
        (90, 3.0),
        (180, 3.0),
    )
    edge = np.interp(np.abs(degrees), [one[0] for one in line], [one[1] for one in line])
    share = np.array(([0, 0.2, 0.44, 0.7, 0.92, 1.0], [0, 0.35, 0.8, 1.0], [0, 0.6, 1.0])[level])[
        :, None
    ]
    row = CROWN - (CROWN - edge) * share
    thick = _thickness(degrees, row, looks) * smooth(share, (0, 0.95, 1), (1, 0.8, 0.35))
    bare = skull(np.radians(degrees), row, looks)
    outward = bare - np.array([0.0, -0.005, 0.12])
    outward /= np.linalg.norm(outward, axis=-1, keepdims=True)
    points = placed(bare + thick[..., None] * outward, looks)
    inside = placed(np.array([0.0, -0.005, 0.1]), looks)
    colour = rgb(looks.hair)
    yield sheet(points, only("head"), colour, "head", "cloth", None, False, inside)
    z = np.array([0.05, 0.02, -0.015, -0.05, -0.08, -0.098]) + 1.473
    wide = np.array([0.075, 0.074, 0.073, 0.088, 0.12, 0.126])
    deep = np.array([0.074, 0.082, 0.08, 0.086, 0.1, 0.104])
    path = np.stack([np.zeros(6), np.array([-0.004, -0.006, -0.012, -0.016, -0.012, -0.012]), z], 1)
    drape = rings(path, np.stack([wide, deep], 1), (14, 8, 6)[level], (1.0, 0.0, 0.0))
    turn = np.linspace(0, 2 * np.pi, drape.shape[1])
    # open under the chin
    ahead = np.clip(drape[..., 1] / 0.07, 0, 1) ** 2
    drape[..., 2] -= ahead * np.array([0.062, 0.034, 0.006, 0, 0, 0])[:, None]
    drape[..., 2] += 0.012 * np.sin(turn) * np.linspace(1, -1, 6)[:, None]
    yield sheet(drape, chain(("chest", "neck", "head"), 0.05), colour, "torso", "cloth")


def _glasses(looks: Looks) -> Iterator[Part]:
    """Two thin rims, a bridge and the temples."""
    colour = rgb("2A2523")
    turn = np.linspace(0, 2 * np.pi, 13)
    for side in (-1.0, 1.0):
        rows = []
        for grow in (1.0, 1.09):
            x = side * 0.0325 + 0.0235 * grow * np.sign(np.cos(turn)) * np.abs(np.cos(turn)) ** 0.8
            z = 0.1105 + 0.018 * grow * np.sign(np.sin(turn)) * np.abs(np.sin(turn)) ** 0.8
            y = 0.1045 - 4.2 * x**2
            rows.append(np.stack([x, y, z], 1))
        yield _frame(np.stack(rows), looks, colour)
        bar = np.array(
            [
                [(0.055, 0.0925, 0.1165), (0.0745, 0.055, 0.116), (0.0755, 0.0, 0.1135)],
                [(0.055, 0.0925, 0.1125), (0.0745, 0.055, 0.1125), (0.0755, 0.0, 0.11)],
            ]
        )
        yield _frame(bar * [side, 1, 1], looks, colour)
    bridge = np.array(
        [
            [(-0.0095, 0.106, 0.1155), (0.0, 0.1085, 0.117), (0.0095, 0.106, 0.1155)],
            [(-0.0095, 0.106, 0.1125), (0.0, 0.1085, 0.114), (0.0095, 0.106, 0.1125)],
        ]
    )
    yield _frame(bridge, looks, colour)


def _frame(points: Array, looks: Looks, colour: Array) -> Part:
    inside = placed(np.array([0.0, 0.0, 0.11]), looks)
    return sheet(placed(points, looks), only("head"), colour, "head", closed=False, outward=inside)
