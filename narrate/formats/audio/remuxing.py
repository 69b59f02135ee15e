"""The same packets in a new file of the same kind, with the tags and chapters that its header needs.

libav writes a header before the first packet, and its content is known only when the master is complete. So
packets go to a bare file first and are copied at the end, without being coded again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import av
from av.container import OutputContainer
from av.stream import Disposition
from av.video.stream import VideoStream

from narrate.formats.credits import line
from narrate.model import THUMBNAIL, Cover

BITEXACT = {"fflags": "+bitexact"}
"""No clock, no random number and no version of libav in the file."""


@dataclass(frozen=True, slots=True)
class Muxer:
    """Which of libav's muxers writes the container, and its options."""

    name: str
    options: Mapping[str, str] = field(default_factory=dict)


def remux(
    bare: Path,
    part: Path,
    muxer: Muxer,
    label: Callable[[OutputContainer], None],
    cover: Cover | None = None,
) -> None:
    """Copy the only stream of `bare` to `part`; `label` sets the tags before they are written.

    With a `cover`, the muxer has to be one that takes attached pictures.
    """
    options = BITEXACT | dict(muxer.options)
    with (
        av.open(str(bare)) as source,
        av.open(str(part), "w", format=muxer.name, options=options) as result,
    ):
        original = source.streams.audio[0]
        stream = result.add_stream_from_template(original)
        picture = _picture_stream(result, cover) if cover else None
        label(result)
        result.start_encoding()
        if cover and picture:
            result.mux(_picture_packet(cover, picture))
        for packet in source.demux(original):
            if packet.size:  # the last one is empty: it tells a decoder to flush
                packet.stream = stream
                result.mux(packet)


def _picture_stream(result: OutputContainer, cover: Cover) -> VideoStream:
    stream = result.add_stream("mjpeg")
    stream.width = stream.height = THUMBNAIL
    stream.pix_fmt = "yuvj420p"
    stream.disposition = Disposition.attached_pic
    # What libav's FLAC muxer takes for the picture's type and description.
    stream.metadata.update({"comment": "Cover (front)", "title": line(cover.alt)})
    return stream


def _picture_packet(cover: Cover, stream: VideoStream) -> av.Packet[Any]:
    packet = av.Packet(cover.thumbnail)
    packet.stream = stream
    packet.pts = packet.dts = 0
    packet.is_keyframe = True
    return packet
