"""Measuring: what a meter reads in a finished file, which is what directories and broadcasters ask for.

Loudness is libav's `ebur128` filter, after ITU-R BS.1770-5 and EBU R 128 (Tech 3341, Tech 3342).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from narrate.errors import EncodingError
from narrate.measuring.levels import Levels
from narrate.measuring.meter import Loudness, Meter, measure
from narrate.waves import UnreadableError, decoding

__all__ = ["Loudness", "Measurement", "Meter", "measure", "measured"]


@dataclass(frozen=True, slots=True)
class Measurement:
    """How a file sounds, decoded."""

    sample_rate: int
    """Hz."""
    loudness: Loudness
    """Integrated, range, spread and true peak."""
    levels: Levels
    """Length, RMS, noise floor, offset, and silence at both ends."""


def measured(path: Path) -> Measurement:
    """Decode an audio file and measure it at its own rate. Raises EncodingError if it is not audio."""
    try:
        with decoding(path) as (rate, blocks):
            meter, levels = Meter(rate), Levels(rate)
            for samples in blocks:
                meter.add(samples)
                levels.add(samples)
    except UnreadableError as error:
        raise EncodingError("audio cannot be decoded", path, str(error)) from error
    return Measurement(rate, meter.result(), levels)
