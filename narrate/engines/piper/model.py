"""The neural network of a Piper voice, with its noise and its durations brought out.

The published graph draws its noise inside, from a generator that goes on from one call to the next: the
same text would sound different every time. The noise becomes an input here, from a seed. Durations, which
word times need, become an output, the way Piper's own tool does it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from narrate.engines.common import inference
from narrate.errors import EngineError, SynthesisError
from narrate.model import Samples

if TYPE_CHECKING:
    from onnx import ModelProto
    from piper import PiperVoice

CHANNELS = 192
"""Of the noise; VITS's inter_channels, the same in all Piper voices."""
FRAMES_PER_ID = 32
"""Frames of noise for each phoneme id at length scale 1. Speech takes 2, and no sound takes 16."""
LEAST_FRAMES = 512
"""Frames of noise for a text of a letter or two, which may be drawn out: 6 s."""
NOISE = "noise"


class PiperModel:
    """One voice. Thread-safe: it holds nothing that changes."""

    def __init__(self, path: Path) -> None:
        """Load `path`, with the .json beside it. Raises EngineError where they are no Piper voice."""
        import json

        import onnx

        inference.runtime()  # before piper, which imports onnxruntime
        from piper import PiperConfig, PiperVoice

        try:
            config = PiperConfig.from_dict(json.loads(config_path(path).read_text(encoding="utf-8")))
            graph = _opened_up(onnx.load(path)).SerializeToString()
            session = inference.open_session(graph)
        except Exception as error:  # onnxruntime's classes have no public base
            remedy = f"it has to be a Piper voice, with {config_path(path).name} beside it"
            raise EngineError("voice model cannot be loaded", path, f"{remedy}: {error!r:.200}") from error
        self.voice: PiperVoice = PiperVoice(session, config)

    def __call__(
        self, ids: Sequence[int], length: float, speaker: int | None, seed: int
    ) -> tuple[Samples, NDArray[np.int64], float]:
        """Speak one row of phoneme ids; `length` 2.0 is half as fast.

        Returns the samples, at the voice's own rate; how many of them each id takes, (len(ids),); and how
        many times too long it all is: whole frames, rounded up, make half of the length two thirds.
        """
        frames = max(round(len(ids) * FRAMES_PER_ID * length), LEAST_FRAMES)
        noise = np.random.default_rng(seed).standard_normal((1, CHANNELS, frames), np.float32)
        audio, counts = self._run(self._feed(ids, length, speaker, noise))
        own = self.voice.config.length_scale
        excess = 1.0
        if length != own:
            unhurried = self._durations(self._feed(ids, own, speaker, noise))
            excess = float(counts.sum() / (unhurried.sum() * length / own))
        return audio, counts * self.voice.config.hop_length, excess

    def _feed(
        self, ids: Sequence[int], length: float, speaker: int | None, noise: NDArray[np.float32]
    ) -> dict[str, Any]:
        config = self.voice.config
        feed: dict[str, Any] = {
            "input": np.array([ids], np.int64),
            "input_lengths": np.array([len(ids)], np.int64),
            "scales": np.array([config.noise_scale, length, config.noise_w_scale], np.float32),
            NOISE: noise,
        }
        if config.num_speakers > 1:
            feed["sid"] = np.array([config.default_speaker_id if speaker is None else speaker], np.int64)
        return feed

    def _run(self, feed: dict[str, Any]) -> tuple[Samples, NDArray[np.int64]]:
        try:
            audio, counts = self.voice.session.run(None, feed)
        except Exception as error:
            raise SynthesisError("the voice model failed", error) from error
        return np.clip(audio.reshape(-1), -1, 1), counts.reshape(-1).astype(np.int64)

    def _durations(self, feed: dict[str, Any]) -> NDArray[np.int64]:
        """The frames of each id alone, which costs a tenth of speaking."""
        options = inference.runtime().RunOptions()
        options.only_execute_path_to_fetches = True
        session = self.voice.session
        try:
            counts = session.run([session.get_outputs()[-1].name], feed, options)[0]
        except Exception as error:
            raise SynthesisError("the voice model failed", error) from error
        return np.asarray(counts).reshape(-1).astype(np.int64)


def config_path(model: Path) -> Path:
    """Where Piper keeps what is to be known about a voice."""
    return model.with_name(model.name + ".json")


def _opened_up(model: ModelProto) -> ModelProto:
    """The graph with durations as its last output, and slices of the input `noise` in place of noise."""
    from onnx import TensorProto, helper
    from piper.patch_voice_with_alignment import add_alignment_output

    graph = model.graph
    if len(graph.output) == 1:
        add_alignment_output(model)
    shape: list[str | int | None] = [1, CHANNELS, "noise_frames"]
    graph.input.append(helper.make_tensor_value_info(NOISE, TensorProto.FLOAT, shape))
    graph.initializer.append(helper.make_tensor("noise_start", TensorProto.INT64, [3], [0, 0, 0]))
    nodes = list(graph.node)
    del graph.node[:]
    for node in nodes:
        if node.op_type == "RandomNormalLike":
            end = f"{node.output[0]}_shape"
            graph.node.append(helper.make_node("Shape", node.input, [end]))
            graph.node.append(helper.make_node("Slice", [NOISE, "noise_start", end], node.output))
        else:
            graph.node.append(node)
    return model
