"""One run: applications are taken in while everything around them fails, then all is counted."""

import os
import random
import shutil
import subprocess
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.faults import checking
from benchmarks.faults.network import Network
from benchmarks.faults.rooms import Courier, Killer, Peer
from kiosk.services.outbox import NotAdmitted, Outbox
from kiosk.services.outbox.place import open_terminals_outbox, outbox_file

DISK = "768m"
FULL_S = 1.5
FAR = 40 * 86400
"""Seconds that the clock jumps by at most."""
VISIT = 3
"""Applications of one visit, which is forgotten after them."""


@dataclass
class Plan:
    """What is to be done. full_disks and jumps are spread over the run."""

    submissions: int
    kills: int
    native: bool = True
    careless: bool = False
    rate: float = 0.01
    seed: int = 1
    patience_s: float = 900.0
    promised: dict[int, str] = field(default_factory=dict)
    done: Counter[str] = field(default_factory=Counter)
    broken_off: threading.Event = field(default_factory=threading.Event)


def run(plan: Plan) -> dict[str, Any]:
    """What was found, and what was done to bring it about."""
    started = time.monotonic()
    with _home() as (home, small):
        os.environ["ATRIUM_HOME"] = str(home)
        clock = home / "clock"
        network = Network(plan.rate, plan.seed, repeats=plan.native)
        outbox = open_terminals_outbox()
        try:
            _fail_and_deliver(plan, home, small, clock, network, outbox)
        finally:
            network.close()
            outbox.close()
        bodies = checking.native_bodies(home) if plan.native else checking.plain_bodies(_kept(home))
        found = checking.check(plan.promised, bodies, outbox_file())
    done = {"network": dict(network.faults), **plan.done}
    seconds = round(time.monotonic() - started, 1)
    return {"kills": plan.kills, **vars(found), "faults": done, "seconds": seconds}


def _fail_and_deliver(
    plan: Plan, home: Path, small: bool, clock: Path, network: Network, outbox: Outbox
) -> None:
    peer_room = "benchmarks.faults.backend" if plan.native else "benchmarks.faults.plain_peer"
    courier_room = "benchmarks.faults.courier" if plan.native else "benchmarks.faults.plain_courier"
    peer = Peer(peer_room, clock if plan.native else _kept(home), network)
    careless = ["--careless"] if plan.careless else []
    courier = Courier(courier_room, [*careless, str(clock)], network)
    half = plan.kills // 2

    def delivered() -> int:
        return len(plan.promised) - outbox.unsent()

    killers = [Killer(peer, half, delivered), Killer(courier, plan.kills - half, delivered)]

    def killed() -> int:
        return plan.kills - sum(one.left for one in killers)

    citizens = threading.Thread(target=_commit_all, args=(plan, outbox, killed), name="citizens")
    citizens.start()
    try:
        chance = random.Random(plan.seed)
        while citizens.is_alive() or any(one.left for one in killers):
            time.sleep(chance.uniform(0.5, 2.0))
            _set_clock(plan, clock, chance)
            if small and chance.random() < 0.1:
                _fill(plan, home)
            for one in killers:
                if one.failed is not None:
                    raise one.failed
        network.rate = 0.0
        _drain(plan, outbox)
    finally:
        plan.broken_off.set()
        citizens.join()
        for one in reversed(killers):
            one.stop()


def _commit_all(plan: Plan, outbox: Outbox, killed: Callable[[], int]) -> None:
    """Citizens all through the run, who come back later when the terminal takes nothing."""
    for number in range(plan.submissions):
        while number * (plan.kills + 1) > plan.submissions * (killed() + 1):
            if plan.broken_off.wait(0.02):
                return
        visit = f"visit-{number // VISIT}"
        body = {**_BODY, "answers": {**_BODY["answers"], "use_text": f"Use {number}"}}
        while number not in plan.promised:
            try:
                plan.promised[number] = outbox.commit(visit, "households", body)
            except NotAdmitted:
                plan.done["not_admitted"] += 1
                time.sleep(0.2)
        if number % VISIT == VISIT - 1:
            with suppress(Exception):  # the disk is full: the next start erases it
                outbox.forget_visit(visit)


def _drain(plan: Plan, outbox: Outbox) -> None:
    deadline = time.monotonic() + plan.patience_s
    while outbox.unsent():
        if time.monotonic() > deadline:
            raise RuntimeError(f"{outbox.unsent()} were not delivered in {plan.patience_s} s")
        time.sleep(0.5)


def _set_clock(plan: Plan, clock: Path, chance: random.Random) -> None:
    if chance.random() < 0.3:
        clock.write_text(str(chance.uniform(-FAR, FAR)), encoding="ascii")
        plan.done["clock_jumps"] += 1


def _fill(plan: Plan, home: Path) -> None:
    """Not a byte is left for a while."""
    ballast = home / "ballast"
    with suppress(OSError), ballast.open("wb") as file:
        while True:
            file.write(bytes(1 << 20))
            file.flush()
    time.sleep(FULL_S)
    ballast.unlink()
    plan.done["disks_full"] += 1


@contextmanager
def _home() -> Iterator[tuple[Path, bool]]:
    """A home on a small disk of its own, where we may make one; else disks are not filled."""
    folder = Path(tempfile.mkdtemp(prefix="atrium-faults-"))
    small = os.geteuid() == 0 and not subprocess.call(
        ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(folder)],
        stderr=subprocess.DEVNULL,
    )
    try:
        yield folder, small
    finally:
        if small:
            subprocess.check_call(["umount", "--lazy", str(folder)])
        shutil.rmtree(folder, ignore_errors=True)


def _kept(home: Path) -> Path:
    return home / "plain.sqlite"


_BODY: dict[str, Any] = {
    "service": "household_certificate",
    "citizen": "999999199001011238",
    "language": "en",
    "form": {"id": "household_certificate", "version": 1},
    "answers": {"use": "other", "use_text": "", "contents": ["self"]},
    "sources": {},
}
