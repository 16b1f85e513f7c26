"""`atrium officer` plays a department against a running back-end, and says why it cannot."""

from collections.abc import Iterator

import pytest
import requests
import uuid6

from kiosk.cli import main
from tests.services.parts import TOKEN, make_home, small_body, start_backend


@pytest.fixture
def reference(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    make_home(tmp_path_factory.mktemp("home"), monkeypatch)
    child, url = start_backend()
    with child:
        headers = {"Authorization": f"Bearer {TOKEN}", "Idempotency-Key": str(uuid6.uuid7())}
        answer = requests.post(
            f"{url}/v1/submissions", json=small_body(1), headers=headers, timeout=20
        )
        yield str(answer.json()["reference"])


def test_a_case_is_looked_at_moved_and_answered(
    reference: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["officer", "list", "--department", "households"]) == 0
    assert reference in capsys.readouterr().out
    assert main(["officer", "move", reference, "take_up"]) == 0
    assert "in_review" in capsys.readouterr().out
    assert main(["officer", "move", reference, "refuse"]) == 1
    assert "words-needed" in capsys.readouterr().err
    assert main(["officer", "say", reference, "Hello"]) == 0
    assert main(["officer", "issue", reference, "household_certificate"]) == 0
    assert main(["officer", "show", reference]) == 0
    assert "Hello" in capsys.readouterr().out
    assert main(["officer", "tasks"]) == 0
    assert main(["officer", "done", "7"]) == 1


def test_without_a_back_end_it_says_what_to_do(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    make_home(tmp_path_factory.mktemp("home"), monkeypatch)
    assert main(["officer", "list"]) == 1
    assert "atrium run" in capsys.readouterr().err
