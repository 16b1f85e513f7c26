"""`atrium hall`: bake the hall ahead of its first visitor, or take pictures of it."""

import argparse
import json
import re
import time
from pathlib import Path
from typing import Any

from hall3d.plan import Department, InvalidDepartments, many, parse_departments
from hall3d.renderer.drivers import DRIVERS, CannotDraw
from hall3d.renderer.messages import LEAST_SIZE
from hall3d.renderer.shot import LARGEST, Look, UnknownView, shoot, tour
from hall3d.scene.palette import UnknownTheme
from hall3d.signs.words import languages
from kiosk.app.hall import hall_departments
from kiosk.cli import CommandFailed
from kiosk.services.catalogue import load_catalogue

_SIZE = re.compile(r"(\d{2,5})[xX](\d{2,5})")


def run(options: argparse.Namespace) -> int:
    """Carry out `bake`, `shot` or `tour`."""
    try:
        departments = _departments(options.departments, options.counters)
        return _ACTIONS[options.action](options, departments)
    except (InvalidDepartments, UnknownTheme, UnknownView, CannotDraw) as wrong:
        raise CommandFailed(str(wrong)) from wrong
    except OSError as refused:
        raise CommandFailed(str(refused)) from refused


def bake(options: argparse.Namespace, departments: tuple[Department, ...]) -> int:
    """Light and signs into the cache, saying how long it took."""
    from hall3d.renderer.prepare import prepare

    began = time.monotonic()
    prepare(departments, options.theme)
    print(f"{len(departments)} counters: ready ({time.monotonic() - began:.1f} s)")
    return 0


def take_shot(options: argparse.Namespace, departments: tuple[Department, ...]) -> int:
    """One picture."""
    if options.out.suffix.lower() != ".png":
        raise CommandFailed(f"the picture is a PNG: write --out FILE.png, not {options.out}")
    shoot(departments, options.view, _look(options), options.out)
    print(options.out)
    return 0


def take_tour(options: argparse.Namespace, departments: tuple[Department, ...]) -> int:
    """Twelve pictures along a walk."""
    for path in tour(departments, _look(options), options.out):
        print(path)
    return 0


_ACTIONS = {"bake": bake, "shot": take_shot, "tour": take_tour}


def _look(options: argparse.Namespace) -> Look:
    size = _SIZE.fullmatch(options.size)
    sides = (0, 0) if size is None else (int(size[1]), int(size[2]))
    if not all(LEAST_SIZE <= side <= LARGEST for side in sides):
        limits = f"each side {LEAST_SIZE} to {LARGEST} pixels"
        raise CommandFailed(f"--size must be like 1280x720, {limits}, not {options.size}")
    if options.language not in languages():
        known = ", ".join(languages())
        raise CommandFailed(f"there are no signs in {options.language}; there are {known}")
    return Look(sides, options.language, options.theme, DRIVERS[options.renderer])


def _departments(path: Path | None, count: int | None) -> tuple[Department, ...]:
    departments = parse_departments(_rows(path))
    return many(departments, count) if count is not None else departments


def _rows(path: Path | None) -> Any:
    if path is None:
        return hall_departments(load_catalogue().departments)
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as broken:
        raise CommandFailed(f"{path} is not JSON: {broken}") from broken
    return told["departments"] if isinstance(told, dict) and "departments" in told else told
