"""`atrium models` on a terminal of its own, with small files in place of networks."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

import kiosk.commands.models as command
from identity.models import Listed, listed, models_folder
from kiosk.cli import CommandFailed, _parser

BYTES = b"a network of the test"
PAIR = Listed("one", "liveness", "one.onnx", "1", hashlib.sha256(BYTES).hexdigest())
OTHER = replace(PAIR, id="two", name="two.onnx", required_for=command.PASSIVE)


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to bring models from; the terminal has none of the two of its list."""
    monkeypatch.setenv("ATRIUM_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("ATRIUM_CACHE", raising=False)
    monkeypatch.delenv("ATRIUM_MODELS", raising=False)
    monkeypatch.setattr(command, "listed", lambda: (PAIR, OTHER))
    brought = tmp_path / "brought"
    brought.mkdir()
    return brought


def _run(*arguments: str) -> int:
    return command.run(_parser().parse_args(["models", *arguments]))


def test_the_real_list_is_shown_with_licence_and_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ATRIUM_HOME", str(tmp_path))
    monkeypatch.delenv("ATRIUM_CACHE", raising=False)
    monkeypatch.delenv("ATRIUM_MODELS", raising=False)
    assert _run("list", "--json") == 0
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)}
    assert set(rows) == {entry.id for entry in listed()}
    assert rows["sface"]["found"] == "package"
    assert rows["silent-face-v2"]["found"] is None
    assert all(row["licence"] for row in rows.values())
    assert _run("verify") == 0
    assert "only needed for: passive liveness" in capsys.readouterr().out


def test_what_is_required_and_missing_fails_and_says_what_to_do(
    terminal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("verify") == 1
    lines = capsys.readouterr().out
    assert "one: MISSING" in lines
    assert "atrium models install one" in lines
    assert "two: not installed" in lines


def test_the_pair_is_required_once_the_settings_ask_for_it(
    terminal: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (models_folder() / "one.onnx").write_bytes(BYTES)
    assert _run("verify") == 0
    config = tmp_path / "home" / "config" / "config.toml"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text('liveness = "passive"\n')
    assert _run("verify") == 1
    assert "two: MISSING" in capsys.readouterr().out


def test_a_wrong_copy_is_named_even_beside_a_right_one(
    terminal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (models_folder() / "one.onnx").write_bytes(BYTES)
    (terminal / "one.onnx").write_bytes(BYTES[:-1])
    assert _run("verify", "--json", "--models", str(terminal)) == 1
    answer = json.loads(capsys.readouterr().out)
    assert not answer["ok"]
    (row,) = [row for row in answer["models"] if row["id"] == "one"]
    assert row["found"] == "cache"
    assert row["faults"] == [f"{terminal / 'one.onnx'} SHA-256 differs from the manifest's"]


def test_what_is_missing_is_installed_from_a_folder_once(
    terminal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for entry in (PAIR, OTHER):
        (terminal / entry.name).write_bytes(BYTES)
    assert _run("install", "--from", str(terminal)) == 0
    assert sorted(file.name for file in models_folder().iterdir()) == ["one.onnx", "two.onnx"]
    assert _run("verify") == 0
    capsys.readouterr()
    assert _run("install", "--from", str(terminal)) == 0
    assert "nothing to install" in capsys.readouterr().out


def test_one_file_is_known_by_its_bytes_whatever_its_name(terminal: Path) -> None:
    file = terminal / "downloaded (1).bin"
    file.write_bytes(BYTES)
    assert _run("install", "one", "--from", str(file)) == 0
    assert (models_folder() / "one.onnx").read_bytes() == BYTES


def test_a_wrong_file_is_not_installed_and_leaves_nothing(
    terminal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (terminal / "one.onnx").write_bytes(BYTES + b"!")
    assert _run("install", "one", "--from", str(terminal)) == 1
    assert "NOT INSTALLED" in capsys.readouterr().out
    assert list(models_folder().iterdir()) == []


def test_a_folder_in_a_files_place_is_said_not_to_be_a_model(
    terminal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (models_folder() / "one.onnx").mkdir()
    assert _run("verify") == 1
    assert "not a file of a model's size" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["three"], "there are one, two"), (["--from", "/no/where"], "no file")],
)
def test_mistakes_of_the_command_line_exit_with_2(
    terminal: Path, arguments: list[str], words: str
) -> None:
    with pytest.raises(CommandFailed, match=words) as failed:
        _run("install", *arguments)
    assert failed.value.code == 2
