"""Recordings that a script plays between its words: SSML's <audio> (SSML 1.1, section 3.3.1)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from narrate.errors import EncodingError
from narrate.model import Samples, Speech
from narrate.prosody import rate, seconds
from narrate.waves import UnreadableError, decoding

LONGEST = 600.0
"""Seconds: a longer recording is another programme, and would fill the memory."""


def load(path: Path, sample_rate: int, attributes: Mapping[str, str]) -> Speech:
    """Read a recording: any container and rate in, mono at `sample_rate` Hz out.

    These `attributes` of <audio> are honoured: clipBegin, clipEnd, speed (as of a tape: with its pitch),
    repeatCount and repeatDur. Raises EncodingError for a file that holds no sound or too much of it.
    """
    decoded = _decoded(path, sample_rate)
    speed = rate(attributes.get("speed", "100%"))
    clip = _clipped(decoded, sample_rate, attributes)
    if len(clip) > speed * LONGEST * sample_rate:
        raise EncodingError("a recording is too long", path, f"at most {LONGEST:g} s; see its speed")
    samples = _at_speed(clip, speed)
    if not len(samples):
        raise EncodingError("a recording with nothing to play", path, "see its clipBegin and clipEnd")
    repeated = _repeated(samples, sample_rate, attributes)
    return Speech(repeated, sample_rate)


def _clipped(samples: Samples, sample_rate: int, attributes: Mapping[str, str]) -> Samples:
    """From `clipBegin` to `clipEnd`."""
    begin = round(seconds(attributes.get("clipBegin", "0s")) * sample_rate)
    if "clipEnd" not in attributes:
        return samples[begin:]
    end = round(seconds(attributes["clipEnd"]) * sample_rate)
    return samples[begin:end]


def _repeated(samples: Samples, sample_rate: int, attributes: Mapping[str, str]) -> Samples:
    """As often as `repeatCount` says, also in parts ("1.5"), but no longer than `repeatDur`."""
    longest = LONGEST * sample_rate
    # A duration alone means: as often as it takes.
    default_count = 1.0
    if "repeatDur" in attributes:
        longest = min(longest, seconds(attributes["repeatDur"]) * sample_rate)
        default_count = np.inf
    count = float(attributes.get("repeatCount", default_count))
    length = min(len(samples) * count, longest)
    repeated: Samples = np.resize(samples, max(round(length), 1))
    return repeated


def _at_speed(samples: Samples, speed: float) -> Samples:
    if speed == 1.0 or not len(samples):
        return samples
    places = np.arange(0, len(samples), speed)
    played: Samples = np.interp(places, np.arange(len(samples)), samples).astype(np.float32)
    return played


def _decoded(path: Path, sample_rate: int) -> Samples:
    """The whole file, up to LONGEST. Only files are opened, whatever a playlist says."""
    blocks: list[Samples] = []
    length = 0
    try:
        with decoding(path, sample_rate, {"protocol_whitelist": "file"}) as (_, decoded):
            for samples in decoded:
                blocks.append(samples)
                length += len(samples)
                if length > LONGEST * sample_rate:
                    raise EncodingError("a recording is too long", path, f"at most {LONGEST:g} s")
    except UnreadableError as error:
        raise EncodingError("a recording cannot be read", path, str(error)) from error
    return np.concatenate([np.zeros(0, np.float32), *blocks])
