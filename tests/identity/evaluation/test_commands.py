"""`atrium evaluate`, `calibrate`, `evaluate-pad` as they are typed."""

import json
from pathlib import Path

import pytest

from identity.evaluation.people import people_in
from identity.faces.calibrations import calibration_of, shipped_calibration, site_file
from identity.faces.engine import ENGINES, engine_info
from identity.liveness.score import LIVE
from kiosk import cli


@pytest.fixture
def few(shared: Path, tmp_path: Path) -> Path:
    """Twelve people with three pictures or more, by links."""
    everybody = people_in(shared / "data" / "lfw-dev")
    folder = tmp_path / "people"
    for person in [one for one in everybody if len(one.pictures) >= 3][:12]:
        (folder / person.name).mkdir(parents=True)
        for picture in person.pictures[:3]:
            (folder / person.name / picture.name).symlink_to(picture)
    return folder


def test_evaluate_reports_what_the_pictures_support(
    few: Path, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plot = tmp_path / "det.png"
    (few / "nobody").mkdir()
    broken = next(few.iterdir()) / "broken.jpg"
    broken.write_bytes(b"\xff\xd8 not a picture")
    assert cli.main(["evaluate", str(few), "--json", "--plot", str(plot)]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["engine"], report["people"], report["images"]) == ("sface", 12, 37)
    assert report["genuine"] == 12 * 6
    assert report["impostor"] == 36 * 33
    assert report["no_face"] == 0
    assert len(report["unreadable"]) == 1
    assert report["fnmr"]["1e-5"] is None
    assert report["eer"] < 0.05
    assert report["as_calibrated"]["fmr"] <= 2 / 1188
    assert report["ms"]["total"] > 0
    assert plot.read_bytes().startswith(b"\x89PNG")


def test_calibrate_refuses_too_few_people(
    few: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["calibrate", str(few)]) == 1
    assert "bring more people" in capsys.readouterr().err
    assert not site_file(engine_info("sface")).exists()


def test_evaluate_pad_names_each_species(
    shared: Path, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cameras = shared / "data" / "cameras"
    for name in ("live-a", "print-of-a"):
        (tmp_path / name).mkdir()
        for file in sorted((cameras / name).iterdir())[::8]:
            (tmp_path / name / file.name).symlink_to(file)
    arguments = ["--live", str(tmp_path / "live-a"), "--attack", f"print={tmp_path}/print-of-a"]
    models = ["--models", str(shared / "models")]
    assert cli.main(["evaluate-pad", *arguments, *models, "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["threshold"] == LIVE
    assert report["bpcer"]["rate"] == 0
    assert report["bpcer"]["n"] == 10
    (species,) = report["species"]
    assert (species["name"], species["apcer"], species["n"]) == ("print", 0, 10)
    assert 0.2 < species["ci95"][1] < 0.4
    assert len(report["model"]) == 2


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["evaluate", "{empty}"], "two people or more"),
        (["evaluate", "{empty}/nowhere"], "is not a folder"),
        (["evaluate", "{empty}", "--enrol-images", "0"], "from 1 to"),
        (["evaluate", "{empty}", "--plot", "det.txt"], "must end in .png"),
        (["calibrate", "{empty}"], "two people or more"),
        (["evaluate-pad", "--live", "{empty}", "--attack", "print"], "NAME=DIR"),
        (["evaluate-pad", "--live", "{empty}", "--attack", "print={empty}"], "models install"),
    ],
)
def test_what_cannot_be_measured_is_said(
    arguments: list[str],
    why: str,
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.delenv("ATRIUM_MODELS", raising=False)
    assert cli.main([one.format(empty=tmp_path) for one in arguments]) != 0
    assert why in capsys.readouterr().err


@pytest.mark.parametrize("name", ENGINES)
def test_shipped_calibrations_say_what_they_rest_on(name: str) -> None:
    info = engine_info(name)
    data = json.loads(Path(f"identity/faces/{name}.json").read_text("utf-8"))
    assert data["models"] == {model.name: model.sha256 for model in info.models}
    assert data["pairs"]["one_picture"] > 1_000_000
    for point in [*data["one_picture"], *data["several_pictures"]]:
        low, high = point["ci95"]
        assert low <= point["similarity"] <= high
    assert shipped_calibration(info).threshold(10_000, 1) < 1


@pytest.mark.log_allowed
def test_the_sites_own_calibration_is_used_for_its_own_models_only(
    home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    info = engine_info("sface")
    own = site_file(info)
    own.parent.mkdir(parents=True)
    data = json.loads(Path("identity/faces/sface.json").read_text("utf-8"))
    for points in (data["one_picture"], data["several_pictures"]):
        for point in points:
            point["similarity"] += 0.1
    own.write_text(json.dumps(data))
    shipped = shipped_calibration(info)
    assert calibration_of(info).threshold(10_000, 1) == pytest.approx(
        shipped.threshold(10_000, 1) + 0.1
    )
    data["models"]["face_recognition_sface_2021dec_int8bq.onnx"] = "0" * 64
    own.write_text(json.dumps(data))
    assert calibration_of(info) == shipped
    assert "make it anew" in caplog.text
