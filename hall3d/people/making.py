"""Makes a figure: parts joined, lit in a stance, with one picture; near and far versions."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from hall3d.people import studio
from hall3d.people.clothing import torso_picture
from hall3d.people.complexion import face_picture
from hall3d.people.figure import Figure, Form
from hall3d.people.form import Chart, Level, Part
from hall3d.people.hair import build_hair
from hall3d.people.head import build_head
from hall3d.people.limbs import build_arms, build_legs
from hall3d.people.looks import Looks
from hall3d.people.props import build_props
from hall3d.people.skeleton import COUNT, HEIGHT, skinning
from hall3d.people.torso import build_torso
from hall3d.scene.mesh import Array

PICTURE = 512
LEVELS: tuple[Level, ...] = (0, 1, 2)
_PLACES: dict[Chart, tuple[float, float, float, float]] = {
    # left, low, wide, high on the figure's picture
    "face": (0.0, 0.5, 0.5, 0.5),
    "torso": (0.5, 0.0, 0.5, 1.0),
    "hair": (0.0, 0.25, 0.5, 0.25),
    "cloth": (0.0, 0.125, 0.5, 0.125),
    "plain": (0.25, 0.0625, 0.0, 0.0),
}
_BRIGHTEST = 248 / 255
"""The rasteriser's interpolation overshoots a little; past 255 a colour would wrap round."""


def build_figure(looks: Looks, pose: Array, whole: bool = True) -> Figure:
    """A person lit as they look in a pose; without legs where `whole` is False."""
    joints = skinning(pose)
    shade = studio.Shade(joints)
    near, middle, far = (
        _joined(list(_parts(looks, joints, one, whole)), joints, shade) for one in LEVELS
    )
    return Figure((near, middle, far), _picture(looks, shade), looks.tall / HEIGHT)


def _parts(looks: Looks, joints: Array, level: Level, whole: bool) -> Iterator[Part]:
    yield build_torso(looks, level)
    yield from build_arms(looks, level)
    if whole:
        yield from build_legs(looks, level)
    yield from build_head(looks, level)
    yield from build_hair(looks, level)
    yield from build_props(looks, joints, level)


def _joined(parts: list[Part], joints: Array, shade: studio.Shade) -> Form:
    starts = np.cumsum([0, *(len(part.points) for part in parts)])
    posed = [_posed(part, joints) for part in parts]
    return Form(
        np.concatenate([part.points for part in parts]).astype(np.float32),
        np.concatenate([points for points, _ in posed]).astype(np.float32),
        np.concatenate([part.weights for part in parts]).astype(np.float32),
        np.concatenate(
            [_shaded(part, *one, shade) for part, one in zip(parts, posed, strict=True)]
        ).astype(np.float32),
        np.concatenate([_placed(part) for part in parts]).astype(np.float32),
        np.concatenate(
            [part.triangles + np.uint32(start) for part, start in zip(parts, starts, strict=False)]
        ),
    )


def _posed(part: Part, joints: Array) -> tuple[Array, Array]:
    """A part's points and normals in a stance."""
    blend = (part.weights @ joints.reshape(COUNT, 12)).reshape(-1, 3, 4)
    points = (blend[:, :, :3] @ part.points[:, :, None])[:, :, 0] + blend[:, :, 3]
    return points, (blend[:, :, :3] @ part.normals[:, :, None])[:, :, 0]


def _shaded(part: Part, points: Array, normals: Array, shade: studio.Shade) -> Array:
    """Colours as shown: what has its light in the picture stays white."""
    if part.chart in ("face", "torso"):
        return np.full((len(part.points), 3), _BRIGHTEST)
    room, key = shade.on(points, normals, part.limb)
    light = studio.lit(normals, room, key)
    return np.asarray(np.clip(studio.shown(light, part.colours) * 1.08, 0, _BRIGHTEST))


def _placed(part: Part) -> Array:
    left, low, wide, high = _PLACES[part.chart]
    inset = 0.5 + (part.uvs - 0.5) * 0.985
    return np.asarray(np.array([left, low]) + inset * np.array([wide, high]))


def _picture(looks: Looks, shade: studio.Shade) -> NDArray[np.uint8]:
    half = PICTURE // 2
    whole = np.ones((PICTURE, PICTURE, 3))
    whole[half:, :half] = face_picture(looks, half)
    whole[:, half:] = torso_picture(looks, (PICTURE, half), shade)
    whole[half // 2 : half, :half] = _strands(half // 2, half)
    whole[half // 4 : half // 2, :half] = _cloth(half // 4, half)
    whole = np.clip(whole, 0, 1)[::-1, :, ::-1]
    return np.ascontiguousarray((whole * 255 + 0.5).astype(np.uint8))


def _strands(high: int, wide: int) -> Array:
    """Combed hair: fine streaks along v, a soft band of light below the crown."""
    rng = np.random.default_rng(7)
    streaks = rng.uniform(0, 1, wide)
    broad = np.convolve(np.tile(streaks, 3), np.ones(9) / 9, "same")[wide : 2 * wide]
    shade = 0.62 + 0.2 * streaks + 0.45 * (broad - 0.5)
    v = np.linspace(0, 1, high)[:, None]
    band = np.exp(-(((v - 0.3 - 0.03 * (broad - 0.5)[None]) / 0.1) ** 2))
    return np.repeat(np.clip(shade[None] * (0.86 + 0.34 * band), 0, 1)[..., None], 3, 2)


def _cloth(high: int, wide: int) -> Array:
    """Soft folds across a sleeve or a trouser leg, deepest where a limb bends."""
    u, v = np.linspace(0, 2 * np.pi, wide)[None], np.linspace(0, 1, high)[:, None]
    bend = np.exp(-(((v - 0.52) / 0.09) ** 2)) + 0.8 * np.exp(-(((v - 0.95) / 0.07) ** 2))
    waves = np.sin(34 * v + 2.2 * np.sin(u) + 1.2 * np.sin(2 * u)) * (0.12 + 0.8 * bend)
    return np.repeat(np.clip(0.945 + 0.055 * waves, 0, 1)[..., None], 3, 2)
