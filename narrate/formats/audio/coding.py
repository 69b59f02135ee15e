"""How sound is coded: what every coded format says of itself, and the options it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from narrate.errors import OutputError
from narrate.formats import Memory

SHORTEST = 0.01
"""Seconds. What is shorter is filled up with silence, because libav's resampler gives nothing for less than
its filter is long (up to 50 samples at 24 kHz), and a file without sound is none for most players."""


class Sink(Protocol):
    """What takes bytes in order, and has no way back."""

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
    """What keeps encoded stretches between runs."""


def chosen(value: int | None, default: int, allowed: Sequence[int], what: str) -> int:
    """An option's value, or the format's default for None.

    `what` names it in the OutputError for a value that is not `allowed`: "sample rate of MP3".
    """
    if value is None:
        return default
    if value not in allowed:
        some = (
            f"{allowed[0]} to {allowed[-1]}" if isinstance(allowed, range) else f"one of {_listed(allowed)}"
        )
        raise OutputError(f"no {what}", value, some)
    return value


def _listed(values: Sequence[int]) -> str:
    return ", ".join(map(str, values))
