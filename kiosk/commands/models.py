"""`atrium models`: which networks are here, are they the right ones, bring those that are not."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from identity.errors import IdentityError
from identity.models import Listed, listed
from identity.models.copies import Copy, copies
from identity.models.install import Offer, from_package, from_path, install
from identity.models.listing import ALWAYS
from kiosk.cli import EXIT_USAGE, CommandFailed
from kiosk.settings import load

PASSIVE = "passive liveness"
"""`required_for` of the pair; two of the settings' liveness levels do not work without it."""


def run(options: argparse.Namespace) -> int:
    """Carry out one of the three; exit 0 when all is well, 1 when a model is wrong or missing."""
    given = options.models or _named_in_settings()
    match options.action:
        case "list":
            return _list(given, options.json)
        case "verify":
            return _verify(given, options.json)
        case _:
            return _install(_wanted(options.ids, given), _offers(options))


def _list(given: Path | None, as_json: bool) -> int:
    rows = [_row(entry, copies(entry, given)) for entry in listed()]
    if as_json:
        print(json.dumps(rows, ensure_ascii=False))
        return 0
    for row in rows:
        where = f"{row['found']}: {row['path']}" if row["found"] else "missing"
        print(f"{row['id']:<18}{row['role']:<13}{row['version']:<9}{row['licence']:<12}{where}")
        print(f"{'':<18}for: {row['required_for']}; SHA-256 {row['sha256']}")
    return 0


def _verify(given: Path | None, as_json: bool) -> int:
    rows = [_row(entry, copies(entry, given)) for entry in listed()]
    if as_json:
        print(json.dumps({"ok": all(row["ok"] for row in rows), "models": rows}))
    else:
        for row in rows:
            _tell(row)
    return 0 if all(row["ok"] for row in rows) else 1


def _tell(row: dict[str, Any]) -> None:
    for fault in row["faults"]:
        print(f"{row['id']}: WRONG: {fault}")
    if row["found"]:
        print(f"{row['id']}: right, in the {row['found']}: {row['path']}")
    elif row["required"]:
        print(f"{row['id']}: MISSING: {row['name']} is required for: {row['required_for']}")
        print(f"  bring it: atrium models install {row['id']} --from DIR, or --upstream")
    else:
        print(f"{row['id']}: not installed; only needed for: {row['required_for']}")


def _row(entry: Listed, found: Sequence[Copy]) -> dict[str, Any]:
    """A model and its copies; `ok`: no copy is wrong, and one is there where one must be."""
    right = next((copy for copy in found if not copy.fault), None)
    faults = [f"{copy.path} {copy.fault}" for copy in found if copy.fault]
    required = _required(entry)
    return {
        "id": entry.id,
        "role": entry.role,
        "name": entry.name,
        "version": entry.version,
        "licence": entry.licence,
        "sha256": entry.sha256,
        "required_for": entry.required_for,
        "required": required,
        "found": right.place if right else None,
        "path": str(right.path) if right else None,
        "faults": faults,
        "ok": not faults and (right is not None or not required),
    }


def _required(entry: Listed) -> bool:
    passive = load().liveness in ("passive", "passive_and_challenge")
    return entry.required_for == ALWAYS or (entry.required_for == PASSIVE and passive)


def _install(wanted: Sequence[Listed], offers: Sequence[Offer]) -> int:
    if not wanted:
        print("nothing to install: every model is here")
    failed = False
    for entry in wanted:
        try:
            target, origin = install(entry, offers)
            print(f"{entry.id}: installed from {origin} as {target}")
        except IdentityError as refused:
            failed = True
            print(f"{entry.id}: NOT INSTALLED: {refused.detail}")
    return 1 if failed else 0


def _wanted(ids: Sequence[str], given: Path | None) -> list[Listed]:
    """The models that were named; else those that are nowhere."""
    known = {entry.id: entry for entry in listed()}
    unknown = [one for one in ids if one not in known]
    if unknown:
        there_are = ", ".join(known)
        raise CommandFailed(f"there is no model {unknown[0]}; there are {there_are}", EXIT_USAGE)
    if ids:
        return [known[one] for one in dict.fromkeys(ids)]
    return [e for e in listed() if not any(not copy.fault for copy in copies(e, given))]


def _offers(options: argparse.Namespace) -> list[Offer]:
    absent = [path for path in options.paths if not path.exists()]
    if absent:
        raise CommandFailed(f"there is no file or folder {absent[0]}", EXIT_USAGE)
    offers = [*map(from_path, options.paths), from_package]
    if options.upstream:
        from identity.models.download import from_upstream  # imports requests, which is slow

        offers.append(from_upstream)
    return offers


def _named_in_settings() -> Path | None:
    named = load().models_folder
    return Path(named).expanduser() if named else None
