"""The rotation keeps distances, hides without its key, and costs faces nothing."""

from pathlib import Path

import numpy as np
import pytest

from identity.faces.detector import Detector
from identity.faces.sface import SFace
from identity.gallery.rotation import Rotation
from identity.gallery.search.grid import decode, encode
from identity.gallery.search.index import Vectors
from identity.gallery.template import pack, unpack
from identity.reading import read_picture

KEY = bytes(range(32))


def _vectors(count: int) -> Vectors:
    vectors = np.random.default_rng(0).normal(size=(count, 128)).astype(np.float32)
    unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit


def _turned(rotation: Rotation, vectors: Vectors) -> Vectors:
    return np.stack([rotation.turn(one) for one in vectors])


def test_cosine_and_distance_stay_and_the_way_back_is_exact() -> None:
    rotation, vectors = Rotation(KEY, "sface", "1", 128), _vectors(100)
    turned = _turned(rotation, vectors)
    assert np.abs(turned @ turned.T - vectors @ vectors.T).max() < 1e-5
    lengths = np.linalg.norm(turned[:50] * 3 - turned[50:], axis=1)
    assert np.allclose(lengths, np.linalg.norm(vectors[:50] * 3 - vectors[50:], axis=1), atol=1e-5)
    back = np.stack([rotation.turn_back(one) for one in turned])
    assert np.abs(back - vectors).max() < 1e-6


@pytest.mark.parametrize(
    "other", [(bytes(32), "sface", "1"), (KEY, "dlib", "1"), (KEY, "sface", "2")]
)
def test_another_key_model_or_version_turns_elsewhere(other: tuple[bytes, str, str]) -> None:
    vectors = _vectors(200)
    one = _turned(Rotation(KEY, "sface", "1", 128), vectors)
    cosines = (one * _turned(Rotation(*other, 128), vectors)).sum(axis=1)
    assert np.abs(cosines).max() < 0.5
    assert abs(cosines.mean()) < 0.05


def test_it_is_the_same_on_every_machine() -> None:
    """A new version of the numerics must not make stored templates strange."""
    turned = Rotation(KEY, "sface", "1", 128).turn(np.eye(128, dtype=np.float32)[0])
    assert turned[:4] == pytest.approx([0.0306794, 0.078489, -0.1407823, 0.0680236], abs=1e-6)


def test_real_faces_lose_nothing_that_decides(shared: Path) -> None:
    folders = sorted((shared / "data" / "lfw-dev").iterdir())
    files = [file for folder in folders[:40] for file in sorted(folder.glob("*.jpg"))[:2]]
    detector, sface, rotation = Detector(), SFace(), Rotation(KEY, "sface", "1", 128)
    vectors = []
    for file in files:
        image = read_picture(str(file))
        vectors.append(sface.embed(image, detector.find(image)[0]))
    faces = np.stack(vectors)
    scores = faces @ faces.T
    turned = _turned(rotation, faces)
    stored = np.stack([rotation.turn_back(unpack(pack(one))) for one in turned])
    assert np.abs(faces @ stored.T - scores).max() < 0.005
    held = np.stack([sface.mean([one]) for one in decode(encode(turned))])
    assert np.abs(turned @ held.T - scores).max() < 0.006
