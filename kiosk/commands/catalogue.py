"""`atrium catalogue check|export|import`: the services, and their exchange as CPSV-AP."""

import argparse
import json
from pathlib import Path
from typing import Any

from kiosk.cli import CommandFailed
from kiosk.services.catalogue import Catalogue, CatalogueError, load_catalogue
from kiosk.services.catalogue.cpsv import NOT_IN_CPSV, NotCpsv, export, read
from kiosk.services.forms import FormError, load_form, merge


def run(options: argparse.Namespace) -> int:
    """Exit 0 when all is well; a fault is told with its place."""
    if options.action == "import":
        return _import(options.file, options.out)
    try:
        catalogue = load_catalogue()
        _check_forms(catalogue)
    except (CatalogueError, FormError) as fault:
        raise CommandFailed(str(fault)) from fault
    if options.action == "export":
        _write(options.out, export(catalogue))
        print(f"wrote {options.out}. CPSV-AP cannot say, and the file leaves out:")
        print("\n".join(f"  {name}" for name in NOT_IN_CPSV))
    else:
        print(f"{len(catalogue.services)} services and {len(catalogue.life_events)} life events")
    return 0


def _check_forms(catalogue: Catalogue) -> None:
    """Every service has a form, and those of a life event make one questionnaire."""
    for service in catalogue.services:
        load_form(service.form)
    for event in catalogue.life_events:
        services = catalogue.errand(event.id).services
        merge(event.id, [load_form(one.form) for one in services])


def _import(file: Path, out: Path) -> int:
    try:
        found = read(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError) as fault:
        told = fault if isinstance(fault, NotCpsv) else f"cannot be read: {fault}"
        raise CommandFailed(f"{file}: {told}") from fault
    _write(out / "departments.json", found["departments"])
    for kind in ("services", "life_events"):
        for row in found[kind]:
            _write(out / kind / f"{_safe(row['id'])}.json", row)
            print(f"{kind}/{row['id']}.json")
    print("to be added by hand, since CPSV-AP cannot say it:")
    for name, what in NOT_IN_CPSV.items():
        print(f"  {name}: {what}")
    return 0


def _safe(identifier: str) -> str:
    """The identifier comes from outside, and names a file."""
    if not identifier.replace("_", "").isalnum() or not identifier.isascii():
        raise CommandFailed(f"{identifier!r} is no identifier: use letters, digits and _")
    return identifier


def _write(path: Path, value: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
