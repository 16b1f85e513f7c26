"""Many captures in a row leave the identity process as large as it was.

`python -m tests.identity.soak --count 200` is the long run of the same.
"""

from pathlib import Path

from tests.identity.client import Client
from tests.identity.soak import soak

COUNT = 26
GROWTH_MB = 12


def test_captures_in_a_row_leave_nothing_behind(client: Client, tmp_path: Path) -> None:
    report = soak(client, tmp_path, COUNT)
    assert report.wrong == []
    assert report.end_open <= report.settled_open
    assert report.end_mb - report.settled_mb < GROWTH_MB
