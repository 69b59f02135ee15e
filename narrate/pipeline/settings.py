"""What the options mean for the cache and for each file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from narrate import cache
from narrate.formats import WriterOptions
from narrate.formats.presets import writer_options
from narrate.options import Options

MB = 1_000_000


def store_of(options: Options) -> cache.Store | None:
    """Where speech is kept for the next run; None if nothing is to be kept."""
    if options.cache_size == 0:
        return None
    return cache.Store(cache.folder(), options.cache_size * MB)


def writer_options_of(options: Options, path: Path) -> WriterOptions:
    """What the options say about the output `path`."""
    chosen = writer_options(path, options.preset, options.bitrate, options.sample_rate)
    return replace(chosen, words=options.words, assets=options.assets, memory=store_of(options))
