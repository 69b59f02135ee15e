"""What has been spoken and encoded, kept between runs: change one sentence, pay for one sentence.

An utterance is found by its content: engine, engine's version, SSML document and voice. It is stored as
the engine made it, in 32-bit floats with its word times, so a recording is the same with the cache and
without. Formats keep what they encode in the same store (`formats.audio.mp3.encode_cache`). What cannot be
read or written is made again: a cache never fails a narration.

Not on `diskcache`: it has not been maintained since 2023, and it unpickles what it finds (CVE-2025-69872).
"""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path

from narrate.cache.engine import cached, keep, speak_anew
from narrate.cache.store import Store, Usage

__all__ = ["Store", "Usage", "cached", "folder", "keep", "speak_anew"]


def folder() -> Path:
    """`NARRATE_CACHE_DIR`, or `narrate` in the user's cache folder."""
    chosen = os.environ.get("NARRATE_CACHE_DIR")
    return Path(chosen) if chosen else user_cache_path("narrate", appauthor=False)
