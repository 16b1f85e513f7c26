"""`atrium readiness`: what the terminal needs to open, and whether it is there."""

import argparse

from foundation.children import spawn
from foundation.messages import Message
from foundation.paths import data_dir
from foundation.secrets import open_vault
from kiosk.cli import CommandFailed
from kiosk.commands.identity import PREVIEW
from kiosk.settings import load
from kiosk.settings.identity import identity_arguments
from kiosk.staff.audit import AuditTrail
from kiosk.staff.readiness import Row, clock, disk, protected, readiness, untouched

_PATIENCE_S = 60.0


def run(options: argparse.Namespace) -> int:
    """Print a line for each part; exit 0 when all are ready."""
    vault = open_vault()
    rows = readiness(
        {
            "clock": clock(),
            "disk": disk(data_dir()),
            "secrets": protected(vault.protection),
            "audit": untouched(AuditTrail(data_dir() / "staff-audit.jsonl", vault)),
        }
    )
    rows += _identity()
    for row in rows:
        print(f"{'ready    ' if row.ok else 'NOT READY'}  {row.item:<10} {row.detail}")
    return 0 if all(row.ok for row in rows) else 1


def _identity() -> list[Row]:
    with spawn("identity", *identity_arguments(load()), frames=PREVIEW) as child:
        asked = {"camera": load().camera, "demonstration": load().demonstration}
        child.channel.send({"id": 1, "request": "readiness", **asked})
        answer: Message | None = {}
        while answer is not None and answer.get("id") != 1:
            answer = child.channel.receive(_PATIENCE_S)
    if answer is None or "result" not in answer:
        raise CommandFailed("the identity process did not answer")
    return [Row(row["item"], row["ok"], row["detail"]) for row in answer["result"]]
