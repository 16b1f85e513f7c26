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

_STEPS = ("fsync", "link", "replace", "unlink")


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


@pytest.mark.timeout(600)  # every step waits for the disk several times
@pytest.mark.parametrize(("change", "least"), [(_open, 8), (_change_keys, 20)])
def test_killed_at_any_step_nobody_is_lost_and_no_old_key_stays(
    tmp_path: Path, change: Callable[[Path], None], least: int
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
    assert step >= least, "the steps were counted"


def test_killed_in_an_erasure_a_person_is_wholly_there_or_wholly_gone(tmp_path: Path) -> None:
    seen, chance, rounds = set[tuple[int, int]](), random.Random(5), 0
    while rounds < 15 or len(seen) < 2:
        child, begun = _enrolling_and_erasing(tmp_path)
        assert os.read(begun, 1), "it works"
        time.sleep(chance.uniform(0, 0.06))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(begun)
        gallery = _gallery(tmp_path)
        there = (len(gallery.subjects()), len(gallery.templates("p1", MODEL)))
        assert there in {(0, 0), (1, 2)}
        seen.add(there)
        gallery.erase("p1")
        gallery.close()
        rounds += 1
        assert rounds < 100, f"only {seen}"


def _enrolling_and_erasing(home: Path) -> tuple[int, int]:
    """A process that does nothing else; its id, and where it writes once it has begun."""
    begun, told = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            gallery = _gallery(home)
            gallery.enrol("p1", MODEL, [_vector(1), _vector(2)])
            os.write(told, b"1")
            while True:
                gallery.erase("p1")
                gallery.enrol("p1", MODEL, [_vector(1), _vector(2)])
        finally:
            os._exit(0)
    os.close(told)
    return child, begun
