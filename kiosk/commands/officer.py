"""`atrium officer`: plays a department for demonstrations; there is no screen for officers."""

import argparse
from typing import Any

from foundation.officers import address_file, officer_token
from foundation.secrets import open_vault
from kiosk.cli import CommandFailed
from kiosk.services.asking import Unreachable
from kiosk.services.officers import OfficerClient


def run(options: argparse.Namespace) -> int:
    """Raises CommandFailed when the back-end says no or does not run."""
    address = address_file()
    if not address.is_file():
        raise CommandFailed("no back-end runs on this machine; start `atrium run` first")
    url = address.read_text(encoding="utf-8")
    client = OfficerClient(lambda: url, officer_token(open_vault()))
    answer = _act(client, options)
    client.close()
    if isinstance(answer, Unreachable):
        raise CommandFailed(f"the back-end says no: {answer.kind or answer.cause}")
    for line in answer if isinstance(answer, list) else [answer]:
        print(_line(line))
    return 0


def _act(client: OfficerClient, options: argparse.Namespace) -> Any:
    match options.act:
        case "list":
            return client.waiting(options.department)
        case "tasks":
            return client.tasks()
        case "show":
            return client.show(options.reference)
        case "move":
            return client.move(options.reference, options.move, options.text)
        case "say":
            return client.say(options.reference, options.text)
        case "issue":
            return client.issue(options.reference, options.kind)
    return client.done(options.task)


def _line(row: Any) -> str:
    if not isinstance(row, dict):
        return str(row)
    return "  ".join(f"{name}: {value}" for name, value in row.items())
