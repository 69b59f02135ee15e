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

    `attributes` of <audio> that are realised: clipBegin, clipEnd, speed (as a tape's: with its pitch),
    repeatCount and repeatDur. Raises EncodingError for a file that holds no sound or too much of it.
    """
    samples = _decoded(path, sample_rate)
    begin = round(seconds(attributes.get("clipBegin", "0s")) * sample_rate)
    end = round(seconds(attributes["clipEnd"]) * sample_rate) if "clipEnd" in attributes else len(samples)
    speed = rate(attributes.get("speed", "100%"))
    if len(samples[begin:end]) > speed * LONGEST * sample_rate:
        raise EncodingError("a recording is too long", path, f"at most {LONGEST:g} s; see its speed")
    samples = _at_speed(samples[begin:end], speed)
    if not len(samples):
        raise EncodingError("a recording with nothing to play", path, "see its clipBegin and clipEnd")
    return Speech(_repeated(samples, sample_rate, attributes), sample_rate)


def _repeated(samples: Samples, sample_rate: int, attributes: Mapping[str, str]) -> Samples:
    """As often as `repeatCount` says, also in parts ("1.5"), but no longer than `repeatDur`."""
    length = LONGEST * sample_rate
    if "repeatDur" in attributes:
        length = min(length, seconds(attributes["repeatDur"]) * sample_rate)
    count = float(attributes.get("repeatCount", np.inf if "repeatDur" in attributes else 1.0))
    repeated: Samples = np.resize(samples, max(round(min(len(samples) * count, length)), 1))
    return repeated


def _at_speed(samples: Samples, speed: float) -> Samples:
    if speed == 1.0 or not len(samples):
        return samples
    places = np.arange(0, len(samples), speed)
    played: Samples = np.interp(places, np.arange(len(samples)), samples).astype(np.float32)
    return played


def _decoded(path: Path, sample_rate: int) -> Samples:
    pieces, length = [np.zeros(0, np.float32)], 0
    try:
        with decoding(path, sample_rate, {"protocol_whitelist": "file"}) as (_, blocks):
            for samples in blocks:
                pieces.append(samples)
                length += len(samples)
                if length > LONGEST * sample_rate:
                    raise EncodingError("a recording is too long", path, f"at most {LONGEST:g} s")
    except UnreadableError as error:
        raise EncodingError("a recording cannot be read", path, str(error)) from error
    return np.concatenate(pieces)
