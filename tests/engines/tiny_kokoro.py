"""Files with the inputs and outputs of Kokoro's, and a tone for a voice: 50 ms for each phoneme."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

SAMPLES_PER_TOKEN = 1200
VOICES = ("af_tiny", "am_tiny", "bf_tiny")


def write(folder: Path, *, durations: bool = True) -> tuple[Path, Path]:
    """Write the model and the voices; `durations`: whether the model tells them, as the newer exports do."""
    model, voices = folder / "kokoro.onnx", folder / "voices.bin"
    model.write_bytes(_model(durations))
    rng = np.random.default_rng(1)
    with voices.open("wb") as file:
        styles: dict[str, Any] = {name: rng.standard_normal((510, 1, 256), np.float32) for name in VOICES}
        np.savez(file, **styles)
    return model, voices


def _model(durations: bool) -> bytes:
    from onnx import TensorProto, checker, helper

    node = helper.make_node
    constants = {"per_token": float(SAMPLES_PER_TOKEN), "step": 0.1, "loud": 0.3}
    nodes = [
        node("Shape", ["tokens"], ["shape"], start=1, end=2),
        node("Cast", ["shape"], ["count"], to=TensorProto.FLOAT),
        node("Mul", ["count", "per_token"], ["slow"]),
        node("Div", ["slow", "speed"], ["length"]),
        node("Squeeze", ["length"], ["limit"]),
        node("Range", ["zero", "limit", "unit"], ["ramp"]),
        node("Mul", ["ramp", "step"], ["phase"]),
        node("Sin", ["phase"], ["wave"]),
        node("Mul", ["wave", "loud"], ["full"]),
        # The style has to have its say, or the checker would find an input without use.
        node("ReduceMean", ["style"], ["mean"], keepdims=0),
        node("Mul", ["mean", "zero"], ["nothing"]),
        node("Add", ["full", "nothing"], ["audio"]),
        node("Expand", ["one", "shape"], ["duration"]),
    ]
    floats = [helper.make_tensor(name, TensorProto.FLOAT, [1], [value]) for name, value in constants.items()]
    scalars = [
        helper.make_tensor(name, TensorProto.FLOAT, [], [value])
        for name, value in {"zero": 0.0, "unit": 1.0}.items()
    ]
    value = helper.make_tensor_value_info
    outputs = [value("audio", TensorProto.FLOAT, ["n"]), value("duration", TensorProto.INT64, ["t"])]
    graph = helper.make_graph(
        nodes if durations else nodes[:-1],
        "tiny",
        [
            value("tokens", TensorProto.INT64, [1, "t"]),
            value("style", TensorProto.FLOAT, [1, 256]),
            value("speed", TensorProto.FLOAT, [1]),
        ],
        outputs if durations else outputs[:1],
        [*floats, *scalars, helper.make_tensor("one", TensorProto.INT64, [1], [1])],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    checker.check_model(model)
    return bytes(model.SerializeToString())
