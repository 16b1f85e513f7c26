"""A paper before the camera: shown as it is, looked at by nobody, and gone when it is over."""

from pathlib import Path

import cv2
import numpy as np

from tests.identity.client import Client, numbered

SIDE = (1080, 1440)
"""Rows and columns of a paper's picture: larger than a face's preview."""


def _paper(folder: Path) -> str:
    """A recording of a page whose lines must stay apart."""
    page = np.full((*SIDE, 3), 235, np.uint8)
    page[:, ::4] = 20
    for n in range(3):
        cv2.imwrite(str(numbered(folder, n)), page)
    return f"{folder}?fps=30&loop=1"


def test_a_paper_is_shown_in_full_until_it_is_cancelled(client: Client, tmp_path: Path) -> None:
    number = client.send("photograph", camera=_paper(tmp_path / "paper"))
    client.until("frame")
    assert client.child.frames is not None
    frame = client.child.frames.latest()
    assert frame is not None
    assert (frame.width, frame.height) == (640, 480)  # all that this window has room for
    cancel = client.send("cancel")
    assert client.answer(number)["error"]["cause"] == "cancelled"
    assert client.answer(cancel)["result"] == {}
    client.until("camera", state="closed")
    assert client.child.frames.latest() is None
    assert not client.told("guidance", "cause")


def test_it_ends_by_itself(client: Client, tmp_path: Path) -> None:
    camera = _paper(tmp_path / "paper")
    assert client.ask("photograph", camera=camera, timeout_s=1) == {"ended": True}
    assert client.told("camera", "state") == ["opening", "open", "closed"]


def test_there_is_one_camera(client: Client, tmp_path: Path) -> None:
    camera = _paper(tmp_path / "paper")
    number = client.send("photograph", camera=camera)
    client.until("camera", state="open")
    assert client.refused("verify", subject="p", camera=camera)["cause"] == "busy"
    cancel = client.send("cancel")
    client.answer(number)
    client.answer(cancel)
    assert client.refused("photograph", camera="/nowhere")["cause"] == "no_camera"
    assert client.refused("photograph")["cause"] == "bad_request"
