"""What a preset means in each format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from narrate.formats import WriterOptions, format_suffix
from narrate.options import Preset

# MP3's "small" keeps the whole band of a master at 24 kHz, in pages and books, too. Opus codes speech in full
# band from 16 kbit/s on (libopus, "silk_hybrid"), so 20 is the least with something to spare.
_SMALL = {
    **dict.fromkeys((".mp3", ".html", ".epub"), WriterOptions(bitrate=48, sample_rate=24_000)),
    ".m4a": WriterOptions(bitrate=48),
    ".m4b": WriterOptions(bitrate=48),
    ".opus": WriterOptions(bitrate=20),
    ".ogg": WriterOptions(bitrate=20),
}
_ARCHIVE = {
    # At 24 kHz, which pages and books have otherwise, MP3 goes no higher than 160 kbit/s.
    **dict.fromkeys((".mp3", ".html", ".epub"), WriterOptions(bitrate=192, sample_rate=44_100)),
    ".m4a": WriterOptions(bitrate=192),
    ".m4b": WriterOptions(bitrate=192),
    ".opus": WriterOptions(bitrate=96),
    ".ogg": WriterOptions(bitrate=96),
}
_PRESETS: Mapping[Preset, Mapping[str, WriterOptions]] = {
    "podcast": {},
    "small": _SMALL,
    "archive": _ARCHIVE,
}


def writer_options(
    path: Path, preset: Preset = "podcast", bitrate: int | None = None, sample_rate: int | None = None
) -> WriterOptions:
    """What the preset says for the format of `path`.

    `bitrate` (kbit/s) and `sample_rate` (Hz) take precedence over it.
    """
    suffix = format_suffix(path) or ""
    options = _PRESETS[preset].get(suffix, WriterOptions())
    if bitrate is not None:
        options = replace(options, bitrate=bitrate)
    if sample_rate is not None:
        options = replace(options, sample_rate=sample_rate)
    return options
