"""MP3 frames as bytes, and how two runs of them are joined where they overlap.

A frame may depend on the bit reservoir of those before it: its main data begins up to 511 bytes ahead of it,
in what they left free (ISO/IEC 11172-3, 2.4.2.7 and 13818-3, 2.4.2.7: `main_data_begin`). So where one
encoder's frames end and another's go on, the bytes of the reservoir that the first new frame needs are
carried along, into the room that the old encoder had kept for a frame that is no longer there, or had left
empty.
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
    """Cut a stream into frames. Raises ValueError unless they are whole, mono and without CRC."""
    found = []
    at = 0
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
    at the first of them that needs no more bytes of the bit reservoir than the earlier run has left; None if
    none does.
    """
    first = len(earlier) - overlap
    for index in range(overlap):
        seam = lead + index
        end = first + index
        needed = _reservoir(later[seam])
        if needed <= _room(earlier, end):
            before = list(earlier[:end])
            carried = _end_of_main_data(later[:seam], needed)
            return _filled(before, carried), list(later[seam:])
    return None


def _end_of_main_data(run: Sequence[Frame], size: int) -> bytes:
    """The last `size` bytes in the main data areas of a run."""
    if size == 0:
        return b""
    content = b"".join(frame[_data(frame) :] for frame in run)
    return content[-size:]


def _room(run: Sequence[Frame], at: int) -> int:
    """Bytes from the end of what the frame before says to the main data area of frame `at`."""
    if at == 0:
        return 0
    before = run[at - 1]
    area = len(before) - _data(before)
    return area + _reservoir(before) - _used(before)


def _filled(run: list[Frame], content: bytes) -> list[Frame]:
    """The run with `content` as the last of its main data, which may reach over several frames."""
    at = len(run)
    while content:
        if at == 0:
            raise ValueError("frames of MP3 that depend on more of the bit reservoir than there is")
        at -= 1
        frame = run[at]
        area = len(frame) - _data(frame)
        size = min(area, len(content))
        rest = len(content) - size
        run[at] = frame[: len(frame) - size] + content[rest:]
        content = content[:rest]
    return run


def _size(stream: bytes, at: int) -> int:
    """Bytes of the frame whose header is at `at` (11172-3, 2.4.3.1: "slots")."""
    header = stream[at : at + _HEADER]
    if not _is_header(header):
        raise ValueError(f"no frame of MP3 at byte {at}")
    bitrate_index = header[2] >> 4
    rate_index = header[2] >> 2 & 3
    padding = header[2] >> 1 & 1
    if not _is_mono(header) or not 0 < bitrate_index <= len(MPEG1) or rate_index == len(_RATES):
        raise ValueError(f"no frame of mono MP3 with a bit rate at byte {at}")
    if _first_version(header):
        return 144_000 * MPEG1[bitrate_index - 1] // _RATES[rate_index] + padding
    half_rate = _RATES[rate_index] // 2
    return 72_000 * MPEG2[bitrate_index - 1] // half_rate + padding


def _is_header(header: bytes) -> bool:
    """Whether four bytes begin a frame of layer III without CRC."""
    return len(header) == _HEADER and header[0] == 0xFF and header[1] in (_FIRST_VERSION, _SECOND_VERSION)


def _is_mono(header: bytes) -> bool:
    return header[3] & _MONO == _MONO


def _first_version(frame: bytes) -> bool:
    """Whether it is MPEG-1: 1152 samples, and 17 bytes of side information in mono."""
    return frame[1] == _FIRST_VERSION


def _data(frame: Frame) -> int:
    """Where the main data area begins (11172-3, 2.4.1.7)."""
    return _HEADER + (17 if _first_version(frame) else 9)


def _reservoir(frame: Frame) -> int:
    """How many bytes before the frame its main data begins: the first 9 or 8 bits of side information."""
    if _first_version(frame):
        return frame[_HEADER] << 1 | frame[_HEADER + 1] >> 7
    return frame[_HEADER]


def _used(frame: Frame) -> int:
    """Bytes of its main data: `part2_3_length` of all granules (11172-3 and 13818-3, 2.4.1.7)."""
    side = int.from_bytes(frame[_HEADER : _data(frame)], "big")
    size = 8 * (_data(frame) - _HEADER)
    # Before the first granule stand 9, 5 and 4 bits; of MPEG-2's only one, 8 and 1. A granule has 59.
    offsets = (18, 77) if _first_version(frame) else (9,)
    bits = sum(side >> (size - offset - 12) & 0xFFF for offset in offsets)
    return -(-bits // 8)
