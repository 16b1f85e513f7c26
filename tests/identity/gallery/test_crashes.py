"""Killed at every step of a change of keys, an encryption of an old file, or an erasure: everybody
is still there, or wholly gone, and nothing of the old way is left."""

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from foundation.secrets import open_vault
from identity.gallery.database import PLAIN
from identity.gallery.keys import KEK, TENANT, KeyRing
from identity.gallery.store import Gallery
from tests.identity.gallery.test_store import MODEL, _vector, everybody_is_there, plain_gallery

_STEPS = ("fsync", "link", "replace", "unlink", "open")


def _ring(home: Path) -> KeyRing:
    return KeyRing(lambda: open_vault(home / "vault"))


def _gallery(home: Path) -> Gallery:
    return Gallery(home / "data" / "gallery.sqlite", _ring(home))


def _in_a_child(work: Callable[[], None]) -> int:
    """Run it in a process of its own; its wait status."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return os.waitpid(child, 0)[1]


def _killed_at(step: int, work: Callable[[], None]) -> bool:
    """Kill a process before its step-th call into the file system; False when it got through."""

    def counted(call: Callable[..., Any]) -> Callable[..., Any]:
        def called(*arguments: Any, **named: Any) -> Any:
            nonlocal step
            step -= 1
            if step < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments, **named)

        return called

    def watched() -> None:
        for name in _STEPS:
            setattr(os, name, counted(getattr(os, name)))
        work()

    return os.WIFSIGNALED(_in_a_child(watched))


def _change_keys(home: Path) -> None:
    gallery = _gallery(home)
    gallery.change_keys(tenant=True)
    gallery.close()


def _open(home: Path) -> None:
    gallery = _gallery(home)
    gallery.subjects()
    gallery.close()


@pytest.mark.parametrize("change", [_open, _change_keys])
def test_killed_at_any_step_nobody_is_lost_and_no_old_key_stays(
    tmp_path: Path, change: Callable[[Path], None]
) -> None:
    before = tmp_path / "before"
    plain_gallery(before / "data" / "gallery.sqlite", _ring(before).current().kek)
    if change is _change_keys:
        _open(before)
    step, killed = 0, True
    while killed:
        home = tmp_path / str(step)
        shutil.copytree(before, home)
        file = home / "data" / "gallery.sqlite"
        killed = _killed_at(step, lambda home=home: change(home))  # type: ignore[misc]
        gallery = _gallery(home)
        assert everybody_is_there(gallery), f"killed at step {step}"
        gallery.close()
        assert {one.name for one in file.parent.iterdir()} == {"gallery.sqlite", "gallery.lock"}
        assert set(open_vault(home / "vault").names()) == {KEK, TENANT}
        assert PLAIN not in file.read_bytes()
        step += 1
    assert step > 10, "the steps were counted"


def test_killed_in_an_erasure_a_person_is_wholly_there_or_wholly_gone(tmp_path: Path) -> None:
    def work() -> None:
        gallery = _gallery(tmp_path)
        while True:
            gallery.enrol("p1", MODEL, [_vector(1), _vector(2)])
            gallery.erase("p1")

    seen, chance = set(), random.Random(5)
    for _ in range(25):
        child = os.fork()
        if child == 0:
            try:
                work()
            finally:
                os._exit(0)
        time.sleep(chance.uniform(0.1, 0.25))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        gallery = _gallery(tmp_path)
        there = (len(gallery.subjects()), len(gallery.templates("p1", MODEL)))
        assert there in {(0, 0), (1, 2)}
        seen.add(there)
        gallery.erase("p1")
        gallery.close()
    assert seen == {(0, 0), (1, 2)}
