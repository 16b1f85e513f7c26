"""Hostile picture files: each ends in its cause, the process lives, memory stays, nobody is named.

`python -m tests.identity.fuzz --count 10000` is the long run of the same.
"""

from pathlib import Path

import pytest

from tests.identity.client import Client
from tests.identity.fuzz import fuzz
from tests.identity.hostile import SPECIES, Hostile, hostile

COUNT = 500
PEAK_MB = 700
GROWTH_MB = 40


def test_hostile_files_end_in_a_clear_cause(
    client: Client, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    report = fuzz(client, tmp_path, COUNT)
    assert report.wrong == []
    assert {"enrolled", "unreadable_picture", "no_face", "several_faces", "quality"} == set(
        report.outcomes
    )
    assert report.peak_mb < PEAK_MB
    assert report.end_mb - report.settled_mb < GROWTH_MB
    assert client.stop() == 0
    assert capfd.readouterr().err == ""


def test_one_hostile_file_among_good_ones_is_the_one_that_is_named(
    client: Client, tmp_path: Path
) -> None:
    good = hostile(8).put(tmp_path)
    bad = Hostile("empty", name="bad.jpg").put(tmp_path)
    refused = client.refused("enrol_pictures", subject="one", paths=[str(good), str(bad)])
    assert refused["cause"] == "unreadable_picture"
    assert str(bad) in refused["detail"]
    assert client.ask("subjects") == []


def test_what_is_no_path_is_refused(client: Client) -> None:
    for path in (None, 7, ["a"]):
        refused = client.refused("enrol_pictures", subject="one", paths=[path])
        assert refused["cause"] == "bad_request"
    for name in ("", "\0", "x" * 5000):
        refused = client.refused("enrol_pictures", subject="one", paths=[name])
        assert refused["cause"] == "unreadable_picture"


def test_the_same_number_makes_the_same_file() -> None:
    for number in range(len(SPECIES)):
        assert hostile(number) == hostile(number)
