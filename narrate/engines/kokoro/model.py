"""Kokoro's network, with its durations brought out.

The published graph keeps the durations of phonemes, which word times need, to itself. Here they become a
second output. Where a graph is built otherwise and they are not found, it speaks without them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from narrate.engines.common import inference
from narrate.errors import SynthesisError
from narrate.model import Samples

if TYPE_CHECKING:
    from onnx import ModelProto
    from onnxruntime import InferenceSession

SAMPLE_RATE = 24_000
DURATION = "duration"
"""The output's name in the exports that have it."""
VOCABULARY = "kokoro_config"
"""Metadata in which newer exports carry their own alphabet."""
SPEEDS = (0.8, 1.2)
"""What the network is asked for. At 1.5 it swallows the first sound of a sentence: "She" for "Fishing"."""
PADDING = 0
"""The token before the first phoneme and behind the last."""


class KokoroModel:
    """The network for all voices. Thread-safe: it holds nothing that changes."""

    def __init__(self, path: Path, numbers: Mapping[str, int]) -> None:
        """Load `path`. `numbers` of the phonemes hold where the file carries none.

        Raises whatever onnx and onnxruntime raise, and ValueError where the inputs are not Kokoro's.
        """
        import onnx

        graph = onnx.load(path)
        duration = _bring_out(graph)
        self._session = inference.open_session(graph.SerializeToString())
        self._outputs = [self._session.get_outputs()[0].name]
        if duration:
            self._outputs.append(duration)
        types = {each.name: each.type for each in self._session.get_inputs()}
        self._tokens = "input_ids" if "input_ids" in types else "tokens"
        if types.keys() != {self._tokens, "style", "speed"}:
            raise ValueError(f"inputs {', '.join(types)} in place of tokens, style and speed")
        self.numbers = _own_numbers(self._session) or numbers
        # Some exports take whole speeds only: everything else is then left to stretching.
        takes_fractions = types["speed"] == "tensor(float)"
        self.speeds = SPEEDS if takes_fractions else (1.0, 1.0)
        self._speed_type = np.float32 if takes_fractions else np.int32

    def __call__(
        self, ids: Sequence[int], style: NDArray[np.float32], speed: float
    ) -> tuple[Samples, NDArray[np.int64] | None]:
        """Speak one row of phoneme numbers; `style` has shape (256,), and speed 2.0 is twice as fast.

        Returns the samples, at 24,000 Hz, shape (n,); and at which of them each phoneme begins and the last
        one ends, shape (len(ids) + 1,), or None where the network does not tell. Raises SynthesisError.
        """
        feed: dict[str, Any] = {
            self._tokens: np.array([[PADDING, *ids, PADDING]], np.int64),
            "style": style.reshape(1, -1),
            "speed": np.array([speed], self._speed_type),
        }
        try:
            results = self._session.run(self._outputs, feed)
        except Exception as error:  # onnxruntime's classes have no public base
            raise SynthesisError("the voice model failed", error) from error
        audio: Samples = np.clip(np.asarray(results[0], np.float32).reshape(-1), -1, 1)
        if len(results) == 1:
            return audio, None
        frames = np.asarray(results[1], np.float64).reshape(-1)
        return audio, _edges(frames, len(audio))


def _edges(frames: NDArray[np.float64], length: int) -> NDArray[np.int64]:
    """Where phonemes begin among `length` samples, from how many frames each token has, padding included."""
    samples_per_frame = length / max(frames.sum(), 1)
    edges = frames.cumsum()[:-1] * samples_per_frame
    rounded: NDArray[np.int64] = edges.round().astype(np.int64)
    return rounded


def _bring_out(model: ModelProto) -> str | None:
    """Make the durations an output, where they are found; returns its name.

    They are what a Clip, to at least one frame, makes of the only values that the network rounds.
    """
    from onnx import helper

    graph = model.graph
    if any(output.name == DURATION for output in graph.output):
        return DURATION
    rounded = {node.output[0] for node in graph.node if node.op_type == "Round"}
    clipped = [node.output[0] for node in graph.node if node.op_type == "Clip" and node.input[0] in rounded]
    if len(clipped) != 1:
        return None
    name: str = clipped[0]
    graph.output.append(helper.make_empty_tensor_value_info(name))
    return name


def _own_numbers(session: InferenceSession) -> Mapping[str, int] | None:
    """The number of each phoneme, where the file says them."""
    config = session.get_modelmeta().custom_metadata_map.get(VOCABULARY)
    if not config:
        return None
    vocabulary: Mapping[str, int] = json.loads(config)["vocab"]
    return vocabulary
