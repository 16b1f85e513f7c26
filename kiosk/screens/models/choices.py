"""A long list of choices as QML shows it: as many rows as are seen, filtered by what is typed."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_VALUE, _LABEL = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class ChoiceList(QAbstractListModel):
    """Rows {"value", "label"}; those that hold every word that is sought, at the start first.

    says: from where letters say a label's words by their sound; None where they do not.
    """

    found = Signal()  # other rows than before

    def __init__(
        self,
        choices: Sequence[Mapping[str, Any]],
        parent: QObject | None = None,
        says: Callable[[str, str], int | None] = lambda letters, label: None,
    ) -> None:
        super().__init__(parent)
        self._says = says
        self._all: list[tuple[str, str, str]] = []
        self._rows: list[tuple[str, str, str]] = []
        self._labels: dict[str, str] = {}
        self._query = ""
        self.offer(choices)

    def offer(self, choices: Sequence[Mapping[str, Any]]) -> None:
        """Other choices, as when an answer before them changed; what is sought stays."""
        fresh = [(c["value"], c["label"], _plain(c["label"])) for c in choices]
        if fresh == self._all:
            return
        self._all = fresh
        self._labels = {value: label for value, label, _ in fresh}
        self._filter()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Called by Qt."""
        return len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Called by Qt."""
        value, label, _ = self._rows[index.row()]
        return value if role == _VALUE else label if role == _LABEL else None

    def roleNames(self) -> dict[int, QByteArray]:
        """Called by Qt."""
        return {_VALUE: QByteArray(b"value"), _LABEL: QByteArray(b"label")}

    @Slot(str)
    def seek(self, query: str) -> None:
        """Keep what holds every word of `query`; all for a blank one."""
        if query != self._query:
            self._query = query
            self._filter()

    @Slot(str, result=str)
    def labelOf(self, value: str) -> str:
        """The words of a choice, also where it is not in sight."""
        return self._labels.get(value, value)

    def _filter(self) -> None:
        words = _plain(self._query).split()
        held = [
            (row, starts[:1] != [0])
            for row in self._all
            if None not in (starts := [self._start(word, row) for word in words])
        ]
        held.sort(key=lambda one: one[1])
        self.beginResetModel()
        self._rows = [row for row, _ in held]
        self.endResetModel()
        self.found.emit()

    def _start(self, word: str, row: tuple[str, str, str]) -> int | None:
        start = row[2].find(word)
        return start if start >= 0 else self._says(word, row[1])

    def _read_total(self) -> int:
        return len(self._all)

    total = Property(int, _read_total, notify=found)


def _plain(text: str) -> str:
    """Letters without case or accents, so that `ile` finds Île."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
