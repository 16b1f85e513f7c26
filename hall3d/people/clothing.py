"""The picture of the clothed trunk: cloth, lapels, shirt, buttons, badge and their light."""

import numpy as np

from hall3d.people import studio
from hall3d.people.form import rise, sheet_normals
from hall3d.people.looks import Looks
from hall3d.people.studio import Shade
from hall3d.people.torso import FOOT, TOP, chart_angles, folds, surface
from hall3d.scene.mesh import Array, rgb

_BUTTON, _THROAT = 1.12, 1.425
"""Heights (metres) of a blazer's upper button and of the neck's pit."""


def torso_picture(looks: Looks, size: tuple[int, int], shade: Shade) -> Array:
    """Height x width x 3 (`size`) display values 0..1, lowest row first."""
    tall, wide = size
    angle = chart_angles(2 * wide)[None]
    z = (FOOT + (np.arange(tall) + 0.5) / tall * (TOP - FOOT))[:, None]
    bare = surface(angle, z, looks)
    x, high = bare[..., 0], bare[..., 2]
    ahead = rise(np.cos(angle), 0.0, 0.25) * np.ones_like(x)
    colours, relief = _design(x, high, ahead, looks)
    outward = bare * np.array([1.0, 1.0, 0.0])
    outward /= np.maximum(np.linalg.norm(outward, axis=-1, keepdims=True), 1e-6)
    shaped = bare + (folds(angle, z, looks) + relief)[..., None] * outward
    normals = sheet_normals(shaped, closed=False)
    normals = np.where((normals * outward).sum(-1, keepdims=True) < -0.2, -normals, normals)
    room, key = _coarse_shade(bare, outward, shade)
    creases = _creases(relief)
    light = studio.lit(normals, room * creases, key * creases)
    picture = studio.shown(light, colours)
    return np.asarray(picture.reshape(tall, wide, 2, 3).mean(2))


def _coarse_shade(points: Array, normals: Array, shade: Shade) -> tuple[Array, Array]:
    """What the limbs hide of the trunk: reckoned at every 16th texel, as it changes slowly."""
    step = 16
    few = points[step // 2 :: step, step // 2 :: step].reshape(-1, 3)
    facing = normals[step // 2 :: step, step // 2 :: step].reshape(-1, 3)
    down, across = ((np.arange(n) + 0.5) / step - 0.5 for n in points.shape[:2])
    found = []
    for values in shade.on(few, facing, "torso"):
        grid = values.reshape(points.shape[0] // step, -1)
        rows = np.stack([np.interp(across, np.arange(grid.shape[1]), line) for line in grid])
        found.append(np.stack([np.interp(down, np.arange(len(grid)), line) for line in rows.T], 1))
    return found[0], found[1]


def _creases(relief: Array) -> Array:
    """Shade in the corners where one layer of cloth lies on another."""
    spread = relief
    for shift in (1, 2, 3):
        spread = (
            spread
            + np.roll(relief, shift, 0)
            + np.roll(relief, -shift, 0)
            + np.roll(relief, shift, 1)
            + np.roll(relief, -shift, 1)
        )
    return np.asarray(1 - np.clip((spread / 13 - relief) * 220, 0, 0.55))


def _lay(colours: Array, share: Array, colour: Array) -> Array:
    return np.asarray(colours + (colour - colours) * share[..., None])


def _within(x: Array, half: Array) -> Array:
    return 1 - rise(np.abs(x), half - 0.002, half + 0.002)


def _design(x: Array, z: Array, ahead: Array, looks: Looks) -> tuple[Array, Array]:
    """Linear colours and how far each layer stands off (metres)."""
    colours = np.broadcast_to(rgb(looks.cloth), (*x.shape, 3)).copy()
    if looks.top == "blazer":
        return _blazer(colours, x, z, ahead, looks)
    if looks.top == "coat":
        return _coat(colours, x, z, ahead, looks)
    if looks.top == "shirt":
        return _shirt(colours, x, z, ahead, looks)
    return _jumper(colours, x, z, ahead, looks)


def _blazer(colours: Array, x: Array, z: Array, ahead: Array, looks: Looks) -> tuple[Array, Array]:
    relief = np.zeros_like(x)
    share = np.clip((z - _BUTTON) / (_THROAT - 0.02 - _BUTTON), 0, 1)
    opening = 0.002 + 0.058 * share**0.9
    shirt = _within(x, opening) * rise(z, _BUTTON, _BUTTON + 0.004) * ahead
    colours = _lay(colours, shirt, rgb(looks.inner))
    colours, relief = _neckwear(colours, relief, x, z, shirt, looks)
    wide = 0.012 + 0.05 * np.clip(share / 0.68, 0, 1) * (1 - rise(share, 0.7, 0.74) * 0.42)
    lapel = (
        (np.abs(x) < opening + wide) * (np.abs(x) >= opening) * (share > 0) * (share < 1.2) * ahead
    )
    relief = relief + 0.0045 * lapel + 0.003 * (1 - shirt)
    seam = (
        np.exp(-(((np.abs(x) - opening - wide) / 0.0016) ** 2))
        * (share > 0.02)
        * (share < 1)
        * ahead
    )
    colours *= 1 - 0.35 * seam[..., None]
    notch = np.exp(-(((share - 0.715 + (np.abs(x) - opening) * 2.2) / 0.012) ** 2)) * lapel
    colours *= 1 - 0.45 * notch[..., None]
    front = np.exp(-(((x - 0.006) / 0.0016) ** 2)) * (z < _BUTTON) * ahead
    colours *= 1 - 0.45 * front[..., None]
    for height in (_BUTTON - 0.012, _BUTTON - 0.115):
        button = (np.hypot(x + 0.006, z - height) < 0.0085) * ahead
        colours = _lay(colours, button * 0.8, 0.45 * rgb(looks.cloth) + 0.03)
    flap = (
        (np.abs(np.abs(x) - 0.112) < 0.052)
        * (np.abs(z - 0.975 + 0.1 * (np.abs(x) - 0.1)) < 0.017)
        * ahead
    )
    relief = relief + 0.002 * flap
    welt = (np.abs(x + 0.098) < 0.038) * (np.abs(z - 1.262 - 0.12 * (x + 0.098)) < 0.008) * ahead
    relief = relief + 0.0018 * welt
    return _badge(colours, relief, x, z, ahead, looks)


def _neckwear(
    colours: Array, relief: Array, x: Array, z: Array, shirt: Array, looks: Looks
) -> tuple[Array, Array]:
    """A tie, or the collar of a blouse."""
    placket = np.exp(-((x / 0.0012) ** 2)) * shirt
    colours = colours * (1 - 0.25 * placket[..., None])
    if not looks.woman and looks.staff:
        width = np.where(z > 1.384, 0.0155 + 0.25 * (z - 1.4), 0.0125 + 0.06 * (1.384 - z))
        tie = _within(x, width) * shirt * (z < 1.42)
        stripe = 0.86 + 0.14 * np.sign(np.sin((x + z) * 420))
        colours = _lay(colours, tie, rgb(looks.accent) * 0.8)
        colours = colours * (1 - tie[..., None] * (1 - stripe[..., None]))
        relief = relief + 0.004 * tie - 0.002 * np.exp(-(((z - 1.384) / 0.003) ** 2)) * tie
    points = (
        (np.abs(x) < 0.05)
        * (z > 1.362 + np.abs(np.abs(x) - 0.03) * 0.9)
        * (np.abs(x) > 0.004 + 0.5 * np.clip(1.4 - z, 0, 1))
    )
    collar = points * shirt
    colours = _lay(
        colours, collar * (0.0 if looks.style == "scarf" else 1.0), rgb(looks.inner) * 1.05
    )
    return colours, relief + 0.003 * collar


def _badge(
    colours: Array, relief: Array, x: Array, z: Array, ahead: Array, looks: Looks
) -> tuple[Array, Array]:
    """A small badge without a name."""
    if not looks.staff:
        return colours, relief
    wide, high = np.abs(x - 0.098) - 0.029, np.abs(z - 1.275) - 0.0095
    plate = (np.maximum(wide, high) < 0) * ahead
    inside = (np.maximum(wide, high) < -0.0022) * ahead
    colours = _lay(colours, plate, rgb("C9A050"))
    colours = _lay(colours, inside, rgb("F4F0E4"))
    line = inside * (np.abs(z - 1.275) < 0.0022) * (np.abs(x - 0.094) < 0.017)
    return _lay(colours, line * 0.6, rgb("15534C")), relief + 0.003 * plate


def _coat(colours: Array, x: Array, z: Array, ahead: Array, looks: Looks) -> tuple[Array, Array]:
    """An open coat over a jumper."""
    opening = 0.03 + 0.03 * rise(z, 0.95, 1.4) + 0.028 * (1 - rise(z, 0.8, 1.0))
    inner = _within(x, opening) * ahead
    colours = _lay(colours, inner, rgb(looks.inner))
    low = inner * (z < 0.965)
    colours = _lay(colours, low, rgb(looks.legs))
    lapel = (np.abs(x) < opening + 0.048) * (np.abs(x) >= opening) * (z > 1.16) * ahead
    relief = 0.006 * (1 - inner) + 0.003 * lapel
    edge = np.exp(-(((np.abs(x) - opening - 0.048) / 0.002) ** 2)) * (z > 1.17) * ahead
    colours = colours * (1 - 0.3 * edge[..., None])
    pocket = np.exp(-(((np.abs(x) - 0.12 - 0.2 * (z - 0.98)) / 0.003) ** 2)) * (
        np.abs(z - 0.98) < 0.06
    )
    return colours * (1 - 0.35 * (pocket * ahead)[..., None]), relief


def _shirt(colours: Array, x: Array, z: Array, ahead: Array, looks: Looks) -> tuple[Array, Array]:
    """A shirt with a collar, tucked into trousers."""
    relief = 0.0022 * (np.abs(x) < 0.016) * ahead
    for height in np.arange(1.03, 1.42, 0.083):
        button = (np.hypot(x, z - height) < 0.0055) * ahead
        colours = _lay(colours, button * 0.55, rgb(looks.cloth) * 0.55)
    collar = (
        (np.abs(x) < 0.07) * (z > 1.362 + np.abs(np.abs(x) - 0.034) * 0.9) * (np.abs(x) > 0.004)
    )
    colours = _lay(colours, collar * ahead * 1.0, rgb(looks.cloth) * 1.12)
    relief = relief + 0.005 * collar * ahead
    open_ = _within(x, np.clip((z - 1.37) * 0.5, 0, 1)) * ahead * (z > 1.37)
    colours = _lay(colours, open_, rgb(looks.skin) * 0.8)
    belt = rise(-z, -0.972, -0.966)
    colours = _lay(colours, belt, rgb(looks.legs))
    strap = belt * (z > 0.935)
    colours = _lay(colours, strap * 0.8, rgb("241D18"))
    colours = _lay(colours, strap * (np.hypot(x, (z - 0.952) * 1.3) < 0.019) * ahead, rgb("A79A80"))
    pocket = (np.abs(x + 0.085) < 0.046) * (np.abs(z - 1.265) < 0.05) * ahead
    relief = relief + 0.0015 * pocket + 0.006 * (1 - belt)
    return _badge(colours, relief, x, z, ahead, looks)


def _jumper(colours: Array, x: Array, z: Array, ahead: Array, looks: Looks) -> tuple[Array, Array]:
    """A knitted jumper: a ribbed hem and neck, a shirt's collar showing."""
    rib = (z < 0.835) * (0.9 + 0.1 * np.sign(np.sin(np.arctan2(x, 0.12) * 120)))
    colours = colours * np.where(z < 0.835, rib, 1.0)[..., None]
    throat = 1.428 - 0.03 * np.exp(-((x / 0.05) ** 2)) * ahead
    inner = rise(z, throat - 0.0015, throat + 0.0015)
    colours = _lay(colours, inner, rgb(looks.inner))
    ring = np.exp(-(((z - throat + 0.009) / 0.007) ** 4))
    colours = colours * (1 - 0.12 * ring[..., None])
    relief = 0.004 * (1 - inner) + 0.002 * ring + 0.003 * (z < 0.835)
    return _badge(colours, relief, x, z, ahead, looks)
