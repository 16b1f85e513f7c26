"""Enrol, find and erase from the command line, with real pictures through the real process."""

import json
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from identity.pictures import Image
from kiosk.cli import main


@pytest.fixture
def picture(home: Path, tmp_path: Path, portrait: Image) -> str:
    path = str(tmp_path / "portrait.png")
    cv2.imwrite(path, portrait)
    return path


def _asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_an_operator_may_ask_whom_a_picture_shows(
    picture: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _asked(capsys, "identify", picture)["candidates"] == []
    enrolled = _asked(capsys, "enrol", "--id", "visitor 7", picture)
    answer = _asked(capsys, "identify", picture, "--count", "1")
    assert answer["decides"] is False and answer["people"] == 1
    (best,) = answer["candidates"]
    assert (best["subject"], best["alike"], best["rank"]) == (enrolled["subject"], True, 1)
    assert main(["enrol", "--id", "visitor 8", picture]) == 1
    assert f"duplicate: this face is much like that of {best['subject']}" in capsys.readouterr().err
    _asked(capsys, "enrol", "--id", "visitor 8", picture, "--allow-duplicate")
    assert len(_asked(capsys, "identify", picture)["candidates"]) == 2


def test_a_poor_picture_will_do_to_propose_somebody(
    picture: str, portrait: Image, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _asked(capsys, "enrol", "--id", "visitor 7", picture)
    dark = str(tmp_path / "dark.png")
    cv2.imwrite(dark, (portrait * 0.12).astype(np.uint8))
    assert main(["enrol", "--id", "visitor 7", dark]) == 1
    answer = _asked(capsys, "identify", dark)
    assert (answer["advice"], answer["candidates"][0]["alike"]) == ("dark", True)


def test_a_picture_without_a_face_is_a_clear_refusal(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cv2.imwrite(str(tmp_path / "blank.png"), np.full((200, 200, 3), 90, np.uint8))
    assert main(["identify", str(tmp_path / "blank.png")]) == 1
    assert "no_face" in capsys.readouterr().err
