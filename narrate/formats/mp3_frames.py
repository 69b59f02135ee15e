"""Frames of MP3 as bytes, and how two runs of them are joined where they overlap.

A frame may lean on those before it: its main data begins up to 511 bytes ahead of it, in what they left
free (the bit reservoir; ISO/IEC 11172-3, 2.4.2.7 and 13818-3, 2.4.2.7: `main_data_begin`). So where one
encoder's frames end and another's go on, the bytes that the first new frame leans on are carried along,
into the room that the old encoder had kept for a frame that is no longer there.
"""

from __future__ import annotations

from collections.abc import Sequence

MPEG1 = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
MPEG2 = (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
"""kbit/s by bitrate_index, from 1 on: ISO/IEC 11172-3, 2.4.2.3, and 13818-3, 2.4.2.3."""
_RATES = (44_100, 48_000, 32_000)
"""Hz by sampling_frequency; MPEG-2 has half of them."""
_HEADER = 4
"""Bytes."""

Frame = bytes
"""Mono, without CRC."""


def frames(stream: bytes) -> list[Frame]:
    """A stream, cut. Raises ValueError for what is no stream of whole frames."""
    found, at = [], 0
    while at < len(stream):
        size = _size(stream, at)
        found.append(stream[at : at + size])
        at += size
    if at > len(stream):
        raise ValueError("the last frame of the MP3 is cut off")
    return found


def joined(
    earlier: Sequence[Frame], later: Sequence[Frame], lead: int, overlap: int
) -> tuple[list[Frame], list[Frame]] | None:
    """Two runs of frames as one, cut at the seam between them: all of the earlier run, then the later one.

    The last `overlap` frames of `earlier` say what those of `later` say from index `lead` on. The seam is
    at the first of them that leans on no more bytes than the earlier run has left; None if none does.
    """
    for seam, old in enumerate(range(len(earlier) - overlap, len(earlier)), lead):
        leans = _leans(later[seam])
        if leans <= _leans(earlier[old]):
            carried = b"".join(frame[_data(frame) :] for frame in later[:seam])[-leans:] if leans else b""
            return _filled(list(earlier[:old]), carried), list(later[seam:])
    return None


def _filled(run: list[Frame], content: bytes) -> list[Frame]:
    """The run with `content` as the last of its main data, which may reach over several frames."""
    at = len(run)
    while content:
        at -= 1
        frame = run[at]
        room = min(len(frame) - _data(frame), len(content))
        run[at] = frame[: len(frame) - room] + content[len(content) - room :]
        content = content[: len(content) - room]
    return run


def _size(stream: bytes, at: int) -> int:
    """Bytes of the frame whose header is at `at` (11172-3, 2.4.3.1: "slots")."""
    if len(stream) < at + _HEADER or stream[at] != 0xFF or stream[at + 1] & 0xE6 != 0xE2:
        raise ValueError(f"no frame of MP3 at byte {at}")
    third = stream[at + 2]
    newer = not _first_version(stream[at : at + 2])
    bitrate = 1000 * (MPEG2 if newer else MPEG1)[(third >> 4) - 1]
    rate = _RATES[third >> 2 & 3] // (1 + newer)
    return (72 if newer else 144) * bitrate // rate + (third >> 1 & 1)


def _first_version(frame: bytes) -> bool:
    """Whether it is MPEG-1: 1152 samples, and 17 bytes of side information in mono."""
    return frame[1] & 0x18 == 0x18


def _data(frame: Frame) -> int:
    """Where the main data area begins (11172-3, 2.4.1.7)."""
    return _HEADER + (17 if _first_version(frame) else 9)


def _leans(frame: Frame) -> int:
    """Bytes before the frame that its main data begins at: the first 9 or 8 bits of side information."""
    if _first_version(frame):
        return frame[_HEADER] << 1 | frame[_HEADER + 1] >> 7
    return frame[_HEADER]
