"""Encoded stretches of sound, kept between runs: what did not change is not encoded again."""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Callable

import av
import numpy as np

from narrate.formats.audio.coding import Coding
from narrate.formats.audio.mp3 import lame
from narrate.formats.audio.mp3.frames import Frame
from narrate.model import Samples


def cached_encode(coding: Coding, samples: Samples, encode: Callable[[], list[Frame]]) -> list[Frame]:
    """What `encode` makes of the samples, or made in an earlier run."""
    if coding.memory is None:
        return encode()
    key = _key(coding, samples)
    content = coding.memory.get(key)
    if content is not None:
        return _unpacked(content)
    frames = encode()
    coding.memory.put(key, _packed(frames))
    return frames


def _key(coding: Coding, samples: Samples) -> str:
    """All that the frames depend on, the versions of the encoders included."""
    versions = [lame.lame_version(), av.__version__, sorted(av.library_versions.items())]
    how = [coding.codec, coding.sample_rate, coding.bitrate, sorted(coding.codec_options.items())]
    digest = hashlib.sha256(json.dumps([versions, how]).encode())
    digest.update(np.ascontiguousarray(samples).data)
    return digest.hexdigest()


def _packed(frames: list[Frame]) -> bytes:
    """The number of frames and the size of each in four bytes, then their data."""
    return struct.pack(f"<{len(frames) + 1}I", len(frames), *map(len, frames)) + b"".join(frames)


def _unpacked(content: bytes) -> list[Frame]:
    (count,) = struct.unpack_from("<I", content)
    at = 4 * (count + 1)
    frames = []
    for size in struct.unpack_from(f"<{count}I", content, 4):
        frames.append(content[at : at + size])
        at += size
    return frames
