"""The identity process, as the window runs it, on the demonstration camera and made pictures."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from foundation.messages import ChannelClosed
from foundation.paths import data_dir
from foundation.secrets import open_vault
from identity.decisions.attempts import Attempts
from identity.faces.engine import engine_info
from identity.faces.sface import SFace
from identity.gallery.database import connected
from identity.gallery.keys import KeyRing
from identity.gallery.store import Gallery
from identity.gallery.template import pack
from identity.pictures import Image
from tests.identity.client import Client, numbered
from tests.identity.gallery.postgres import server

DEMO = "demonstration"
BLANK = np.full((480, 640, 3), 127, np.uint8)


def _enrol_stranger(subject: str, failed: int = 0) -> None:
    """Enrol somebody who looks like nobody, past the camera, after some failed tries."""
    vector = np.random.default_rng(3).normal(size=128).astype(np.float32)
    vector /= np.float32(np.linalg.norm(vector))
    gallery = Gallery(data_dir() / "gallery.sqlite", KeyRing(open_vault))
    gallery.enrol(subject, engine_info("sface").models[-1], [vector])
    gallery.keep_attempts(subject, Attempts(failed, time.time()))
    gallery.close()


def _recording(folder: Path, image: Image, count: int = 12) -> str:
    for n in range(count):
        cv2.imwrite(str(numbered(folder, n)), image)
    return f"{folder}?fps=60"


def test_hello_names_the_engine_and_what_is_missing(client: Client, home: Path) -> None:
    hello = client.ask("hello")
    assert hello["engine"]["name"] == "sface"
    assert {len(one["sha256"]) for one in hello["engine"]["models"]} == {64}
    assert isinstance(hello["liveness"]["available"], bool)


def test_a_whole_enrolment_and_verification(client: Client) -> None:
    enrolled = client.ask("enrol", subject="p1", camera=DEMO, images=3, timeout_s=20)
    assert (enrolled["subject"], enrolled["images"], len(enrolled["quality"])) == ("p1", 3, 3)
    assert client.told("camera", "state") == ["opening", "open", "closed"]
    client.events.clear()
    decision = client.ask("verify", subject="p1", camera=DEMO, one_in=10_000, liveness="none")
    assert decision["cause"] == "match"
    assert decision["liveness"] == {
        "enforced": False,
        "assurance": "none",
        "models": [],
        "score": None,
        "challenges": [],
    }
    assert decision["one_in"] == 10_000
    assert decision["frames"] >= 5
    assert decision["ms"]["camera_ready"] >= 0
    assert decision["ms"]["decision"] > 0
    assert {True} == {
        m["demonstration"] for m in client.events if m == {**m, "event": "camera", "state": "open"}
    }
    assert "p1" not in json.dumps(decision)
    assert not {"similarity", "distance", "template", "embedding"} & set(decision)
    progress = client.told("guidance", "progress")
    assert progress == sorted(progress)
    assert progress[-1] == 1
    assert {"hold_still", "ready"} == set(client.told("guidance", "cause"))
    for x, y, w, h in client.told("guidance", "face"):
        assert 0 <= x < 0.5 < x + w <= 1
        assert 0 <= y < 0.5 < y + h <= 1
    assert client.told("frame", "seq") == sorted(set(client.told("frame", "seq")))


def test_the_preview_shows_the_camera_and_is_wiped_after(client: Client, portrait: Image) -> None:
    client.ask("hello")
    number = client.send("enrol", subject="p1", camera=DEMO)
    client.until("frame")
    assert client.child.frames is not None
    frame = client.child.frames.latest()
    assert frame is not None
    shown = np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.width, 4)
    assert shown.shape == (480, 640, 4)
    difference = np.abs(shown[:, :, :3].astype(int) - portrait).mean()
    assert difference < 25  # the same view, perhaps a moment later, and not mirrored
    mirrored = np.abs(shown[:, ::-1, :3].astype(int) - portrait).mean()
    assert difference < mirrored
    client.answer(number)
    assert client.child.frames.latest() is None
    assert not shown.any()


def test_a_stranger_is_turned_away_then_waits(client: Client) -> None:
    _enrol_stranger("p2", failed=3)
    tries = [client.ask("verify", subject="p2", camera=DEMO, liveness="none") for _ in range(2)]
    assert [one["cause"] for one in tries] == ["no_match"] * 2
    assert [one["retry_after_s"] for one in tries] == [None, 30]
    client.events.clear()
    sixth = client.ask("verify", subject="p2", camera=DEMO, liveness="none")
    assert sixth["cause"] == "locked"
    assert 20 <= sixth["retry_after_s"] <= 30
    assert client.events == []  # the camera stays shut


def test_tries_outlive_the_process_and_the_last_one_locks(
    start: Callable[..., Client], home: Path
) -> None:
    first = start()
    _enrol_stranger("p2")
    first.ask("verify", subject="p2", camera=DEMO, liveness="none")
    assert first.stop() == 0
    base = connected(home / "data" / "gallery.sqlite", KeyRing(open_vault).current())
    with base:
        assert base.execute("SELECT failed FROM attempts").fetchall() == [(1,)]
        base.execute("UPDATE attempts SET failed = 50, last_failed_at = 0")
    base.close()
    again = start()
    decision = again.ask("verify", subject="p2", camera=DEMO, liveness="none")
    assert (decision["cause"], decision["retry_after_s"]) == ("locked", None)


def test_a_match_forgives_earlier_failures(client: Client, home: Path) -> None:
    client.ask("enrol", subject="p1", camera=DEMO)
    base = connected(home / "data" / "gallery.sqlite", KeyRing(open_vault).current())
    with base:
        base.execute("INSERT INTO attempts VALUES ('p1', 4, 0)")
    decision = client.ask("verify", subject="p1", camera=DEMO, liveness="none")
    assert decision["cause"] == "match"
    assert base.execute("SELECT failed FROM attempts").fetchall() == [(0,)]
    base.close()


def test_somebody_unknown_is_not_enrolled(client: Client) -> None:
    assert client.ask("verify", subject="nobody", camera=DEMO)["cause"] == "not_enrolled"
    assert client.events == []


@pytest.mark.parametrize(
    ("camera", "words"),
    [("93", "not connected"), ("/no/such/folder", "no file or folder")],
)
def test_no_camera_is_a_cause_with_a_detail(client: Client, camera: str, words: str) -> None:
    _enrol_stranger("p2")
    decision = client.ask("verify", subject="p2", camera=camera, liveness="none")
    assert decision["cause"] == "no_camera"
    assert words in decision["detail"]
    error = client.refused("enrol", subject="p3", camera=camera)
    assert error["cause"] == "no_camera"
    assert words in error["detail"]
    assert client.told("camera", "state") == ["opening", "closed"] * 2


def test_what_most_pictures_were_is_the_cause(
    client: Client, tmp_path: Path, portrait: Image
) -> None:
    _enrol_stranger("p2")
    two = np.hstack([portrait[:, 160:480], portrait[:, 160:480]])
    dark = (portrait * 0.12).astype(np.uint8)
    answers = [
        client.ask(
            "verify",
            subject="p2",
            camera=_recording(tmp_path / name, image),
            liveness="none",
        )
        for name, image in (("blank", BLANK), ("two", two), ("dark", dark))
    ]
    assert [one["cause"] for one in answers] == ["no_face", "several_faces", "quality"]
    assert answers[-1]["detail"] == "dark"
    assert {"no_face", "several_faces", "dark"} == set(client.told("guidance", "cause"))


def test_time_runs_out_and_is_no_failed_try(client: Client, tmp_path: Path) -> None:
    _enrol_stranger("p2")
    camera = _recording(tmp_path, BLANK, 3) + "&loop=1"
    decision = client.ask("verify", subject="p2", camera=camera, liveness="none", timeout_s=1)
    assert decision["cause"] == "no_face"
    assert decision["retry_after_s"] is None
    assert decision["ms"]["decision"] >= 1000


def test_broken_pictures_do_not_stop_a_capture(
    client: Client, tmp_path: Path, portrait: Image
) -> None:
    client.ask("enrol", subject="p1", camera=DEMO)
    camera = _recording(tmp_path, portrait, 30).replace("fps=60", "fps=20")
    for n in (0, 3, 4):
        numbered(tmp_path, n).write_bytes(b"\x89PNG and then nothing")
    decision = client.ask("verify", subject="p1", camera=camera, liveness="none")
    assert decision["cause"] == "match"


def test_liveness_that_must_be_checked_is_never_skipped(
    start: Callable[..., Client], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATRIUM_CACHE", str(home / "empty"))
    client = start()
    error = client.refused("verify", subject="p1", camera=DEMO, liveness="passive")
    assert error["cause"] == "models_missing"
    assert "silent-face" in error["detail"]
    assert client.events == []


def test_cancelling_ends_a_capture_at_once(client: Client) -> None:
    _enrol_stranger("p2")
    client.ask("hello")
    for request, fields in (("enrol", {"images": 20}), ("verify", {"liveness": "none"})):
        client.events.clear()
        running = client.send(request, subject="p2", camera=DEMO, **fields)
        client.until("camera", state="open")
        asked = time.monotonic()
        cancel = client.send("cancel")
        answer = client.answer(running)
        took = time.monotonic() - asked
        assert client.answer(cancel)["result"] == {}
        cause = answer["result"]["cause"] if request == "verify" else answer["error"]["cause"]
        assert cause == "cancelled"
        assert took < 3.0  # a millisecond, really; the whole enrolment would take seven seconds
        client.until("camera", state="closed")
        assert client.child.frames is not None
        assert client.child.frames.latest() is None
    assert [one["subject"] for one in client.ask("subjects")] == ["p2"]


def test_a_capture_right_after_a_cancelled_one_works(client: Client) -> None:
    first = client.send("enrol", subject="p1", camera=DEMO, images=20)
    client.send("cancel")
    second = client.send("enrol", subject="p1", camera=DEMO)
    assert client.answer(first)["error"]["cause"] == "cancelled"
    assert client.answer(second)["result"]["images"] == 3


def test_two_captures_at_once_are_refused(client: Client) -> None:
    running = client.send("enrol", subject="p1", camera=DEMO)
    assert client.refused("enrol", subject="p9", camera=DEMO)["cause"] == "busy"
    assert client.answer(running)["result"]["images"] == 3


def test_killing_the_process_in_a_capture_loses_nothing_that_was_stored(
    start: Callable[..., Client],
) -> None:
    first = start()
    first.ask("enrol", subject="p1", camera=DEMO)
    first.send("enrol", subject="p9", camera=DEMO, images=20)
    first.until("camera", state="open")
    os.kill(first.child.process.pid, signal.SIGKILL)
    with pytest.raises(ChannelClosed):
        while True:
            first.child.channel.receive(10)
    again = start()
    assert [one["subject"] for one in again.ask("subjects")] == ["p1"]
    decision = again.ask("verify", subject="p1", camera=DEMO, liveness="none")
    assert decision["cause"] == "match"


def test_the_process_ends_with_its_window(client: Client) -> None:
    client.send("enrol", subject="p1", camera=DEMO, images=20)
    client.until("camera", state="open")
    assert client.stop() == 0


def test_erasing_makes_a_person_unknown(client: Client) -> None:
    client.ask("enrol", subject="p1", camera=DEMO)
    (entry,) = client.ask("subjects")
    assert (entry["subject"], entry["images"]) == ("p1", 3)
    erased = client.ask("erase", subject="p1")
    assert erased["erased"] and erased["receipt"].count(".") == 2
    assert client.ask("erase", subject="p1") == {"erased": False, "receipt": None}
    assert client.ask("subjects") == []
    assert client.ask("verify", subject="p1", camera=DEMO)["cause"] == "not_enrolled"


def test_enrolment_from_pictures(client: Client, tmp_path: Path, portrait: Image) -> None:
    files = {
        "one": portrait,
        "darker": (portrait * 0.8).astype(np.uint8),
        "blank": BLANK,
        "two": np.hstack([portrait[:, 160:480], portrait[:, 160:480]]),
        "blurred": cv2.GaussianBlur(portrait, (0, 0), 6),
    }
    paths = {}
    for name, image in files.items():
        paths[name] = str(tmp_path / f"{name}.png")
        cv2.imwrite(paths[name], image)
    (tmp_path / "broken.png").write_bytes(b"no picture")
    paths["broken"] = str(tmp_path / "broken.png")

    def cause(*names: str) -> Any:
        chosen = [paths[name] for name in names]
        return client.refused("enrol_pictures", subject="p1", paths=chosen)["cause"]

    assert cause("one", "blank") == "no_face"
    assert cause("two") == "several_faces"
    assert cause("blurred") == "quality"
    assert cause("one", "broken") == "unreadable_picture"
    assert cause() == "bad_request"
    assert client.ask("subjects") == []
    result = client.ask("enrol_pictures", subject="p1", paths=[paths["one"], paths["darker"]])
    assert (result["images"], len(result["quality"])) == (2, 2)
    decision = client.ask("verify", subject="p1", camera=DEMO, liveness="none")
    assert decision["cause"] == "match"


@pytest.mark.parametrize(
    ("request_", "fields"),
    [
        ("dance", {}),
        ("verify", {"camera": DEMO}),
        ("verify", {"subject": "p", "camera": DEMO, "one_in": 7}),
        ("verify", {"subject": "p", "camera": DEMO, "liveness": "sometimes"}),
        ("verify", {"subject": "p", "camera": DEMO, "timeout_s": "long"}),
        ("verify", {"subject": "p", "camera": DEMO, "unhurried": "yes"}),
        ("verify", {"subject": "p", "camera": DEMO, "light": 1}),
        ("enrol", {"subject": "p", "camera": DEMO, "images": 0}),
        ("enrol", {"subject": "p", "camera": "x?speed=1"}),
        ("erase", {"subject": 5}),
    ],
)
def test_requests_that_make_no_sense(client: Client, request_: str, fields: dict[str, Any]) -> None:
    assert client.refused(request_, **fields)["cause"] == "bad_request"
    assert client.ask("subjects") == []


def test_readiness_says_what_works(client: Client) -> None:
    items = {one["item"]: one for one in client.ask("readiness", camera=DEMO)}
    assert set(items) == {"recognition", "liveness", "gallery", "camera"}
    assert items["recognition"]["ok"]
    assert items["camera"] == {
        "item": "camera",
        "ok": True,
        "detail": "640 x 480 (demonstration)",
    }
    assert not {one["item"]: one for one in client.ask("readiness", camera="93")}["camera"]["ok"]


def test_a_recording_is_not_ready_where_no_demonstration_is_offered(
    client: Client, tmp_path: Path, portrait: Image
) -> None:
    folder = _recording(tmp_path, portrait, 2)
    for camera, what in ((DEMO, "demonstration"), (folder, "recorded")):
        shown = client.ask("readiness", camera=camera)[-1]
        assert (shown["ok"], shown["detail"]) == (True, f"640 x 480 ({what})")
        refused = client.ask("readiness", camera=camera, demonstration=False)[-1]
        assert not refused["ok"]
        assert what in refused["detail"]


def test_nothing_of_a_template_or_key_is_in_the_home(
    client: Client, home: Path, sface: SFace
) -> None:
    client.ask("enrol", subject="p1", camera=DEMO)
    ring = KeyRing(open_vault)
    gallery = Gallery(home / "data" / "gallery.sqlite", ring)
    model = sface.info.models[-1]
    (one, *_) = gallery.templates("p1", model)
    (turned, *_) = dict(gallery.everybody(model))["p1"]
    gallery.close()
    traces = [pack(vector)[4:][:16] for vector in (one, turned)]
    for file in (f for f in home.rglob("*") if f.is_file()):
        data = file.read_bytes()
        for trace in (*traces, ring.current().kek, ring.current().tenant, ring.current().database):
            assert trace not in data


def test_the_processs_memory_is_private() -> None:
    asked = "print(ctypes.CDLL(None).prctl(3), resource.getrlimit(resource.RLIMIT_CORE)[0])"
    code = f"import ctypes, resource; from identity.process.hardening import *; {asked}"
    before = subprocess.check_output([sys.executable, "-c", code], text=True)
    code = code.replace("print", "keep_memory_private(); print")
    after = subprocess.check_output([sys.executable, "-c", code], text=True)
    assert before.split()[0] == "1"
    assert after.split() == ["0", "0"]


def test_the_log_knows_nobody(start: Callable[..., Client], capfd: Any, monkeypatch: Any) -> None:
    monkeypatch.setenv("ATRIUM_LOG", "DEBUG")
    client = start()
    client.ask("enrol", subject="opaque-reference", camera=DEMO)
    client.ask("verify", subject="opaque-reference", camera="/secret/place", liveness="none")
    client.stop()
    assert "opaque-reference" not in capfd.readouterr().err


@pytest.mark.parametrize("engine", ["dlib", "fusion"])
def test_other_engines_verify_too_and_never_see_the_firsts_templates(
    start: Callable[..., Client], engine: str
) -> None:
    first = start()
    first.ask("enrol", subject="p1", camera=DEMO)
    first.stop()
    second = start("--engine", engine)
    unknown = second.ask("verify", subject="p1", camera=DEMO)
    assert unknown["cause"] == "not_enrolled"
    assert "sface" in unknown["detail"]
    assert "enrol this person anew" in unknown["detail"]
    second.ask("enrol", subject="p1", camera=DEMO)
    decision = second.ask("verify", subject="p1", camera=DEMO, liveness="none")
    assert (decision["cause"], decision["engine"]["name"]) == ("match", engine)


def test_the_same_face_under_another_name_is_refused_until_staff_allow_it(client: Client) -> None:
    client.ask("enrol", subject="p1", camera=DEMO)
    error = client.refused("enrol", subject="p2", camera=DEMO)
    assert (error["cause"], error["subject"]) == ("duplicate", "p1")
    assert "allow_duplicate" in error["detail"]
    assert [one["subject"] for one in client.ask("subjects")] == ["p1"]
    assert client.ask("enrol", subject="p1", camera=DEMO)["images"] == 3, "enrolled anew"
    assert client.ask("enrol", subject="p2", camera=DEMO, allow_duplicate=True)["images"] == 3
    client.ask("erase", subject="p1")
    client.ask("erase", subject="p2")
    assert client.ask("enrol", subject="p3", camera=DEMO)["images"] == 3, "the erased are forgotten"


def test_candidates_are_proposed_only_where_that_is_allowed(
    start: Callable[..., Client], tmp_path: Path, portrait: Image
) -> None:
    path = str(numbered(tmp_path, 1))
    cv2.imwrite(path, portrait)
    first = start()
    first.ask("enrol", subject="p1", camera=DEMO)
    refused = first.refused("identify", path=path)
    assert refused["cause"] == "not_allowed" and "candidate_search" in refused["detail"]
    first.stop()
    _enrol_stranger("p2")
    answer = start("--candidate-search").ask("identify", path=path)
    assert (answer["decides"], answer["people"], answer["one_in"]) == (False, 2, 10_000)
    best, other = answer["candidates"]
    assert best["false_match_rate"] <= 1e-5 * (1 + 1e-9)
    assert (best["rank"], best["subject"], best["alike"]) == (1, "p1", True)
    assert (other["subject"], other["false_match_rate"], other["alike"]) == ("p2", None, False)
    assert set(best) == {"rank", "subject", "images", "false_match_rate", "alike"}


def test_two_terminals_share_a_city(
    start: Callable[..., Client], home: Path, tmp_path: Path, portrait: Image
) -> None:
    """One home stands for two terminals with one tenant: each has an identity process."""
    path = str(numbered(tmp_path, 1))
    cv2.imwrite(path, portrait)
    with server() as address:
        city = ("--candidate-search", "--search", address, "--district")
        first, second = start(*city, "north"), start(*city, "south")
        first.ask("enrol", subject="p1", camera=DEMO)
        (found,) = second.ask("identify", path=path)["candidates"]
        assert (found["subject"], found["alike"]) == ("p1", True)
        assert second.refused("enrol", subject="p2", camera=DEMO)["cause"] == "duplicate"
        assert first.ask("erase", subject="p1")["erased"]
        assert second.ask("identify", path=path)["candidates"] == []
        first.stop()
        second.stop()
    error = start(*city, "north").refused("identify", path=path)
    assert error["cause"] == "search_unavailable"
