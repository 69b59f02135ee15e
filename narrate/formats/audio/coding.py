"""How sound is coded: what each coded format says of itself, and how its options are checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from narrate.errors import OutputError
from narrate.formats import Memory

SHORTEST = 0.01
"""Seconds. What is shorter is padded with silence, because libav's resampler gives nothing for less than the
length of its filter (up to 50 samples at 24 kHz), and most players refuse a file without sound."""


class Sink(Protocol):
    """Something that bytes can be written to in order, without seeking."""

    def write(self, data: bytes) -> int:
        """Take all of `data`; returns how many bytes that were."""
        ...


@dataclass(frozen=True, slots=True)
class Coding:
    """How a stream is encoded. Names and options are libav's."""

    container: str
    """Muxer."""
    codec: str
    """Encoder."""
    sample_rate: int
    """Hz; the master is resampled to it."""
    bitrate: int = 0
    """kbit/s; 0 for a lossless codec."""
    gain: float = 1.0
    """Factor on every sample that undoes what the encoder does to the level."""
    codec_options: Mapping[str, str] = field(default_factory=dict)
    container_options: Mapping[str, str] = field(default_factory=dict)
    memory: Memory | None = None
    """Where encoded stretches are kept between runs; None: nowhere."""


def chosen(value: int | None, default: int, allowed: Sequence[int], what: str) -> int:
    """An option's value, or the format's default for None.

    `what` names it in the OutputError for a value that is not `allowed`: "sample rate of MP3".
    """
    if value is None:
        return default
    if value not in allowed:
        raise OutputError(f"no {what}", value, _choices(allowed))
    return value


def _choices(values: Sequence[int]) -> str:
    """ "6 to 256" for a range, else a list."""
    if isinstance(values, range):
        return f"{values[0]} to {values[-1]}"
    return "one of " + ", ".join(map(str, values))
