"""Frames of MP3 as bytes, and how two runs of them are joined where they overlap.

A frame may lean on those before it: its main data begins up to 511 bytes ahead of it, in what they left
free (the bit reservoir; ISO/IEC 11172-3, 2.4.2.7 and 13818-3, 2.4.2.7: `main_data_begin`). So where one
encoder's frames end and another's go on, the bytes that the first new frame leans on are carried along,
into the room that the old encoder had kept for a frame that is no longer there, or had left empty.
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
_FIRST_VERSION, _SECOND_VERSION = 0xFB, 0xF3
"""The second byte of a frame of layer III without CRC."""
_MONO = 0xC0
"""The mode in the fourth byte: others have more side information, and so their main data elsewhere."""

Frame = bytes
"""Mono, without CRC."""


def frames(stream: bytes) -> list[Frame]:
    """A stream, cut. Raises ValueError for what is no stream of whole frames, mono and without CRC."""
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
        if leans <= _room(earlier, old):
            carried = b"".join(frame[_data(frame) :] for frame in later[:seam])[-leans:] if leans else b""
            return _filled(list(earlier[:old]), carried), list(later[seam:])
    return None


def _room(run: Sequence[Frame], at: int) -> int:
    """Bytes from the end of what the frame before says to the main data area of frame `at`."""
    if not at:
        return 0
    before = run[at - 1]
    return len(before) - _data(before) + _leans(before) - _used(before)


def _filled(run: list[Frame], content: bytes) -> list[Frame]:
    """The run with `content` as the last of its main data, which may reach over several frames."""
    at = len(run)
    while content:
        if not at:
            raise ValueError("frames of MP3 that lean on more than there is")
        at -= 1
        frame = run[at]
        room = min(len(frame) - _data(frame), len(content))
        run[at] = frame[: len(frame) - room] + content[len(content) - room :]
        content = content[: len(content) - room]
    return run


def _size(stream: bytes, at: int) -> int:
    """Bytes of the frame whose header is at `at` (11172-3, 2.4.3.1: "slots")."""
    header = stream[at : at + _HEADER]
    if len(header) < _HEADER or header[0] != 0xFF or header[1] not in (_FIRST_VERSION, _SECOND_VERSION):
        raise ValueError(f"no frame of MP3 at byte {at}")
    bitrate_index, rate_index, padding = header[2] >> 4, header[2] >> 2 & 3, header[2] >> 1 & 1
    if not 0 < bitrate_index <= len(MPEG1) or rate_index == len(_RATES) or header[3] & _MONO != _MONO:
        raise ValueError(f"no frame of mono MP3 with a bit rate at byte {at}")
    newer = not _first_version(header)
    bitrate = 1000 * (MPEG2 if newer else MPEG1)[bitrate_index - 1]
    rate = _RATES[rate_index] // (1 + newer)
    return (72 if newer else 144) * bitrate // rate + padding


def _first_version(frame: bytes) -> bool:
    """Whether it is MPEG-1: 1152 samples, and 17 bytes of side information in mono."""
    return frame[1] == _FIRST_VERSION


def _data(frame: Frame) -> int:
    """Where the main data area begins (11172-3, 2.4.1.7)."""
    return _HEADER + (17 if _first_version(frame) else 9)


def _leans(frame: Frame) -> int:
    """Bytes before the frame that its main data begins at: the first 9 or 8 bits of side information."""
    if _first_version(frame):
        return frame[_HEADER] << 1 | frame[_HEADER + 1] >> 7
    return frame[_HEADER]


def _used(frame: Frame) -> int:
    """Bytes of its main data: `part2_3_length` of all granules (11172-3 and 13818-3, 2.4.1.7)."""
    side = int.from_bytes(frame[_HEADER : _data(frame)], "big")
    size = 8 * (_data(frame) - _HEADER)
    # Before the first granule stand 9, 5 and 4 bits; of MPEG-2's only one, 8 and 1. A granule has 59.
    bits = sum(side >> (size - at - 12) & 0xFFF for at in ((18, 77) if _first_version(frame) else (9,)))
    return -(-bits // 8)
