"""Models: found by name and SHA-256, prepared once, made again when damaged."""

from pathlib import Path

import cv2
import numpy as np
import onnx
import pytest

from identity.errors import IdentityError
from identity.faces.dlib_resnet import DlibResnet
from identity.faces.engine import engine_info, open_engine
from identity.faces.prepare import prepare_models, sface_bytes
from identity.faces.sface import SFace
from identity.liveness.passive import PassivePair
from identity.models import Listed, find, listed, model, packaged
from identity.pictures import Image

ALL_PACKAGED = [entry for entry in listed() if entry.package]


@pytest.mark.parametrize("entry", ALL_PACKAGED, ids=lambda entry: entry.id)
def test_installed_packages_carry_what_the_list_says(entry: Listed) -> None:
    assert packaged(entry)


def test_a_missing_package_is_named() -> None:
    absent = Listed("x", "detector", "x.onnx", "1", "00", package="no_such_package")
    with pytest.raises(IdentityError, match="no_such_package") as missing:
        packaged(absent)
    assert missing.value.cause == "models_missing"


def test_a_file_with_the_right_name_and_other_bytes_is_not_taken(tmp_path: Path) -> None:
    entry = model("silent-face-v2")
    (tmp_path / entry.name).write_bytes(b"something else")
    data, why = find(entry, [tmp_path])
    assert data is None
    assert "SHA-256" in why


def test_preparing_twice_gives_one_file_and_damage_is_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATRIUM_CACHE", str(tmp_path))
    (file,) = prepare_models()
    whole = file.read_bytes()
    assert prepare_models() == [file]
    file.write_bytes(whole[:1000])
    assert sface_bytes() == whole
    (file.parent / "sface.json").write_text("{")
    assert prepare_models() == [file]
    assert sorted(f.name for f in file.parent.iterdir()) == sorted([file.name, "sface.json"])


def test_the_rewritten_network_gives_the_published_ones_vector(sface: SFace) -> None:
    published = onnx.load_model_from_string(packaged(model("sface")))
    only = [one for one in published.graph.input if one.name == "data"]
    del published.graph.input[:]
    published.graph.input.extend(only)
    weights = np.frombuffer(published.SerializeToString(), np.uint8)
    network = cv2.FaceRecognizerSF.create("onnx", weights, np.empty(0, np.uint8))
    face = np.random.default_rng(5).integers(0, 256, (112, 112, 3)).astype(np.uint8)
    assert sface._net.feature(face) == pytest.approx(network.feature(face), abs=1e-4)


@pytest.mark.parametrize("name", ["sface", "dlib", "fusion"])
def test_engines_know_a_person_again_and_agree_with_their_calibration(
    name: str, portrait: Image, sface: SFace
) -> None:
    from identity.faces.detector import Detector

    engine = sface if name == "sface" else open_engine(name)
    darker = (portrait * 0.7).astype(np.uint8)
    other = portrait[:, ::-1].copy()
    faces = [Detector().find(image)[0] for image in (portrait, darker, other)]
    images = (portrait, darker, other)
    one, two, three = (engine.embed(i, f) for i, f in zip(images, faces, strict=True))
    threshold = engine.calibration.threshold(10_000, 1)
    assert engine.similarity(one, two) > threshold
    assert engine.similarity(engine.mean([one, three]), two) > threshold
    shuffled = np.random.default_rng(1).permutation(one)
    assert engine.similarity(one, shuffled) < threshold
    assert engine.info == engine_info(name)


def test_dlib_uses_only_files_of_free_use() -> None:
    names = [one.name for one in DlibResnet.info.models]
    assert not any("68" in name for name in names)


def test_an_unknown_engine_is_refused() -> None:
    with pytest.raises(IdentityError, match="sface, dlib"):
        open_engine("other")


def test_half_a_pair_is_no_pair(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ATRIUM_MODELS", raising=False)
    monkeypatch.setenv("ATRIUM_CACHE", str(home))
    pair = PassivePair(tmp_path)
    assert not pair.available
    assert pair.models == ()
    assert "v2-2.7" in pair.missing
    assert "v1se-4.0" in pair.missing
