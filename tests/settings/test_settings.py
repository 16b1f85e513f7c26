"""Settings: defaults, errors that name the line, changes that keep comments."""

from pathlib import Path

import pytest

from kiosk.settings import Settings, SettingsError, load, save
from kiosk.settings.file import from_text
from kiosk.settings.manual import manual


def test_without_a_file_every_setting_has_its_default(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml") == Settings()


def test_an_unknown_key_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('language = "en"\nlangauge = "en"\n')
    with pytest.raises(SettingsError, match=r"config.toml, line 2: there is no setting 'langauge'"):
        load(path)


@pytest.mark.parametrize("line", ["one_in = 5", 'one_in = "10000"', 'language = "fr"', "voice = 1"])
def test_a_value_that_is_not_allowed_says_what_is(tmp_path: Path, line: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(line + "\n")
    with pytest.raises(SettingsError, match=r"line 1.* is not allowed: Input should be"):
        load(path)


def test_what_is_no_toml_is_said_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("language = \n")
    with pytest.raises(SettingsError, match="line 1"):
        load(path)


def test_a_change_keeps_comments_and_the_last_good_file(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('# ours\nlanguage = "en"  # for visitors\n')
    changes = save({"idle_seconds": 90, "language": "en"}, path)
    assert [str(change) for change in changes] == ["idle_seconds: 60 -> 90"]
    assert "# for visitors" in path.read_text() and load(path).idle_seconds == 90
    assert (tmp_path / "config.toml.last-good").read_text().startswith("# ours")


def test_a_change_that_is_not_allowed_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    save({"voice": True}, path)
    before = path.read_bytes()
    with pytest.raises(SettingsError):
        save({"voice": False, "one_in": 3}, path)
    assert path.read_bytes() == before


def test_typed_text_becomes_what_the_setting_takes() -> None:
    assert from_text("voice", "yes") is True
    assert from_text("one_in", "20000") == 20000
    assert from_text("camera", "1") == "1"
    with pytest.raises(SettingsError, match="no setting 'colour'"):
        from_text("colour", "red")


@pytest.mark.parametrize("typed", ["--5", "²", "-", "", "1.5"])
def test_what_is_no_number_is_refused_with_what_is_allowed(tmp_path: Path, typed: str) -> None:
    value = from_text("one_in", typed)
    with pytest.raises(SettingsError, match=r"one_in = .* is not allowed"):
        save({"one_in": value}, tmp_path / "config.toml")


def test_the_manual_is_the_generated_one() -> None:
    page = Path(__file__).parents[2] / "docs" / "settings.md"
    assert page.read_text(encoding="utf-8") == manual()
