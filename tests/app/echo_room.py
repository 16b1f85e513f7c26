"""A small child process for the supervisor's tests: answers, makes a frame, falls on request."""

import os
import signal
import sys

from foundation.children import connect


def main() -> None:
    link = connect(sys.argv[1:])
    while True:
        message = link.channel.receive()
        assert message is not None
        match message.get("request"):
            case "echo":
                link.channel.send({"id": message["id"], "result": message["text"]})
            case "refuse":
                error = {"cause": "no", "detail": "never"}
                link.channel.send({"id": message["id"], "error": error})
            case "picture":
                assert link.frames is not None
                link.frames.begin(2, 1)[:] = b"\x01\x02\x03\x04" * 2
                link.channel.send({"event": "frame", "seq": link.frames.commit()})
                link.channel.send({"id": message["id"], "result": None})
            case "fall":
                os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
