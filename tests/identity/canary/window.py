"""`python -m tests.identity.canary.window CAMERA`: the window's side of a visit, step by step.

Starts the real rooms, looks at each preview picture in the ring, and after each step prints its
name and waits for a line, so that its memory can be searched.
"""

import os
import sys
from typing import Any

import numpy as np

from foundation.children import Child, spawn

SUBJECT = "p-canary"


def main() -> int:
    """Enrol, verify, erase; returns 0 when each did what it should."""
    camera = sys.argv[1]
    with (
        spawn("identity", frames=(640, 480)) as identity,
        spawn("backend", env={"ATRIUM_TERMINAL_TOKEN": "token"}) as backend,
        spawn("kiosk.services.courier") as courier,
    ):
        rooms = (identity, backend, courier)
        _step("pids " + " ".join(str(child.process.pid) for child in rooms))
        _live(identity, camera)
        asked = {"subject": SUBJECT, "camera": camera, "liveness": "none"}
        good = _step("enrolled") or "verify:" + _ask(identity, "verify", **asked)["cause"]
        _step(good)
        _step(f"erased:{_ask(identity, 'erase', subject=SUBJECT)['erased']}")
    return 0


def _live(identity: Child, camera: str) -> None:
    """Enrol slowly; stop at a picture in the middle so that the search can be tried."""
    identity.channel.send(
        {"id": 1, "request": "enrol", "subject": SUBJECT, "camera": camera, "skip_frames": 45}
    )
    seen = 0
    while (message := identity.channel.receive(30)) is not None and "id" not in message:
        if message["event"] == "frame":
            seen += _looked(identity)
            if seen == 5:
                _step("live")
    if message is None or "error" in message:
        raise SystemExit(f"not enrolled: {message}")


def _looked(identity: Child) -> int:
    """As the window paints it: from the shared memory, without keeping a copy."""
    frame = identity.frames.latest() if identity.frames is not None else None
    if frame is None:
        return 0
    return int(np.frombuffer(frame.pixels, np.uint8).max() > 0)


def _ask(identity: Child, request: str, **fields: Any) -> dict[str, Any]:
    identity.channel.send({"id": 2, "request": request, **fields})
    while (message := identity.channel.receive(30)) is not None:
        if message.get("id") == 2:
            if "error" in message:
                raise SystemExit(f"{request}: {message['error']}")
            return dict(message["result"])
        if message.get("event") == "frame":
            _looked(identity)
    raise SystemExit(f"{request}: no answer")


def _step(name: str) -> str:
    print(name, flush=True)
    os.read(0, 100)
    return ""


if __name__ == "__main__":
    sys.exit(main())
