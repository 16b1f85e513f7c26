"""A wall clock that jumps: a file says by how many seconds; the steady clock is the machine's."""

from datetime import UTC, datetime
from pathlib import Path

from kiosk.services.outbox.clock import SystemClock


class JumpingClock(SystemClock):
    """What a courier is given in place of the machine's clock."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file

    def wall(self) -> float:
        """The machine's time, and the jump."""
        return super().wall() + jump(self._file)

    def moment(self) -> datetime:
        """The same, as a back-end wants it."""
        return datetime.fromtimestamp(self.wall(), UTC)


def jump(file: Path) -> float:
    """Seconds that the clock is off by just now."""
    try:
        return float(file.read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):  # it is being written just now
        return 0.0
