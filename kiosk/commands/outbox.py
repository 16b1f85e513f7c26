"""`atrium outbox …`: what needs a clerk, and what the clerk decides."""

import argparse
from datetime import datetime

from kiosk.cli import CommandFailed
from kiosk.services.outbox.desk import Case, Desk
from kiosk.services.outbox.outbox import Outbox
from kiosk.services.outbox.place import open_terminals_outbox
from kiosk.services.outbox.states import ImpossibleStep


def run(options: argparse.Namespace) -> int:
    """Do one action; exit 0 when it is done."""
    outbox = open_terminals_outbox()
    try:
        _act(outbox, options)
    except KeyError:
        raise CommandFailed(f"there is no {options.key} here; see `atrium outbox list`") from None
    except ImpossibleStep as step:
        raise CommandFailed(f"this cannot be decided about {options.key}: {step}") from step
    finally:
        outbox.close()
    return 0


def _act(outbox: Outbox, options: argparse.Namespace) -> None:
    desk = Desk(outbox)
    match options.action:
        case "list":
            _list(outbox, desk)
        case "arrived":
            desk.arrived(options.key, options.reference)
        case "send-anew":
            desk.send_anew(options.key)
        case "set-aside":
            desk.set_aside(options.key)
        case "trust-clock":
            outbox.trust_clock()


def _list(outbox: Outbox, desk: Desk) -> None:
    for lane in desk.lanes():
        cause = f" ({lane.cause})" if lane.cause else ""
        print(f"{lane.department:24} {lane.state}{cause}, {lane.waiting} waiting")
    for case in desk.cases():
        print(_line(case))
    broken = outbox.first_broken_audit_line()
    if broken is not None:
        print(f"the audit trail is broken at line {broken}")


def _line(case: Case) -> str:
    since = datetime.fromtimestamp(case.committed_at).astimezone().strftime("%Y-%m-%d %H:%M")
    what = f"{case.department}/{case.service}, {case.attempts} tries, since {since}"
    return f"{case.key} {case.state}: {what}{' ' + case.problem if case.problem else ''}"
