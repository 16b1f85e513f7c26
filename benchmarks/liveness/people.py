"""Whose pictures are simulated: folders of people who look straight, or the portrait."""

import random
from dataclasses import dataclass
from pathlib import Path

from identity.cameras.demonstration import portrait
from identity.faces.detector import Detector
from identity.faces.face import Face
from identity.faces.vision import opencv
from identity.liveness.active.pose import pose_of
from identity.pictures import Image

_STRAIGHT = ((-0.08, 0.08), (0.50, 0.64))
"""Pose.turn and Pose.nod of pictures that are used: a head model needs a face from the front."""


@dataclass(frozen=True)
class Person:
    """One picture of one person."""

    picture: Image
    face: Face


def people(folder: Path | None, most: int, seed: int) -> list[Person]:
    """At most so many people of a folder that holds one folder each; else the portrait, once."""
    detector = Detector()
    if folder is None:
        picture = portrait()[:420, 40:440].copy()
        return [Person(picture, detector.find(picture)[0])]
    files = [sorted(one.iterdir())[0] for one in sorted(folder.iterdir()) if one.is_dir()]
    random.Random(seed).shuffle(files)
    found: list[Person] = []
    for file in files:
        image = opencv().imread(str(file))
        person = _person(image, detector) if image is not None else None
        if person is not None:
            found.append(person)
        if len(found) == most:
            break
    return found


def _person(picture: Image, detector: Detector) -> Person | None:
    faces = detector.find(picture)
    if not faces:
        return None
    pose = pose_of(faces[0].points)
    (left, right), (up, down) = _STRAIGHT
    straight = left <= pose.turn <= right and up <= pose.nod <= down
    return Person(picture, faces[0]) if straight else None
