"""The small forms of these tests are filled, judged, and told of by the command."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from foundation.forms import refusals
from kiosk.cli import main
from kiosk.services.forms import Draft
from tests.forms.answering import fill_validly
from tests.forms.importing.parts import NOW, SOURCES, imported

OWN = [
    ("defra", "ferry.json"),
    ("defra", "harbour.json"),
    ("formio", "garden.json"),
    ("xlsform", "market.md"),
    ("defra", "stall-defra.json"),
    ("formio", "stall-formio.json"),
    ("xlsform", "stall.md"),
]


@pytest.mark.parametrize(("kind", "name"), OWN)
def test_a_form_is_filled_and_both_sides_take_it(kind: str, name: str) -> None:
    form, _ = imported(kind, name)
    draft = Draft(form, lambda registry, _: registry, lambda: NOW)
    fill_validly(draft, form.languages[0])
    body = draft.body("service", "citizen", form.languages[0])
    assert refusals(form.rules, body["answers"], datetime.fromisoformat(body["filled_at"])) == []


@pytest.mark.parametrize(("kind", "name"), OWN)
def test_the_command_writes_a_form_that_is_sound(
    kind: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, report = tmp_path / "sample.json", tmp_path / "report.json"
    source = str(SOURCES / name)
    given = ["form", "import", "--from", kind, source, "--out", str(out), "--report", str(report)]
    assert main(given) == 0
    assert main(["form", "check", str(out)]) == 0
    told = json.loads(report.read_text("utf-8"))
    printed = capsys.readouterr().out
    assert f"questions: {told['questions']['source']} in the source" in printed
    for remark in told["remarks"]:
        assert remark["what"] in printed


def test_the_command_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{}", "utf-8")
    out = str(tmp_path / "sample.json")
    assert main(["form", "import", "--from", "defra", str(broken), "--out", out]) == 2
    assert "no pages with a path" in capsys.readouterr().err
