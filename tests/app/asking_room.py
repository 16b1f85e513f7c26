"""Stands in for the identity process where a person must move: it asks, and its script decides.

The first face check fails because its movement came too late, the second is passed.
"""

import json
import sys
import time
from typing import Any

from foundation.children import Connection, connect
from foundation.messages import ChannelClosed

MOMENT_S = 0.5


def main() -> None:
    link, checks = connect(sys.argv[1:]), 0
    while True:
        try:
            message = link.channel.receive()
        except ChannelClosed:
            return
        assert message is not None
        result: Any = {}
        match message.get("request"):
            case "hello":
                result = {"liveness": {"available": False, "models": []}}
            case "subjects":
                result = []
            case "verify":
                checks += 1
                result = verify(link, message, late=checks == 1)
        link.channel.send({"id": message["id"], "result": result})


def verify(link: Connection, asked: dict[str, Any], late: bool) -> dict[str, Any]:
    """One check: two movements, and the light where it is asked for."""

    def tell(event: str, **fields: Any) -> None:
        link.channel.send({"event": event, **fields})

    tell("camera", state="open", demonstration=False, responds=True)
    for step, kind in enumerate(("turn_left", "nod"), 1):
        tell("challenge", kind=kind, step=step, of=2, seconds=6.0)
        time.sleep(MOMENT_S)
        tell("challenge", kind=None)
        tell("guidance", cause="turned", progress=1.0, face=None)
    if asked["light"]:
        tell("challenge", kind="light", step=1, of=1, seconds=2.1)
        tell("light", colour="#78cdff")
        time.sleep(MOMENT_S)
        tell("light", colour=None)
        tell("challenge", kind=None)
    tell("camera", state="closed", demonstration=False)
    made = {"kind": "nod", "passed": not late, "ms": 6000 if late else 800}
    liveness = {"enforced": True, "assurance": "challenge", "challenges": [made]}
    cause = "spoof_suspected" if late else "match"
    said = {name: asked[name] for name in ("liveness", "unhurried", "light")}
    return {"cause": cause, "frames": 9, "liveness": liveness, "detail": json.dumps(said)}


if __name__ == "__main__":
    main()
