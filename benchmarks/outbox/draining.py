"""How fast what waits reaches a real back-end: the courier beside a loop that sends one by one."""

import os
import time
from pathlib import Path
from typing import Any

import psutil
import requests
import uuid6

from foundation.children import spawn
from kiosk.services.forms import canonical_json
from kiosk.services.outbox.place import open_terminals_outbox

TOKEN = "a terminal of a benchmark"


def measure(home: Path, submissions: int) -> dict[str, dict[str, float]]:
    """Both against the same back-end process, one after the other. cpu_s: of back-end and courier
    together, for a machine that others use too."""
    os.environ.update(ATRIUM_HOME=str(home), ATRIUM_TERMINAL_TOKEN=TOKEN)
    outbox = open_terminals_outbox()
    for number in range(submissions):
        outbox.commit(f"visit-{number}", "households", body(number))
    with spawn("backend") as backend:
        ready = backend.channel.receive(120)
        if ready is None:
            raise RuntimeError("the back-end does not start")
        url = f"http://127.0.0.1:{ready['port']}"
        one_by_one = _loop(url, min(500, submissions))
        with spawn("kiosk.services.courier", "--backend", url) as courier:
            courier.channel.receive(120)
            used = [psutil.Process(one.process.pid) for one in (backend, courier)]
            before, start = sum(map(_cpu, used)), time.perf_counter()
            left = outbox.unsent()
            while outbox.unsent():
                courier.channel.pending()
                time.sleep(0.05)
            seconds, cpu = time.perf_counter() - start, sum(map(_cpu, used)) - before
    outbox.close()
    drained = {"submissions": left, "seconds": round(seconds, 2), "cpu_s": round(cpu, 2)}
    drained["per_second"] = round(left / seconds, 1)
    return {"courier": drained, "one_by_one": one_by_one}


def body(number: int) -> dict[str, Any]:
    """A complete application that differs from all others."""
    return {
        "service": "household_certificate",
        "citizen": "999999199001011238",
        "language": "en",
        "form": {"id": "household_certificate", "version": 1},
        "answers": {"use": "other", "use_text": f"Use {number}", "contents": ["self"]},
        "sources": {},
    }


def _loop(url: str, count: int) -> dict[str, float]:
    """What one would write first: a session, and one request after the other."""
    session = requests.Session()
    session.headers.update({"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"})
    start = time.perf_counter()
    for number in range(count):
        key = {"Idempotency-Key": str(uuid6.uuid7())}
        content = canonical_json(body(-number - 1))
        session.post(f"{url}/v1/submissions", content, headers=key, timeout=30).raise_for_status()
    seconds = time.perf_counter() - start
    session.close()
    return {
        "submissions": count,
        "seconds": round(seconds, 2),
        "per_second": round(count / seconds, 1),
    }


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)
