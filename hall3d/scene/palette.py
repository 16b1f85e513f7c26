"""A hall's theme as data: its few materials, its lamps, its sky, and how it is decorated."""

import json
from dataclasses import dataclass
from typing import Any, get_type_hints

import numpy as np

from foundation.paths import asset
from hall3d.scene.mesh import Array, Material, Paint, paint, rgb

DAY = "day"


class UnknownTheme(ValueError):
    """No theme has this name."""


@dataclass(frozen=True)
class Sun:
    """Direct light through the windows of the left: linear colour times strength, 0 for none."""

    light: Array


@dataclass(frozen=True)
class Sky:
    """The view outside, display values 0..1: top, horizon, three ranges of hills, far to near, and
    whether lights twinkle in them."""

    zenith: Array
    horizon: Array
    hills: tuple[Array, ...]
    lights: bool


@dataclass(frozen=True)
class Palette:
    """Every paint by its place in the hall, and what light and feast days add."""

    wall: Paint
    moulding: Paint
    ceiling: Paint
    plinth: Paint
    oak: Paint
    slats: Paint
    oak_side: Paint
    oak_top: Paint
    joinery: Paint
    cloth: Paint
    cloth_warm: Paint
    brass: Paint
    stone_body: Paint
    stone_top: Paint
    floor: Paint
    floor_dark: Paint
    floor_warm: Paint
    staff_floor: Paint
    rug: Paint
    steel: Paint
    dark: Paint
    paper: Paint
    pot: Paint
    soil: Paint
    bark: Paint
    leaves: Paint
    glass: Paint
    accent: Paint
    festive: Paint
    lantern: Paint
    strip: Paint
    lunette: Paint
    niche_light: Paint
    lamp: Paint
    screen: Paint
    sky: Paint
    sun: Sun
    view: Sky
    exposure: float
    decorations: frozenset[str]


_MATERIALS: dict[str, Material] = {
    "wall": "stone",
    "stone_body": "stone",
    "oak": "wood",
    "oak_side": "wood",
    "oak_top": "wood",
    "slats": "slats",
    "floor": "floor",
    "floor_dark": "floor",
    "floor_warm": "floor",
    "cloth": "textile",
    "cloth_warm": "textile",
    "rug": "textile",
    "leaves": "leaves",
    "glass": "glass",
    "accent": "accent",
    "sky": "sky",
}


def themes() -> tuple[str, ...]:
    """The names of all themes."""
    return tuple(sorted(path.stem for path in asset("hall", "themes").glob("*.json")))


def theme(name: str = DAY) -> Palette:
    """A theme by its name. Raises UnknownTheme."""
    told = _told(name)
    paints = {
        place: paint(code, _MATERIALS.get(place, "plain"), told["glow"].get(place, 0.0))
        for place, code in told["colours"].items()
    }
    wanted = {place for place, kind in get_type_hints(Palette).items() if kind is Paint}
    if wanted != set(paints):
        raise ValueError(f"theme {name}: {sorted(wanted ^ set(paints))} missing or unknown")
    view = told["view"]
    return Palette(
        **paints,
        sun=Sun(rgb(told["sun"]["colour"]) * told["sun"]["strength"]),
        view=Sky(
            _display(view["zenith"]),
            _display(view["horizon"]),
            tuple(_display(code) for code in view["hills"]),
            view["lights"],
        ),
        exposure=told["exposure"],
        decorations=frozenset(told["decorations"]),
    )


def _told(name: str) -> dict[str, Any]:
    """A theme's file over that of the theme it says it is like."""
    if name not in themes():
        raise UnknownTheme(f"there is no theme {name}; there are {', '.join(themes())}")
    own: dict[str, Any] = json.loads(asset("hall", "themes", f"{name}.json").read_text("utf-8"))
    if "like" not in own:
        return own
    whole = _told(own.pop("like"))
    for key, value in own.items():
        whole[key] = whole[key] | value if isinstance(value, dict) else value
    return whole


def _display(code: str) -> Array:
    """An RRGGBB colour as display values 0..1."""
    return np.array(list(bytes.fromhex(code))) / 255
