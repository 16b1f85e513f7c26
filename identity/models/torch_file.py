"""Weights out of a file that PyTorch saved before 2020, without PyTorch and without running it.

Such a file is five pickles (a magic number, the format's version, the machine's number sizes, the
named tensors, the storages' keys) and then each storage's numbers. A pickle can call anything it
names; here it can name four things, none of which does anything but hold what it is given.
"""

import io
import pickle
import struct
from collections import OrderedDict
from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

_MAGIC = 0x1950A86A20F9469CFC6C
_VERSION = 1001
_COUNT = struct.Struct("<q")

_KINDS: dict[str, np.dtype[Any]] = {
    "FloatStorage": np.dtype("<f4"),
    "LongStorage": np.dtype("<i8"),
}

Storages = dict[str, NDArray[Any]]

Weights = dict[str, NDArray[Any]]
"""Tensors by their names, without the prefix of a model that was trained on several devices."""


_MALFORMED = (
    pickle.UnpicklingError,
    struct.error,
    EOFError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
)


class NotWeights(Exception):
    """The file is no such file, or holds more than weights."""


@dataclass(frozen=True)
class _Storage:
    key: str
    kind: str
    count: int


@dataclass(frozen=True)
class _Tensor:
    storage: _Storage
    offset: int
    shape: tuple[int, ...]
    stride: tuple[int, ...]


def read_weights(data: bytes) -> Weights:
    """The named tensors of a state that PyTorch saved. Raises NotWeights."""
    file = io.BytesIO(data)
    try:
        if _next(file) != _MAGIC or _next(file) != _VERSION:
            raise NotWeights("not a file that PyTorch saved in its old form")
        if _next(file).get("little_endian") is not True:
            raise NotWeights("saved on a machine whose numbers are the other way round")
        named, keys = _next(file), _next(file)
        used = {tensor.storage.key: tensor.storage for tensor in named.values()}
        storages = _read_storages(file, keys, used)
        return {n.removeprefix("module."): _array(one, storages) for n, one in named.items()}
    except _MALFORMED as broken:
        raise NotWeights(f"the file does not hold weights: {broken}") from broken


class _Holder(pickle.Unpickler):
    """Knows what a state of tensors is made of, and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        match module, name:
            case "collections", "OrderedDict":
                return OrderedDict
            case "torch", "FloatStorage" | "LongStorage":
                return name
            case "torch._utils", "_rebuild_tensor_v2":
                return _tensor
        raise NotWeights(f"the file asks for {module}.{name}, which no weights need")

    def persistent_load(self, pid: Any) -> _Storage:
        tag, kind, key, _device, count, view = pid
        if tag != "storage" or view is not None:
            raise NotWeights("the file holds what is no plain storage")
        return _Storage(key, kind, count)


def _next(file: io.BytesIO) -> Any:
    return _Holder(file).load()


def _tensor(storage: _Storage, offset: int, shape: Any, stride: Any, *_: object) -> _Tensor:
    return _Tensor(storage, offset, tuple(shape), tuple(stride))


def _read_storages(file: io.BytesIO, keys: list[str], used: dict[str, _Storage]) -> Storages:
    """Each storage's count, then its numbers; the type is known from the tensors that use it."""
    found: Storages = {}
    for key in keys:
        storage = used[key]
        (count,) = _COUNT.unpack(file.read(_COUNT.size))
        if count != storage.count:
            raise NotWeights(f"storage {key} has {count} numbers, not {storage.count}")
        kind = _KINDS[storage.kind]
        found[key] = np.frombuffer(file.read(count * kind.itemsize), kind, count)
    return found


def _array(tensor: _Tensor, storages: Storages) -> NDArray[Any]:
    contiguous = tuple(prod(tensor.shape[n + 1 :]) for n in range(len(tensor.shape)))
    if tensor.stride != contiguous:
        raise NotWeights("a tensor does not lie in one piece")
    flat = storages[tensor.storage.key][tensor.offset : tensor.offset + prod(tensor.shape)]
    return flat.reshape(tensor.shape)
