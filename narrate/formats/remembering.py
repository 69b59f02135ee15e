"""Encoded stretches of sound, kept between runs: what did not change is not encoded again."""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Callable
from fractions import Fraction
from typing import cast

import av
import numpy as np

from narrate.formats import Memory
from narrate.formats.encoding import Coding
from narrate.model import Samples

Packets = list["av.Packet[av.AudioStream]"]


def remembered(memory: Memory, key: str, coding: Coding, encode: Callable[[], Packets]) -> Packets:
    """What `encode` gives, or gave in an earlier run under the same key; of packets, their data alone."""
    content = memory.get(key)
    if content is not None:
        return _unpacked(content, coding.sample_rate)
    packets = encode()
    memory.put(key, _packed(packets))
    return packets


def key_of(coding: Coding, lead: int, count: int, samples: Samples) -> str:
    """All that `count` packets after the first `lead` depend on, the version of libav included."""
    versions = [av.__version__, sorted(av.library_versions.items())]
    how = [
        coding.codec,
        coding.sample_rate,
        coding.bitrate,
        sorted(coding.codec_options.items()),
        lead,
        count,
    ]
    digest = hashlib.sha256(json.dumps([versions, how]).encode())
    digest.update(np.ascontiguousarray(samples).data)
    return digest.hexdigest()


def _packed(packets: Packets) -> bytes:
    """The number of packets and the size of each in four bytes, then their data."""
    head = struct.pack(f"<{len(packets) + 1}I", len(packets), *(packet.size for packet in packets))
    return head + b"".join(map(bytes, packets))


def _unpacked(content: bytes, sample_rate: int) -> Packets:
    count, *_ = struct.unpack_from("<I", content)
    at = 4 * (count + 1)
    packets: Packets = []
    for size in struct.unpack_from(f"<{count}I", content, 4):
        packet = cast("av.Packet[av.AudioStream]", av.Packet(content[at : at + size]))
        packet.time_base = Fraction(1, sample_rate)
        packets.append(packet)
        at += size
    return packets
