"""`atrium catalogue`: checked, exported, imported again, and nothing lost that CPSV-AP can say."""

import json
from pathlib import Path
from typing import Any

import pytest

from foundation.paths import asset
from kiosk.cli import main
from kiosk.services.catalogue import load_catalogue


def _subset(part: Any, whole: Any) -> bool:
    if isinstance(part, dict):
        return all(key in whole and _subset(value, whole[key]) for key, value in part.items())
    if isinstance(part, list):
        same = len(part) == len(whole)
        return same and all(_subset(a, b) for a, b in zip(part, whole, strict=True))
    return bool(part == whole)


def test_the_catalogue_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalogue", "check"]) == 0
    services = len(list(asset("catalogue", "services").glob("*.json")))
    assert f"{services} services and 5 life events" in capsys.readouterr().out


def test_what_was_exported_comes_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, folder = tmp_path / "catalogue.jsonld", tmp_path / "imported"
    assert main(["catalogue", "export", "--out", str(file)]) == 0
    assert main(["catalogue", "import", str(file), "--out", str(folder)]) == 0
    assert "policy: say how sure" in capsys.readouterr().out
    catalogue = load_catalogue()
    for kind, ours in (("services", catalogue.services), ("life_events", catalogue.life_events)):
        assert {path.stem for path in (folder / kind).iterdir()} == {one.id for one in ours}
        for one in ours:
            imported = json.loads((folder / kind / f"{one.id}.json").read_text("utf-8"))
            assert _subset(imported, one.model_dump(mode="json")), one.id
    departments = json.loads((folder / "departments.json").read_text("utf-8"))
    assert departments == [{"id": one.id, "name": one.name} for one in catalogue.departments]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "cannot be read"),
        ("[]", "no @graph"),
        ('{"@graph": [{"@id": "x", "@type": "cpsv:PublicService"}]}', "missing"),
    ],
)
def test_what_is_no_catalogue_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    file = tmp_path / "file.jsonld"
    file.write_text(text)
    assert main(["catalogue", "import", str(file), "--out", str(tmp_path / "out")]) == 1
    assert told in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_an_identifier_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    file = tmp_path / "file.jsonld"
    event = {
        "@id": "urn:x",
        "@type": "cv:LifeEvent",
        "dct:identifier": "../outside",
        "dct:title": [],
        "dct:description": [],
        "dct:relation": {"@list": []},
        "dcat:keyword": [],
    }
    file.write_text(json.dumps({"@graph": [event]}))
    assert main(["catalogue", "import", str(file), "--out", str(tmp_path / "out")]) == 1
    assert not list(tmp_path.rglob("outside*"))
