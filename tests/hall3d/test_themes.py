"""Themes are data: every one is whole, and they differ where they should."""

import numpy as np
import pytest

from hall3d.scene.palette import UnknownTheme, theme, themes


def test_there_are_a_day_an_evening_and_a_festival() -> None:
    assert {"day", "evening", "festival"} <= set(themes())


@pytest.mark.parametrize("name", themes())
def test_every_theme_is_whole(name: str) -> None:
    palette = theme(name)
    assert len(palette.view.hills) == 3
    assert palette.exposure > 0
    assert palette.accent.material == "accent" and (palette.accent.colour == 1).all()


def test_the_evening_is_dark_outside_and_without_sun() -> None:
    assert theme("evening").view.zenith.mean() < 0.4 < theme("day").view.zenith.mean()
    assert not theme("evening").sun.light.any() and theme("day").sun.light.any()


def test_the_festival_changes_little_but_decorates() -> None:
    assert theme("festival").decorations
    assert np.array_equal(theme("festival").wall.colour, theme("day").wall.colour)


def test_an_unknown_theme_is_told_by_name() -> None:
    with pytest.raises(UnknownTheme, match=r"no theme \.\./day"):
        theme("../day")
