"""Every text is in every language, and the catalogue is what the screens say now."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from foundation.paths import asset
from kiosk.screens.window import Screens
from tests.screens import gallery, looking, samples

SCREENS = Path(asset()).parent / "kiosk" / "screens"
CATALOGUE = asset("translations", "atrium_zh_CN.ts")


def _messages(catalogue: Path) -> dict[tuple[str, str], str]:
    found = {}
    for context in ET.parse(catalogue).getroot().findall("context"):
        name = context.findtext("name") or ""
        for message in context.findall("message"):
            translation = message.find("translation")
            assert translation is not None
            done = translation.get("type") is None
            found[name, message.findtext("source") or ""] = (translation.text or "") if done else ""
    return found


def test_nothing_is_untranslated() -> None:
    assert [key for key, words in _messages(CATALOGUE).items() if not words] == []


def test_places_for_values_are_kept() -> None:
    for (_, source), words in _messages(CATALOGUE).items():
        assert sorted(re.findall(r"%\d", source)) == sorted(re.findall(r"%\d", words)), source


def test_catalogue_knows_every_text_of_the_screens(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    files = sorted(str(file) for file in SCREENS.rglob("*.qml"))
    subprocess.run([tool, *files, "-ts", fresh, "-silent"], check=True)
    assert set(_messages(fresh)) == set(_messages(CATALOGUE))


def test_language_changes_at_once(screens: Screens) -> None:
    gallery.stage(screens, "consent", "portrait-zh")
    chinese = {str(one.item.property("text")) for one in looking.texts(screens)}
    screens.set_language("en")
    english = {str(one.item.property("text")) for one in looking.texts(screens)}
    assert "您想用哪种方式证明身份？" in chinese
    assert "How would you like to show who you are?" in english
    assert not any(re.search(r"[\u4e00-\u9fff]", words) for words in english)


def test_no_screen_mixes_languages(screens: Screens) -> None:
    bilingual = {
        "attract",
        "attract-first",
        "language",
        "receipt",
        "receipt-numbered",
        "receipt-several",
        "staff-settings",
    }
    for name in samples.SCREENS.keys() - bilingual:
        gallery.stage(screens, name, "portrait-en")
        for one in looking.texts(screens):
            assert not re.search(r"[\u4e00-\u9fff]", str(one.item.property("text"))), name
