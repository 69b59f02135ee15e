"""The neural network of a hibari voice: phonemes in, spectra per 12.5 ms frame out.

The published graph keeps two things to itself that prosody and captions need: how long each phoneme
lasts, and a pace per phoneme. Both are there inside, so the file is edited as it is read, with no
more than the protobuf wire format (importing `onnx` for it takes 0.4 s; this takes 0.01 s):

- the durations, the input of the only CumSum node, become one more output;
- the input `speed`, declared as shape [1], takes any length: inside, it divides the durations before
  they are rounded, and broadcasts;
- the durations before that division become an output too. Most are near 2 units of 25 ms, so a speed
  of 1.3 would round them back to 2, and 1.4 halve them; known in advance, they are rounded so that
  the error is carried on and the pace comes out as asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from narrate.engines.common.inference import open_session
from narrate.errors import EngineError, SynthesisError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

FRAMES_PER_UNIT = 2
"""The network counts durations in 25 ms; its frames are 12.5 ms (300 samples at 24 kHz) apart."""

# Field numbers of onnx.proto (ONNX IR version 8).
_GRAPH = 7  # ModelProto.graph
_NODE, _INPUT, _OUTPUT = 1, 11, 12  # of GraphProto
_NODE_INPUT, _NODE_TYPE = 1, 4
_NAME = 1  # of ValueInfoProto
# ValueInfoProto.type, TypeProto.tensor_type, Tensor.shape, TensorShapeProto.dim
_PATH_TO_DIMENSION = (2, 1, 2, 1)
_ONE, _ANY = b"\x08\x01", b"\x12\x00"  # Dimension: dim_value 1; dim_param ""

Span = tuple[int, int]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Spectra:
    """What the network says about one phrase of F frames."""

    harmonic: NDArray[np.float32]
    """(601, F): log magnitude of the filter on the pulse train, from 0 to 12 kHz."""
    harmonic_phase: NDArray[np.float32]
    """(601, F): its phase, in radians."""
    noise: NDArray[np.float32]
    """(601, F): log magnitude of the noise."""
    free: NDArray[np.float32]
    """(601, F): log magnitude of the part with a phase of its own."""
    free_phase: NDArray[np.float32]
    """(601, F): that phase, in radians."""
    f0: NDArray[np.float32]
    """(F,): Hz; below 40 where there is no voice."""
    counts: NDArray[np.int64]
    """(number of ids,): frames that each phoneme takes; their sum is F."""


class HibariModel:
    """One voice's network. Thread-safe: it holds nothing but the session."""

    def __init__(self, path: Path) -> None:
        """Load the model file. Raises EngineError where it is no hibari model."""
        try:
            # Without the arena nothing is slower here.
            self._session: InferenceSession = open_session(opened_up(path.read_bytes()), arena=False)
        except Exception as error:  # onnxruntime's classes have no public base
            raise EngineError("voice model cannot be loaded", path, "delete it and fetch it again") from error

    def __call__(self, ids: Sequence[int], speeds: Floats) -> Spectra:
        """Predict one phrase. `speeds`, same length as `ids`: 2.0 makes that phoneme half as long.

        No phoneme is shorter than one unit, so that no phrase is more than about 2.2 times as fast.
        """
        if np.any(speeds != 1):
            speeds = self._exact(ids, speeds)
        harmonic, theta, noise, free, free_phase, f0, durations, _ = self._run(ids, speeds)
        phase = np.tanh(theta[0])
        phase *= np.float32(np.pi)
        counts = durations.reshape(-1) * FRAMES_PER_UNIT
        return Spectra(harmonic[0], phase, noise[0], free[0], free_phase[0], f0[0], counts)

    def _exact(self, ids: Sequence[int], speeds: Floats) -> Floats:
        """The speeds whose durations are those at speed 1 over `speeds`, rounded with carried error."""
        # At this speed every phoneme takes one unit: half the work of speaking.
        exact = self._run(ids, np.full_like(speeds, 100))[-1].reshape(-1)
        wanted = carried(np.maximum(np.rint(exact), 1) / speeds)
        return np.asarray(exact / wanted, np.float32)

    def _run(self, ids: Sequence[int], speeds: Floats) -> list[Any]:
        feed: dict[str, Any] = {"ids": np.array([ids], np.int64), "speed": speeds}
        try:
            return list(self._session.run(None, feed))
        except Exception as error:
            raise SynthesisError("the voice model failed", error) from error


def carried(units: NDArray[np.floating]) -> NDArray[np.int64]:
    """Whole numbers, at least 1, whose running sum stays as near as it can to that of `units`, (n,)."""
    result = np.empty(len(units), np.int64)
    owed = 0.0
    for index, unit in enumerate(units):
        owed += float(unit)
        result[index] = max(round(owed), 1)
        owed -= result[index]
    return result


def opened_up(model: bytes) -> bytes:
    """The ONNX file with durations, rounded and not, as its last outputs and `speed` of any length.

    Raises ValueError where the graph has no such node or input.
    """
    edited = bytearray(model)
    graph = _child(model, (0, len(model)), _GRAPH)
    dimension = _speed_dimension(model, graph)
    if model[slice(*dimension)] == _ONE:
        edited[slice(*dimension)] = _ANY
    # Protobuf merges a message that occurs twice, so the second "graph" adds an output to the first.
    for name in (_input_of(model, graph, b"CumSum"), _input_of(model, graph, b"Div", b"speed")):
        edited += _message(_GRAPH, _message(_OUTPUT, _message(_NAME, name)))
    return bytes(edited)


def _input_of(model: bytes, graph: Span, kind: bytes, other: bytes = b"") -> bytes:
    """The first input of the first node of a kind, among those that have the other input as well."""
    for node in _nodes(model, graph, kind, other):
        inputs = [value for number, value in node if number == _NODE_INPUT]
        if (_NODE_TYPE, kind) in node and (not other or other in inputs):
            return inputs[0]
    raise ValueError(f"the graph has no {kind.decode()} node as expected")


def _nodes(model: bytes, graph: Span, *words: bytes) -> Iterator[list[tuple[int, bytes]]]:
    """The fields of each node that holds the words; a search is faster than taking all nodes apart."""
    for field, span in _fields(model, graph):
        if field == _NODE and all(model.find(word, *span) >= 0 for word in words):
            yield _contents(model, span)


def _contents(model: bytes, span: Span) -> list[tuple[int, bytes]]:
    """Number and payload of each field of the message in a span."""
    return [(field, model[slice(*inside)]) for field, inside in _fields(model, span)]


def _speed_dimension(model: bytes, graph: Span) -> Span:
    for field, span in _fields(model, graph):
        if field == _INPUT and (_NAME, b"speed") in _contents(model, span):
            return _descendant(model, span, _PATH_TO_DIMENSION)
    raise ValueError('the graph has no input "speed"')


def _descendant(model: bytes, span: Span, path: Iterable[int]) -> Span:
    """The payload that one field after another leads to."""
    for number in path:
        span = _child(model, span, number)
    return span


def _child(data: bytes, span: Span, number: int) -> Span:
    """The payload of the first field of that number."""
    for field, inside in _fields(data, span):
        if field == number:
            return inside
    raise ValueError(f"a message has no field {number}")


def _fields(data: bytes, span: Span) -> Iterator[tuple[int, Span]]:
    """Number and payload of each field of a message (protobuf encoding, "Message Structure")."""
    at, end = span
    while at < end:
        key, at = _varint(data, at)
        wire = key & 7
        if wire == 2:  # length-delimited
            size, at = _varint(data, at)
        else:
            size = {0: _varint(data, at)[1] - at, 1: 8, 5: 4}[wire]
        yield key >> 3, (at, at + size)
        at += size


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while data[at] >= 0x80:
        value |= (data[at] & 0x7F) << shift
        shift, at = shift + 7, at + 1
    return value | data[at] << shift, at + 1


def _message(field: int, payload: bytes) -> bytes:
    """A length-delimited field; both numbers fit one byte each here."""
    if field > 15 or len(payload) > 127:
        raise ValueError("too long for one byte")
    return bytes([field << 3 | 2, len(payload)]) + payload
