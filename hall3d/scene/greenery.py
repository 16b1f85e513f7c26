"""Plants: leaves cut out of small cards, so that a full crown costs a hundred triangles."""

import numpy as np

from hall3d.plan.model import Block
from hall3d.scene.foliage import spray
from hall3d.scene.mesh import Array, Frame, Mesh, stack, unit
from hall3d.scene.palette import Palette
from hall3d.scene.shapes import box, turned

_TWIG, _FROND, _BROAD, _BLOSSOM = range(4)


def plant(mesh: Mesh, palette: Palette, block: Block, seed: int) -> None:
    """A palm or a fig tree, in turn."""
    (_palm, _tree)[seed % 2](mesh, palette, block, seed)


def _palm(mesh: Mesh, palette: Palette, block: Block, seed: int) -> None:
    """A kentia palm in a round pot: fronds that rise and bend over."""
    rng = np.random.default_rng(seed)
    x, y = block.centre
    _pot(mesh, palette, x, y, 0.27, 0.52)
    for i in range(13):
        direction = 2.4 * i + rng.uniform(-0.25, 0.25)
        rise = rng.uniform(0.35, 1.0)
        _bent(mesh, palette, (x, y, 0.5), direction, 1.0 + 0.75 * rise, 0.95 - 0.65 * rise, 0.34)


def _tree(mesh: Mesh, palette: Palette, block: Block, seed: int) -> None:
    """A fig tree in a square tub: slender stems below a round crown."""
    rng = np.random.default_rng(seed)
    x, y = block.centre
    half = (block.x1 - block.x0) / 2 - 0.02
    box(mesh, (x - half, y - half, 0.0), (x + half, y + half, 0.48), palette.stone_body, 0.02, 0.5)
    box(
        mesh,
        (x - half + 0.04, y - half + 0.04, 0.48),
        (x + half - 0.04, y + half - 0.04, 0.485),
        palette.soil,
        0.0,
        1.0,
        "Z",
    )
    for k in range(3):
        lean = 0.1 * np.array([np.cos(2.1 * k), np.sin(2.1 * k)])
        _stem(mesh, palette, (x, y, 0.48), (x + lean[0], y + lean[1], 1.5), 0.022)
    _crown(mesh, palette, (x, y, 1.62), (0.4, 0.4, 0.6), 40, rng)


def planter(mesh: Mesh, palette: Palette, block: Block, seed: int) -> None:
    """A stone trough of mixed shrubs, ferns and a few blossoms."""
    rng = np.random.default_rng(seed)
    x0, y0, x1, y1 = block.x0, block.y0, block.x1, block.y1
    low, high = (x0 + 0.04, y0 + 0.04, 0.0), (x1 - 0.04, y1 - 0.04, 0.06)
    box(mesh, low, high, palette.dark, 0.0, 2.0, "xXyY")
    box(mesh, (x0, y0, 0.06), (x1, y1, 0.46), palette.stone_body, 0.022, 0.4, "xXyYz")
    _rim(mesh, palette, block)
    count = 40
    for i in range(count):
        kind = (_TWIG, _FROND, _BLOSSOM, _TWIG, _FROND, _TWIG, _BROAD)[i % 7]
        across = (i * 0.618) % 1.0
        foot = (
            x0 + 0.12 + (x1 - x0 - 0.24) * (i + 0.5) / count,
            y0 + 0.12 + (y1 - y0 - 0.24) * across,
            0.42,
        )
        direction = (1 if across > 0.5 else -1) * np.pi / 2 + rng.uniform(-1.1, 1.1)
        tall = rng.uniform(0.4, 0.62) * (1.2 - 0.8 * abs(across - 0.5))
        _bent(mesh, palette, foot, float(direction), tall, rng.uniform(0.2, 0.75), 0.42, kind)


def posy(mesh: Mesh, palette: Palette, frame: Frame, tall: float, count: int) -> None:
    """A small plant in a pot, its foot at the frame's origin."""
    outer, mesh.frame = mesh.frame, frame
    turned(mesh, (0.0, 0.0), [(0.05, 0.0), (0.068, 0.11), (0.055, 0.11)], palette.pot, 8)
    for i in range(count):
        lean = 0.25 + 0.2 * (i % 3)
        kind = _BLOSSOM if i % 2 else _TWIG
        _bent(mesh, palette, (0.0, 0.0, 0.1), 2.4 * i, tall * 0.75, lean, 0.17, kind)
    mesh.frame = outer


def _pot(mesh: Mesh, palette: Palette, x: float, y: float, radius: float, tall: float) -> None:
    foot = [(radius * 0.72, 0.0), (radius * 0.76, 0.02), (radius * 0.97, tall * 0.9)]
    lip = [
        (radius, tall * 0.97),
        (radius, tall),
        (radius * 0.9, tall),
        (radius * 0.86, tall - 0.06),
    ]
    turned(mesh, (x, y), [*foot, *lip], palette.pot, 18)
    turned(mesh, (x, y), [(radius * 0.88, tall - 0.06), (0.0, tall - 0.05)], palette.soil, 10)


def _rim(mesh: Mesh, palette: Palette, block: Block) -> None:
    """A trough's upper edge, with the soil inside and a line of brass below it."""
    x0, y0, x1, y1 = block.x0, block.y0, block.x1, block.y1
    box(mesh, (x0, y0, 0.46), (x1, y1, 0.475), palette.stone_top, 0.0, 2.0, "Z")
    low, high = (x0 + 0.05, y0 + 0.05, 0.47), (x1 - 0.05, y1 - 0.05, 0.478)
    box(mesh, low, high, palette.soil, 0.0, 0.5, "Z")
    low, high = (x0 - 0.004, y0 - 0.004, 0.40), (x1 + 0.004, y1 + 0.004, 0.415)
    box(mesh, low, high, palette.brass, 0.0, 2.0, "xXyY")


def _stem(
    mesh: Mesh,
    palette: Palette,
    foot: tuple[float, float, float],
    top: tuple[float, float, float],
    radius: float,
) -> None:
    """A thin upright stem of four sides."""
    a, b = np.array(foot), np.array(top)
    angles = np.linspace(0, 2 * np.pi, 5)
    ring = np.stack([np.cos(angles), np.sin(angles), np.zeros(5)], 1)
    points = np.stack([a + radius * ring, b + 0.7 * radius * ring])
    mesh.add(
        points.reshape(-1, 3),
        np.tile(ring, (2, 1)),
        [[i, i + 1, i + 6] for i in range(4)] + [[i, i + 6, i + 5] for i in range(4)],
        palette.bark,
    )


def _crown(
    mesh: Mesh,
    palette: Palette,
    centre: tuple[float, float, float],
    half: tuple[float, float, float],
    count: int,
    rng: np.random.Generator,
) -> None:
    """Twigs that stand out of an ellipsoid, evenly spread, lit as if it were round."""
    order = np.arange(count) + 0.5
    z = 1 - 1.75 * order / count
    angle = np.pi * (1 + 5**0.5) * order
    level = np.sqrt(np.maximum(0.0, 1 - z**2))
    out = np.stack([level * np.cos(angle), level * np.sin(angle), z], 1)
    for way in out:
        foot = np.array(centre) + way * np.array(half) * 0.3
        way = unit((way + np.array([0, 0, 0.35]) + rng.normal(0, 0.18, 3))[None])[0]
        _card(mesh, palette, foot, way, 0.52, 0.46, rng.uniform(0, np.pi), np.array(centre))


def _card(
    mesh: Mesh,
    palette: Palette,
    foot: Array,
    way: Array,
    length: float,
    wide: float,
    roll: float,
    centre: Array,
) -> None:
    """One flat twig from `foot` along `way`, lit as part of the crown about `centre`."""
    helper = np.array([0.0, 0.0, 1.0]) if abs(way[2]) < 0.9 else np.array([1.0, 0.0, 0.0])
    side = unit(np.cross(way, helper)[None])[0]
    side = np.cos(roll) * side + np.sin(roll) * np.cross(way, side)
    across = side * wide / 2
    points = np.array([foot - across, foot + across, foot + way * length + across])
    points = np.concatenate([points, [foot + way * length - across]])
    out = unit(points - centre + np.array([0.0, 0.0, 0.15]))
    depth = np.clip(np.linalg.norm(points - centre, axis=1) / 0.75, 0.35, 1.0)
    u0, v0, u1, v1 = spray(_TWIG)
    uvs = [(u0, v0), (u1, v0), (u1, v1), (u0, v1)]
    shade = (0.42 + 0.62 * depth)[:, None] * palette.leaves.colour
    mesh.add(points, out, [[0, 1, 2], [0, 2, 3]], palette.leaves, uvs, shade)


def _bent(
    mesh: Mesh,
    palette: Palette,
    foot: tuple[float, float, float],
    direction: float,
    length: float,
    lean: float,
    wide: float,
    kind: int = _FROND,
) -> None:
    """A strip of three pieces that rises from `foot` and bends over towards `direction`."""
    t = np.linspace(0, 1, 4)
    reach, rise = lean * length * t**1.5, length * (t - 0.5 * lean * t**2.4)
    c, s = np.cos(direction), np.sin(direction)
    spine = np.stack([foot[0] + reach * c, foot[1] + reach * s, foot[2] + rise], 1)
    side = np.array([-s, c, 0.0]) * wide * (0.5 + 0.35 * length)
    points = np.stack([spine - side / 2, spine + side / 2], 1).reshape(-1, 3)
    u0, v0, u1, v1 = spray(kind)
    uvs = stack(np.tile([u0, u1], 4), np.repeat(v0 + t * (v1 - v0), 2))
    shade = np.repeat(0.4 + 0.65 * t, 2)[:, None] * palette.leaves.colour
    facing = unit(np.repeat(np.stack([0.4 * c + 0 * t, 0.4 * s + 0 * t, 0.7 + 0 * t], 1), 2, 0))
    strip = [[2 * i, 2 * i + 1, 2 * i + 3] for i in range(3)]
    strip += [[2 * i, 2 * i + 3, 2 * i + 2] for i in range(3)]
    mesh.add(points, facing, strip, palette.leaves, uvs, shade)
