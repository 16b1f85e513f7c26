"""Files on the stick that a person brought: listed folder by folder, and one of them read."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from kiosk.app.attempt import Asked, Attempt
from kiosk.screens.models import QuestionModel
from kiosk.services.files import AnyOf, Row, Stick, size_words

Place = tuple[str, ...]


class Browsing(QObject):
    """folder: where sticks appear; "" where none may be used."""

    def __init__(self, attempt: Attempt, model: QuestionModel, folder: str) -> None:
        super().__init__(attempt)
        self._attempt = attempt
        self._stick = Stick(Path(folder)) if folder else None
        self._inside: Place = ()
        self._top: Place = ()
        self._rows: list[Row] = []
        attempt.stopped.connect(self._stop)
        model.chooseRow.connect(self._choose)

    @property
    def possible(self) -> bool:
        """Whether the operator lets people bring a stick."""
        return self._stick is not None

    def open(self, asked: Asked) -> None:
        """Look at what is on the stick."""
        self._attempt.begin(asked)
        stick = self._stick
        if stick is None:
            self._attempt.fail("no_stick")
            return

        def look() -> tuple[Place, list[Row]]:
            start = stick.start()
            return start, stick.rows(start)

        def arrived(found: tuple[Place, list[Row]]) -> None:
            self._top = found[0]
            self._list(*found)

        self._attempt.show(stage="listing", rows=[], place="")
        self._attempt.run(look, arrived)

    def _stop(self) -> None:
        self._rows = []

    def _list(self, inside: Place, rows: list[Row]) -> None:
        asked = self._attempt.asked
        if asked is None:
            return
        self._inside, self._rows = inside, rows
        self._attempt.show(
            stage="listing",
            place=" / ".join(Row(name, True, 0).shown for name in inside),
            inside=len(inside) > len(self._top),
            rows=[_row(row, asked.taken) for row in rows],
        )

    def _choose(self, index: int) -> None:
        stick, asked = self._stick, self._attempt.asked
        if stick is None or asked is None:
            return
        row = self._rows[index] if index >= 0 else None
        if row is not None and not row.folder:
            self._pick(stick, row, asked)
            return
        inside = self._inside[:-1] if row is None else (*self._inside, row.name)
        self._attempt.run(lambda: stick.rows(inside), lambda rows: self._list(inside, rows))

    def _pick(self, stick: Stick, row: Row, asked: Asked) -> None:
        attempt, inside = self._attempt, self._inside
        refusal = asked.taken.refuse_row(row.name, row.size)
        if refusal is not None:
            attempt.fail(refusal, _limit(refusal, asked.taken))
            return
        attempt.show(**{**attempt.now, "stage": "reading", "failure": ""})

        def then(content: bytes) -> None:
            refusal = asked.taken.refuse(row.name, content)
            if refusal is not None:
                attempt.fail(refusal, _limit(refusal, asked.taken))
                return
            kind = asked.taken.media_type(row.name, content) or ""
            attempt.keep(content, row.shown, kind, asked.then)

        attempt.run(lambda: stick.read(inside, row.name, asked.taken.most), then)


def _row(row: Row, taken: AnyOf) -> dict[str, Any]:
    if row.folder:
        return {"name": row.shown, "folder": True}
    refusal = taken.refuse_row(row.name, row.size)
    return {
        "name": row.shown,
        "folder": False,
        "size": size_words(row.size),
        "refused": refusal or "",
        "limit": _limit(refusal, taken) if refusal else "",
    }


def _limit(refusal: str, taken: AnyOf) -> str:
    return size_words(taken.most) if refusal == "file_too_large" else taken.words
