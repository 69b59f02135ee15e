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


def cached_encode(
    coding: Coding, samples: Samples, encode: Callable[[], list[Frame]], least: int = 0
) -> list[Frame]:
    """What `encode` makes of the samples, or made in an earlier run: at least so many frames."""
    if coding.memory is None:
        return encode()
    key = _key(coding, samples)
    content = coding.memory.get(key)
    kept = None if content is None else _unpacked(content)
    if kept is not None and len(kept) >= least:
        return kept
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


def _unpacked(content: bytes) -> list[Frame] | None:
    """None if that is not what `_packed` makes of frames of MP3."""
    try:
        (count,) = struct.unpack_from("<I", content)
        sizes = struct.unpack_from(f"<{count}I", content, 4)
    except (struct.error, MemoryError):
        return None
    at = 4 * (count + 1)
    if at + sum(sizes) != len(content):
        return None
    frames = []
    for size in sizes:
        frames.append(content[at : at + size])
        at += size
    return frames if all(map(_begins_as_frame, frames)) else None


def _begins_as_frame(frame: Frame) -> bool:
    """ISO/IEC 11172-3 section 2.4.1.3: eleven bits that are set."""
    return len(frame) > 4 and frame[0] == 0xFF and frame[1] & 0xE0 == 0xE0
