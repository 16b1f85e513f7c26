"""The catalogue: complete in both languages, legible signs, search that forgives."""

import json
import shutil
from pathlib import Path

import pytest

from foundation.paths import asset
from kiosk.services.catalogue import Catalogue, CatalogueError, load_catalogue
from kiosk.services.forms import load_form

DEPARTMENTS = [
    "households",
    "marriage",
    "education",
    "social_security",
    "medical",
    "disability",
    "tax",
    "business",
    "housing_fund",
    "exit_entry",
]


def contrast_with_white(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    luminance = sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 1.05 / (luminance + 0.05)


def test_ten_departments_stand_at_counters_one_to_ten(catalogue: Catalogue) -> None:
    assert [one.id for one in catalogue.departments] == DEPARTMENTS
    assert [one.counter for one in catalogue.departments] == list(range(1, 11))


def test_counters_of_one_zone_stand_together(catalogue: Catalogue) -> None:
    letters = [one.zone.letter for one in catalogue.departments]
    assert letters == sorted(letters)
    assert len(set(letters)) == 4


def test_a_department_of_an_unknown_zone_is_refused(tmp_path: Path) -> None:
    (tmp_path / "zones.json").write_text("[]")
    (tmp_path / "departments.json").write_text('[{"id": "tax", "counter": 1, "zone": "moon"}]')
    with pytest.raises(CatalogueError, match=r"departments\.json.*needs a zone"):
        load_catalogue(tmp_path)


def test_a_white_numeral_is_legible_on_every_sign(catalogue: Catalogue) -> None:
    assert len({one.colour for one in catalogue.departments}) == 10
    for one in catalogue.departments:
        assert contrast_with_white(one.colour) >= 7.5, one.id


def test_every_department_offers_something_and_every_service_has_its_form(
    catalogue: Catalogue,
) -> None:
    assert len(catalogue.services) >= 14
    for department in catalogue.departments:
        assert catalogue.services_of(department.id)
    for service in catalogue.services:
        assert load_form(service.form).pages


@pytest.mark.parametrize(
    ("query", "service"),
    [
        ("居住证", "residence_permit"),
        ("juzhuzheng", "residence_permit"),
        ("jzz", "residence_permit"),
        ("暂住", "residence_permit"),
        ("pasport", "passport_renewal"),
        ("ＰＡＳＳＰＯＲＴ", "passport_renewal"),
        ("open a shop", "sole_trader"),
        ("gjj", "housing_fund_rent"),
        ("领证", "marriage_appointment"),
    ],
)
def test_search_forgives(catalogue: Catalogue, query: str, service: str) -> None:
    assert service in [one.id for one in catalogue.search(query)][:2]


def test_search_for_nothing_shows_all_and_for_nonsense_none(catalogue: Catalogue) -> None:
    assert catalogue.search("  ") == list(catalogue.services)
    assert catalogue.search("qqqqqq") == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"department": "harbour"}, "harbour"),
        ({"title": {"zh_CN": "只有中文"}}, "title"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_fault_in_a_file_is_told_with_its_place(
    tmp_path: Path, change: dict[str, object], told: str
) -> None:
    folder = shutil.copytree(asset("catalogue"), tmp_path / "catalogue")
    path = folder / "services" / "residence_permit.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | change), "utf-8")
    with pytest.raises(CatalogueError, match="residence_permit") as refused:
        load_catalogue(folder)
    assert told in str(refused.value)
