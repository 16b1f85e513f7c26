"""The pictures of a hall in one language: kept ones, and those that live with the queue."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hall3d.plan import HallPlan
from hall3d.signs.store import Pixels, shrunk, signs

if TYPE_CHECKING:
    from hall3d.signs.pictures import HallPictures


class Shelf:
    """Hands out pictures by the name of their card. Qt is only loaded once there is a queue."""

    def __init__(self, plan: HallPlan, language: str, folder: Path, programs: str) -> None:
        self._plan, self._language = plan, language
        self._kept = signs(plan, language, folder, programs)
        self._painter: HallPictures | None = None
        self._rows: Sequence[Mapping[str, Any]] = ()
        self._notices: Sequence[Mapping[str, Any]] = ()

    def show_queue(self, rows: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
        """Rows as the `queue` command brings them; returns the names of pictures that change."""
        painter = self._paints()
        changed = {str(row.get("counter")) for row in rows if row not in self._rows}
        changed |= {str(row.get("counter")) for row in self._rows if row not in rows}
        self._rows = rows
        return tuple(
            name
            for name in painter.living
            if not name.startswith("live:") or name[len("live:") :] in changed
        )

    def show_notices(self, rows: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
        """Rows as the `notices` command brings them; returns the names of pictures that change."""
        if rows == self._notices:
            return ()
        self._notices = rows
        return self._paints().telling

    def picture(self, name: str, fine: bool = True) -> Pixels:
        """A picture, or a small one for looking at it from afar. Raises KeyError."""
        if self._painter is not None and name in self._changing(self._painter):
            painted = self._painter.paint(name, self._rows, self._notices)
            return painted if fine else shrunk(painted)
        return self._kept[name] if fine else self._kept.small(name)

    def _paints(self) -> "HallPictures":
        from hall3d.signs.fitting import start_qt
        from hall3d.signs.pictures import HallPictures

        start_qt()
        self._painter = self._painter or HallPictures(self._plan, self._language)
        return self._painter

    def _changing(self, painter: "HallPictures") -> tuple[str, ...]:
        """What is not as it was kept."""
        queue = painter.living if self._rows else ()
        return (*queue, *(painter.telling if self._notices else ()))

    def close(self) -> None:
        """Give the kept pictures' file back."""
        self._kept.close()
