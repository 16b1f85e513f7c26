"""The one-time rewrite of the published SFace graph into one that OpenCV 5 takes, and runs faster.

The published file keeps its weights in blocks of 8-bit numbers and lists them among the graph's
inputs. Here they become plain 32-bit constants; the embedding stays the same.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper

_INPUT = "data"
Constants = dict[str, NDArray[Any]]


def dequantised(published: bytes) -> bytes:
    """The same network with one input and 32-bit weights, as ONNX bytes."""
    model = onnx.load_model_from_string(published)
    graph = model.graph
    constants = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    folded, kept = _fold(graph.node, constants)
    used = {name for node in kept for name in node.input}
    initializers = [one for one in graph.initializer if one.name in used]
    initializers += [
        numpy_helper.from_array(np.ascontiguousarray(value), name)
        for name, value in folded.items()
        if name in used
    ]
    inputs = [one for one in graph.input if one.name == _INPUT]
    plain = helper.make_graph(kept, graph.name, inputs, list(graph.output), initializers)
    opset = next(one.version for one in model.opset_import if one.domain == "")
    rewritten = helper.make_model(plain, opset_imports=[helper.make_opsetid("", opset)])
    rewritten.ir_version = model.ir_version
    onnx.checker.check_model(rewritten)
    return bytes(rewritten.SerializeToString())


def _fold(nodes: Iterable[Any], constants: Constants) -> tuple[Constants, list[Any]]:
    """Carry out what needs only constants; returns those results and the nodes that remain."""
    folded: Constants = {}
    kept: list[Any] = []
    for node in nodes:
        if node.op_type == "DequantizeLinear" and node.input[0] in constants:
            folded[node.output[0]] = _dequantise(node, constants)
        elif node.op_type == "Reshape" and node.input[0] in folded and node.input[1] in constants:
            shape = constants[node.input[1]]
            folded[node.output[0]] = folded[node.input[0]].reshape(shape)
        else:
            kept.append(node)
    return folded, kept


def _dequantise(node: Any, constants: Constants) -> NDArray[Any]:
    values, scale, zero = (constants[name] for name in node.input[:3])
    attributes = {one.name: helper.get_attribute_value(one) for one in node.attribute}
    axis, block = attributes.get("axis", 1), attributes.get("block_size", 0)
    if block:
        scale = _spread(scale, block, axis, values.shape[axis])
        zero = _spread(zero, block, axis, values.shape[axis])
    plain: NDArray[Any] = (values.astype(np.float32) - zero.astype(np.float32)) * scale
    return plain


def _spread(blocks: NDArray[Any], size: int, axis: int, length: int) -> NDArray[Any]:
    """One number a block becomes one a value."""
    return np.repeat(blocks, size, axis=axis).take(range(length), axis=axis)
