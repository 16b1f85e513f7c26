"""`atrium hall`: what is asked for wrongly is answered by what there is."""

import argparse
from pathlib import Path

import pytest
from PIL import Image

from kiosk.cli import CommandFailed, _parser
from kiosk.commands.hall import run

SHOT = ["shot", "--out", "hall.png"]


def options(*arguments: str) -> argparse.Namespace:
    return _parser().parse_args(["hall", *arguments])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([*SHOT, "--view", "roof"], r"no view roof; there are entrance, .*counter:tax"),
        ([*SHOT, "--view", "counter:roof"], r"no view counter:roof; there are"),
        ([*SHOT, "--view", "1,2"], r"write X,Y,HEADING in metres and degrees"),
        ([*SHOT, "--view", "999,0,0"], r"outside of this hall, which has X from -"),
        ([*SHOT, "--theme", "dusk"], r"no theme dusk; there are day, evening, festival"),
        ([*SHOT, "--language", "tlh"], r"no signs in tlh; there are zh_CN, en, ar"),
        ([*SHOT, "--size", "large"], r"--size must be like 1280x720"),
        ([*SHOT, "--size", "20000x20"], r"each side 64 to 8192 pixels"),
        ([*SHOT, "--counters", "0"], r"1 to 1000 counters"),
        (["shot", "--out", "hall.jpg"], r"--out FILE.png"),
        (["tour", "--out", "/proc/pictures"], r"/proc/pictures"),
        (["bake", "--theme", "dusk"], r"there are day, evening, festival"),
        (["shot", "--out", "x.png", "--departments", "none.json"], r"none.json"),
    ],
)
def test_what_there_is_not_is_answered_by_what_there_is(arguments: list[str], said: str) -> None:
    with pytest.raises(CommandFailed, match=said):
        run(options(*arguments))


def test_a_picture_has_every_size_that_is_asked_for(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "entrance.png"
    assert run(options("shot", "--out", str(out), "--size", "161x91")) == 0
    with Image.open(out) as picture:
        assert picture.size == (161, 91)
    assert capsys.readouterr().out == f"{out}\n"
