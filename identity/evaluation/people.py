"""Whose pictures are in a folder: one folder a person."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from identity.errors import IdentityError

SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".webp"})


@dataclass(frozen=True)
class Person:
    """A name, which is a folder's, and the pictures in it."""

    name: str
    pictures: tuple[Path, ...]


def people_in(folder: Path) -> list[Person]:
    """Everybody with a picture, by name. IdentityError `bad_request` for fewer than two people."""
    folders = sorted(one for one in _entries(folder) if one.is_dir())
    found = [Person(one.name, tuple(sorted(pictures_in(one)))) for one in folders]
    people = [person for person in found if person.pictures]
    if len(people) < 2:
        why = f"{folder} needs one folder of pictures for each of two people or more"
        raise IdentityError("bad_request", why)
    return people


def pictures_in(folder: Path) -> Iterator[Path]:
    """The pictures in a folder and in those below it."""
    for file in sorted(_entries(folder)):
        if file.is_dir():
            yield from pictures_in(file)
        elif file.suffix.lower() in SUFFIXES:
            yield file


def _entries(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        raise IdentityError("bad_request", f"{folder} is not a folder")
    return folder.iterdir()
