"""The upstream PyTorch files: read without running anything, converted to the same network."""

import hashlib
import io
import os
import pickle
import struct
from collections import OrderedDict
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import onnxruntime
import pytest

from identity.faces.detector import Detector
from identity.faces.vision import opencv
from identity.liveness.passive import PassivePair, surroundings
from identity.models import Listed, listed, models_folder
from identity.models.install import from_path, install
from identity.models.minifasnet import build
from identity.models.torch_file import NotWeights, Weights, read_weights
from identity.pictures import Image

PAIR = [entry for entry in listed() if entry.role == "liveness"]
ids = [entry.id for entry in PAIR]


@pytest.fixture(scope="session")
def published() -> Path:
    """The folder of the upstream's own files."""
    named = os.environ.get("ATRIUM_UPSTREAM_MODELS")
    if not named:
        pytest.skip("needs the upstream .pth files: name their folder in ATRIUM_UPSTREAM_MODELS")
    return Path(named)


def _weights(squeezed: bool) -> Weights:
    """A small network of the same build, with numbers by chance."""
    chance = np.random.default_rng(7)
    weights: Weights = {}

    def layer(name: str, shape: tuple[int, ...], bn: str = "", slope: bool = True) -> None:
        weights[f"{name}.weight"] = chance.normal(0, 0.2, shape).astype(np.float32)
        if bn:
            for part in ("weight", "bias", "running_mean"):
                weights[f"{bn}.{part}"] = chance.normal(0, 1, shape[0]).astype(np.float32)
            weights[f"{bn}.running_var"] = chance.uniform(0.5, 2, shape[0]).astype(np.float32)
        if slope:
            weights[f"{name.removesuffix('.conv')}.prelu.weight"] = np.full(
                shape[0], 0.25, np.float32
            )

    def block(name: str) -> None:
        layer(f"{name}.conv.conv", (6, 4, 1, 1), f"{name}.conv.bn")
        layer(f"{name}.conv_dw.conv", (6, 1, 3, 3), f"{name}.conv_dw.bn")
        layer(f"{name}.project.conv", (4, 6, 1, 1), f"{name}.project.bn", slope=False)

    layer("conv1.conv", (4, 3, 3, 3), "conv1.bn")
    layer("conv2_dw.conv", (4, 1, 3, 3), "conv2_dw.bn")
    for halving, stage in (("conv_23", "conv_3"), ("conv_34", "conv_4"), ("conv_45", "conv_5")):
        block(halving)
        block(f"{stage}.model.0")
        if squeezed:
            at = f"{stage}.model.0.se_module"
            layer(f"{at}.fc1", (2, 4, 1, 1), f"{at}.bn1", slope=False)
            layer(f"{at}.fc2", (4, 2, 1, 1), f"{at}.bn2", slope=False)
    layer("conv_6_sep.conv", (8, 4, 1, 1), "conv_6_sep.bn")
    layer("conv_6_dw.conv", (8, 1, 5, 5), "conv_6_dw.bn", slope=False)
    layer("linear", (5, 8), "bn", slope=False)
    layer("prob", (3, 5), slope=False)
    return weights


@pytest.mark.parametrize("squeezed", [False, True])
def test_any_weights_of_this_build_become_a_network_and_always_the_same(squeezed: bool) -> None:
    weights = _weights(squeezed)
    model = build(weights)
    assert model == build(dict(reversed(weights.items())))
    x = np.random.default_rng(1).uniform(0, 255, (1, 3, 80, 80)).astype(np.float32)
    (slow,) = onnxruntime.InferenceSession(model).run(None, {"input": x})
    network = cv2.dnn.readNetFromONNX(np.frombuffer(model, np.uint8))
    network.setInput(x)
    assert network.forward() == pytest.approx(slow, abs=1e-3)
    assert np.ptp(slow) > 0.01
    changed = {**weights, "conv1.bn.running_var": weights["conv1.bn.running_var"] * 2}
    assert build(changed) != model


def _old_file(weights: dict[str, Any], numbers: dict[str, bytes]) -> bytes:
    """The five pickles and the storages; `weights` are written as pickle opcodes by hand."""
    out = io.BytesIO()
    for part in (0x1950A86A20F9469CFC6C, 1001, {"little_endian": True}):
        out.write(pickle.dumps(part, protocol=2))
    out.write(b"\x80\x02}(")
    for name, body in weights.items():
        out.write(b"X" + struct.pack("<I", len(name)) + name.encode() + body)
    out.write(b"u.")
    out.write(pickle.dumps(list(numbers), protocol=2))
    for data in numbers.values():
        out.write(struct.pack("<q", len(data) // 4) + data)
    return out.getvalue()


def _tensor(key: str, count: int, shape: bytes, stride: bytes, name: str = "torch._utils") -> bytes:
    text = b"".join(b"X" + struct.pack("<I", len(part)) + part for part in (key.encode(), b"cpu"))
    storage = b"(X\x07\0\0\0storagectorch\nFloatStorage\n" + text
    storage += b"J" + struct.pack("<i", count) + b"NtQ"
    call = b"c" + name.encode() + b"\n_rebuild_tensor_v2\n("
    return call + storage + b"K\x00" + shape + stride + b"\x89ccollections\nOrderedDict\n)RtR"


NUMBERS = np.arange(6, dtype=np.float32)
WHOLE = _tensor("7", 6, b"K\x02K\x03\x86", b"K\x03K\x01\x86")


def test_named_tensors_are_read() -> None:
    read = read_weights(_old_file({"module.a.weight": WHOLE}, {"7": NUMBERS.tobytes()}))
    assert list(read) == ["a.weight"]
    assert np.array_equal(read["a.weight"], NUMBERS.reshape(2, 3))


RAN: list[str] = []


class _Evil:
    def __reduce__(self) -> Any:
        return RAN.append, ("a pickle ran a function",)


class _EvilByName:
    def __reduce__(self) -> Any:
        return os.getpid, ()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pickle.dumps(_Evil(), protocol=2), "asks for"),
        (pickle.dumps(_EvilByName(), protocol=2), "asks for"),
        (pickle.dumps(OrderedDict(a=1), protocol=2), "not a file"),
        (b"", "does not hold weights"),
        (b"PK\x03\x04 a newer file", "does not hold weights"),
        (_old_file({"a": WHOLE}, {"7": NUMBERS.tobytes()})[:-4], "does not hold weights"),
        (_old_file({"a": WHOLE}, {"7": NUMBERS.tobytes() * 2}), "has 12 numbers, not 6"),
        (_old_file({"a": WHOLE}, {"8": NUMBERS.tobytes()}), "does not hold weights"),
        (
            _old_file({"a": _tensor("7", 6, b"K\x03K\x02\x86", b"K\x01K\x03\x86")},
                      {"7": NUMBERS.tobytes()}),
            "in one piece",
        ),
        (
            _old_file({"a": _tensor("7", 6, b"K\x06\x85", b"K\x01\x85", "builtins")},
                      {"7": NUMBERS.tobytes()}),
            "asks for builtins",
        ),
    ],
)  # fmt: skip
def test_what_is_more_or_less_than_weights_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(NotWeights, match=words):
        read_weights(data)
    assert RAN == []


@pytest.mark.parametrize("entry", PAIR, ids=ids)
def test_the_published_file_becomes_the_listed_model(
    entry: Listed, published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATRIUM_CACHE", str(tmp_path))
    assert entry.upstream is not None
    target, origin = install(entry, [from_path(published)])
    assert origin.endswith(".pth")
    assert hashlib.sha256(target.read_bytes()).hexdigest() == entry.derived_sha256
    bad = tmp_path / "bad"
    bad.mkdir()
    changed = bytearray((published / entry.upstream.name).read_bytes())
    changed[-1] ^= 1
    (bad / entry.upstream.name).write_bytes(changed)
    with pytest.raises(Exception, match="SHA-256 differs"):
        install(replace(entry, name="other.onnx"), [from_path(bad)])


@pytest.mark.parametrize("entry", PAIR, ids=ids)
def test_the_conversion_answers_like_the_other_export(
    entry: Listed, published: Path, shared: Path, portrait: Image
) -> None:
    assert entry.upstream is not None
    model = build(read_weights((published / entry.upstream.name).read_bytes()))
    ours = onnxruntime.InferenceSession(model)
    theirs = onnxruntime.InferenceSession(shared / "models" / entry.name)
    face = Detector().find(portrait)[0]
    left, top, right, bottom = surroundings(portrait.shape[:2], face.box, entry.scale)
    crop = opencv().resize(portrait[top : bottom + 1, left : right + 1], (80, 80))
    chance = np.random.default_rng(2)
    inputs = [crop.transpose(2, 0, 1)[None].astype(np.float32)]
    inputs += [chance.uniform(0, 255, (1, 3, 80, 80)).astype(np.float32) for _ in range(20)]
    for x in inputs:
        (one,), (other,) = (net.run(None, {"input": x}) for net in (ours, theirs))
        assert one == pytest.approx(other, abs=1e-4)


def test_a_converted_pair_judges_and_says_which_bytes_it_is(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, portrait: Image
) -> None:
    monkeypatch.setenv("ATRIUM_CACHE", str(tmp_path))
    monkeypatch.delenv("ATRIUM_MODELS", raising=False)
    for entry in PAIR:
        install(entry, [from_path(published)])
    pair = PassivePair()
    assert pair.available
    assert [one.sha256 for one in pair.models] == [entry.derived_sha256 for entry in PAIR]
    assert 0 <= pair.score(portrait, Detector().find(portrait)[0]) <= 1
    assert len(list(models_folder().iterdir())) == 2
