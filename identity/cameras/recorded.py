"""Recordings that play like cameras: folders of pictures and video files."""

import logging
import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from threading import Event
from typing import Any

from identity.cameras.camera import Pace, Shot, no_camera
from identity.errors import IdentityError
from identity.faces.vision import opencv
from identity.pictures import Image
from identity.reading import read_picture

log = logging.getLogger(__name__)

FPS = 15.0
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".webp"})


@dataclass(frozen=True)
class Part:
    """Which pictures of a recording, counted from 0; `fps` None: its own, or 15."""

    first: int = 0
    count: int | None = None
    fps: float | None = None
    loop: bool = False

    @property
    def stop(self) -> int | None:
        """The number after the last picture."""
        return None if self.count is None else self.first + self.count


class FolderCamera:
    """The pictures of a folder, by the numbers in their names. Broken ones are left out."""

    demonstration = False
    responds = False

    def __init__(self, folder: Path, part: Part) -> None:
        named = [f for f in folder.iterdir() if f.suffix.lower() in _PICTURES]
        self._files = sorted(named, key=_by_number)[part.first : part.stop]
        if not self._files:
            raise no_camera(f"{folder} holds no picture number {part.first}: it has {len(named)}")
        self._folder = folder
        self._loop = part.loop
        self._pace = Pace(part.fps or FPS)
        self._pictures = self._play()

    def read(self, stop: Event) -> Shot | None:
        """The next picture, when its time has come."""
        image = next(self._pictures, None)
        at_s = self._pace.wait(stop) if image is not None else None
        return None if image is None or at_s is None else Shot(image, at_s)

    def close(self) -> None:
        """Nothing stays open between pictures."""
        self._pictures.close()

    def _play(self) -> Generator[Image, None, None]:
        while True:
            good = 0
            for file in self._files:
                image = _read(file)
                if image is not None:
                    good += 1
                    yield image
            if good < len(self._files):
                log.warning(
                    "%d of %d pictures are broken", len(self._files) - good, len(self._files)
                )
            if good == 0:
                raise no_camera(f"none of the {len(self._files)} pictures in {self._folder} opens")
            if not self._loop:
                return


class VideoCamera:
    """A video file."""

    demonstration = False
    responds = False

    def __init__(self, file: Path, part: Part) -> None:
        self._file, self._part = file, part
        self._video: Any = self._opened()
        own = float(self._video.get(opencv().CAP_PROP_FPS))
        self._pace = Pace(part.fps or (own if 1 <= own <= 240 else FPS))
        self._pictures = self._play()

    def read(self, stop: Event) -> Shot | None:
        """The next picture, when its time has come."""
        image = next(self._pictures, None)
        at_s = self._pace.wait(stop) if image is not None else None
        return None if image is None or at_s is None else Shot(image, at_s)

    def close(self) -> None:
        """Close the file."""
        self._video.release()

    def _play(self) -> Generator[Image, None, None]:
        while True:
            good = 0
            for image in islice(self._decode(), self._part.first, self._part.stop):
                good += 1
                yield image
            if good == 0:
                raise no_camera(f"{self._file} has no picture number {self._part.first}")
            if not self._part.loop:
                return
            self._video.release()
            self._video = self._opened()

    def _decode(self) -> Iterator[Image]:
        while (answer := self._video.read())[0]:
            yield answer[1]

    def _opened(self) -> Any:
        video = opencv().VideoCapture(str(self._file))
        if not video.isOpened():
            raise no_camera(f"{self._file} is not a video that can be played")
        return video


def _read(file: Path) -> Image | None:
    try:
        return read_picture(str(file))
    except IdentityError:  # counted by the caller: a recording goes on without it
        return None


def _by_number(file: Path) -> tuple[list[tuple[int, int, str]], str]:
    """2.jpg before 10.jpg; names without numbers by their letters."""
    parts = [part for part in re.split(r"(\d+)", file.stem) if part]
    key = [(0, int(p), "") if p.isdecimal() else (1, 0, p.lower()) for p in parts]
    return key, file.name
