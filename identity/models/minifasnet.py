"""The Silent-Face networks as ONNX, built from the weights that were published for PyTorch.

MiniFASNet (minivision-ai/Silent-Face-Anti-Spoofing, Apache-2.0) is a stem, three stages of
inverted residual blocks, each after a block that halves the picture, and a small head. The names
and shapes of the weights say the rest: which block squeezes its channels, how wide each one is.
Batch normalisation is folded into the convolution before it, in double precision, so that the same
weights always give the same file.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper

from identity.models.torch_file import Weights

SIDE = 80
_EPSILON = 1e-5
_OPSET, _IR = 13, 7
_STAGES = (("conv_23", "conv_3"), ("conv_34", "conv_4"), ("conv_45", "conv_5"))

Numbers = NDArray[np.float64]


def build(weights: Weights) -> bytes:
    """An ONNX file. Input `input`: 1 x 3 x 80 x 80, BGR, 0..255; output `logits`: 1 x 3. Raises
    KeyError where a weight is absent."""
    net = _Net(weights)
    x = net.convolution("input", "conv1", stride=2)
    x = net.convolution(x, "conv2_dw")
    for halving, stage in _STAGES:
        x = net.block(x, halving, stride=2)
        for number in net.members(f"{stage}.model"):
            x = net.add(x, net.block(x, f"{stage}.model.{number}"))
    x = net.convolution(x, "conv_6_sep")
    x = net.convolution(x, "conv_6_dw")
    x = net.node("Flatten", [x], axis=1)
    x = net.dense(x, net.folded("linear.weight", "bn"))
    net.dense(x, (weights["prob.weight"].astype(np.float64), None), "logits")
    return net.model()


class _Net:
    """A graph that grows node by node; each value is named by its number."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def members(self, name: str) -> Iterator[int]:
        """The numbers of the blocks below a name."""
        number = 0
        while f"{name}.{number}.conv.conv.weight" in self._weights:
            yield number
            number += 1

    def block(self, x: str, name: str, stride: int = 1) -> str:
        """Widen, look about within each channel, narrow; weigh the channels where it does."""
        x = self.convolution(x, f"{name}.conv")
        x = self.convolution(x, f"{name}.conv_dw", stride)
        x = self.convolution(x, f"{name}.project")
        if f"{name}.se_module.fc1.weight" in self._weights:
            x = self._weighed(x, f"{name}.se_module")
        return x

    def convolution(self, x: str, name: str, stride: int = 1) -> str:
        """With its normalisation, and its PReLU where it has one."""
        folded = self.folded(f"{name}.conv.weight", f"{name}.bn")
        x = self._convolved(x, folded, stride)
        slope = self._weights.get(f"{name}.prelu.weight")
        if slope is None:
            return x
        return self.node("PRelu", [x, self._constant(slope.reshape(-1, 1, 1))])

    def add(self, one: str, other: str) -> str:
        """A residual connection."""
        return self.node("Add", [one, other])

    def dense(self, x: str, folded: tuple[Numbers, Numbers | None], out: str = "") -> str:
        """A fully connected layer."""
        constants = [self._constant(part) for part in folded if part is not None]
        return self.node("Gemm", [x, *constants], out, transB=1)

    def folded(self, weight: str, normalisation: str) -> tuple[Numbers, Numbers]:
        """A layer's weights and bias with the normalisation after it."""
        gamma, beta, mean, variance = (
            self._weights[f"{normalisation}.{part}"].astype(np.float64)
            for part in ("weight", "bias", "running_mean", "running_var")
        )
        scale = gamma / np.sqrt(variance + _EPSILON)
        kernel = self._weights[weight].astype(np.float64)
        return kernel * scale.reshape(-1, *[1] * (kernel.ndim - 1)), beta - mean * scale

    def node(self, kind: str, inputs: list[str], out: str = "", **attributes: Any) -> str:
        """One step; returns the name of what it gives."""
        out = out or f"v{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, inputs, [out], **attributes))
        return out

    def model(self) -> bytes:
        """The file, the same for the same weights."""
        real = onnx.TensorProto.FLOAT
        graph = helper.make_graph(
            self._nodes,
            "minifasnet",
            [helper.make_tensor_value_info("input", real, [1, 3, SIDE, SIDE])],
            [helper.make_tensor_value_info("logits", real, [1, 3])],
            self._constants,
        )
        model = onnx.ModelProto(ir_version=_IR, producer_name="atrium", graph=graph)
        model.opset_import.add(domain="", version=_OPSET)
        onnx.checker.check_model(model)
        data: bytes = model.SerializeToString(deterministic=True)
        return data

    def _weighed(self, x: str, name: str) -> str:
        """Squeeze and excitation: how much each channel counts, from its mean."""
        w = self.node("GlobalAveragePool", [x])
        w = self._convolved(w, self.folded(f"{name}.fc1.weight", f"{name}.bn1"))
        w = self.node("Relu", [w])
        w = self._convolved(w, self.folded(f"{name}.fc2.weight", f"{name}.bn2"))
        return self.node("Mul", [x, self.node("Sigmoid", [w])])

    def _convolved(self, x: str, folded: tuple[Numbers, Numbers], stride: int = 1) -> str:
        kernel, bias = folded
        outputs, inputs, height, width = kernel.shape
        # one input channel for each output: within channels. Only 3 x 3 keeps the picture's size.
        pad = 1 if (height, width) == (3, 3) else 0
        return self.node(
            "Conv",
            [x, self._constant(kernel), self._constant(bias)],
            kernel_shape=[height, width],
            strides=[stride, stride],
            pads=[pad] * 4,
            group=outputs if inputs == 1 else 1,
        )

    def _constant(self, numbers: NDArray[np.generic]) -> str:
        name = f"c{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(numbers.astype(np.float32), name))
        return name
