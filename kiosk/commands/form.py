"""`atrium form ACTION`: a form's file checked, filled in, shown in pictures, or imported."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from kiosk.cli import EXIT_USAGE, CommandFailed
from kiosk.services.forms import Draft, Form, FormError, read_form
from kiosk.services.forms.filling import beyond, fill
from kiosk.services.forms.importing import SourceError, import_form


def run(options: argparse.Namespace) -> int:
    """Exit 0 when all is well, 1 with every fault told, 2 when a file cannot be used at all."""
    actions = {"check": _check, "fill": _fill, "shots": _shots, "import": _import}
    return actions[options.action](options)


def _check(options: argparse.Namespace) -> int:
    try:
        form = read_form(options.file)
    except FormError as wrong:
        print("\n".join(f"{options.file}: {fault}" for fault in wrong.faults), file=sys.stderr)
        return 1
    entries = sum(len(field.fields) for field in form.fields)
    print(
        f"{form.id}: {len(form.pages)} pages, {len(form.fields) + entries} questions, "
        f"{len(form.computed)} computed values, in {', '.join(form.languages)}"
    )
    return 0


def _fill(options: argparse.Namespace) -> int:
    form, answers = _form(options.file), _answers(options.answers)
    language = options.language or form.languages[0]
    draft = Draft(form, lambda registry, _: registry)
    try:
        wrong = fill(draft, answers, language)
    except ValueError as refused:
        raise CommandFailed(f"{options.answers}: {refused}") from refused
    unknown, unasked = beyond(draft, answers)
    for page in wrong:
        print(f"{page.place} ({page.title})", file=sys.stderr)
        for error in page.errors:
            print(f"  {error.field}: {error.text}", file=sys.stderr)
    for name in unknown:
        print(f"{name}: the form {form.id} has no such question", file=sys.stderr)
    if unasked:
        print(f"not asked for these answers: {', '.join(unasked)}", file=sys.stderr)
    if wrong or unknown:
        return 1
    body = draft.body(options.service or form.id, options.citizen, language)
    print(json.dumps(body, ensure_ascii=False, indent=2))
    return 0


def _shots(options: argparse.Namespace) -> int:
    form = _form(options.file)
    answers = _answers(options.answers) if options.answers else None
    unknown = [one for one in options.language or () if one not in form.languages]
    if unknown:
        known = ", ".join(form.languages)
        raise CommandFailed(f"{form.id} is not in {', '.join(unknown)}, but in {known}", EXIT_USAGE)
    from kiosk.commands.formshots import Look, shoot  # the window, which others do not need

    try:
        for picture in shoot(
            form, options.out, Look(options.size, options.elder), options.language or (), answers
        ):
            print(picture)
    except OSError as refused:
        raise CommandFailed(str(refused)) from refused
    return 0


def _import(options: argparse.Namespace) -> int:
    """Write our form and, where asked for, the account; both are printed in brief."""
    identifier = options.out.stem
    try:
        data = options.file.read_bytes()
        written, form, report = import_form(options.source, data, identifier, options.language)
    except (OSError, SourceError) as fault:
        raise CommandFailed(f"{options.file}: {fault}", EXIT_USAGE) from fault
    if form.id != identifier:
        raise CommandFailed(
            f"{options.out.name} cannot be a form's id: use letters, digits and _", EXIT_USAGE
        )
    _write(options.out, written)
    if options.report:
        _write(options.report, report.as_json())
    print("\n".join(report.lines()))
    print(f"{options.out}: {len(form.pages)} pages, in {', '.join(form.languages)}")
    return 0


def _write(path: Path, value: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _form(file: Path) -> Form:
    try:
        return read_form(file)
    except FormError as wrong:
        told = "\n  ".join(wrong.faults)
        raise CommandFailed(
            f"{file} is no form that can be filled:\n  {told}", EXIT_USAGE
        ) from wrong


def _answers(file: Path) -> dict[str, Any]:
    """Decimals are kept as they are written."""
    try:
        answers = json.loads(file.read_text(encoding="utf-8"), parse_float=str)
    except (OSError, ValueError) as broken:
        raise CommandFailed(f"{file} cannot be read: {broken}", EXIT_USAGE) from broken
    if not isinstance(answers, dict):
        raise CommandFailed(f"{file} must be an object, answers by name", EXIT_USAGE)
    return answers
