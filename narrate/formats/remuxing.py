"""The same packets in a new file of the same kind, with the tags and chapters that its header needs.

libav writes a header before the first packet, and what stands in it is known only when the master is
complete. So packets go to a bare file first and are copied at the end, which takes no coding.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import av
from av.container import OutputContainer

BITEXACT = {"fflags": "+bitexact"}
"""No clock, no random number and no version of libav in the file."""


def remux(
    bare: Path,
    part: Path,
    container: str,
    label: Callable[[OutputContainer], None],
    options: Mapping[str, str] | None = None,
) -> None:
    """Copy the only stream of `bare` to `part`, which `label` gives its tags before they are written.

    `container` and `options` are the name and the options of libav's muxer.
    """
    with (
        av.open(str(bare)) as source,
        av.open(str(part), "w", format=container, options=BITEXACT | dict(options or {})) as result,
    ):
        stream = result.add_stream_from_template(source.streams.audio[0])
        label(result)
        result.start_encoding()
        for packet in source.demux(source.streams.audio[0]):
            if packet.size:  # the last one is empty: it tells a decoder to flush
                packet.stream = stream
                result.mux(packet)
