"""`atrium enrol`, `verify`, `identify` and `erase`: the identity process from the command line."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from foundation.children import Child, spawn
from foundation.messages import Message
from foundation.secrets import open_vault
from kiosk.citizens import CitizenNumber, InvalidCitizenNumber, subject_of
from kiosk.cli import CommandFailed
from kiosk.settings import load
from kiosk.settings.identity import identity_arguments

PREVIEW = (640, 480)
_PATIENCE_S = 120.0


def run(options: argparse.Namespace) -> int:
    """Carry out one of the four; exit 0 when it did what was asked, 1 when it did not."""
    settings = load()
    if options.command == "identify":  # who has this command line is the operator
        settings = settings.model_copy(update={"candidate_search": True})
    arguments = identity_arguments(settings, options.models)
    with spawn("identity", *arguments, frames=PREVIEW) as child:
        match options.command:
            case "enrol":
                paths = [str(path.absolute()) for path in options.images]
                answer = ask(
                    child,
                    "enrol_pictures",
                    subject=_subject(options.id),
                    paths=paths,
                    allow_duplicate=options.allow_duplicate,
                )
                good = True
            case "identify":
                image = str(options.image.absolute())
                answer = ask(child, "identify", path=image, count=options.count)
                good = True
            case "verify":
                answer = _verify(child, options)
                good = answer["cause"] == "match"
            case _:
                answer = _erase(child, options)
                good = bool(answer["erased"])
    print(json.dumps(answer, ensure_ascii=False, indent=None if options.json else 2))
    return 0 if good else 1


def _verify(child: Child, options: argparse.Namespace) -> dict[str, Any]:
    settings = load()
    return ask(
        child,
        "verify",
        subject=_subject(options.id),
        camera=options.source,
        one_in=options.one_in or settings.one_in,
        liveness=settings.liveness,
        timeout_s=settings.verify_timeout_s,
    )


def _erase(child: Child, options: argparse.Namespace) -> dict[str, Any]:
    if options.out:  # asked for now: once it is erased, nobody could give the receipt again
        _writable(options.out)
    answer = ask(child, "erase", subject=_subject(options.id))
    if options.out:
        if answer["erased"]:
            options.out.write_text(answer["receipt"] + "\n", "ascii")
        else:
            options.out.unlink()
    return answer


def _writable(path: Path) -> None:
    try:
        path.touch(exist_ok=False)
    except OSError as refused:
        raise CommandFailed(
            f"{path} cannot be made ({refused.strerror}); nothing was erased. Name a new file in a "
            "folder that exists"
        ) from refused


def _subject(reference: str) -> str:
    """A card number and any other reference alike become an opaque subject."""
    key = open_vault().get_or_create("subject-key")
    try:
        return CitizenNumber.parse(reference).subject(key)
    except InvalidCitizenNumber:
        return subject_of(reference, key)


def ask(child: Child, request: str, **fields: object) -> dict[str, Any]:
    """The result of one request; CommandFailed with the cause when it was refused."""
    child.channel.send({"id": 1, "request": request, **fields})
    while True:
        message = _next(child)
        if message.get("event") == "challenge" and message["kind"] is not None:
            what, seconds = message["kind"].replace("_", " "), message["seconds"]
            print(f"now, within {seconds:.0f} seconds: {what}", file=sys.stderr)
        if message.get("id") != 1:
            continue
        if "error" in message:
            raise CommandFailed(f"{message['error']['cause']}: {message['error']['detail']}")
        return dict(message["result"])


def _next(child: Child) -> Message:
    message = child.channel.receive(_PATIENCE_S)
    if message is None:
        raise CommandFailed("the identity process did not answer")
    return message
