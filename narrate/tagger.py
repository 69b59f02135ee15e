"""The tokenizer and the part-of-speech tagger of the default voice, for reading as for speaking.

Loaded once, by orjson: that takes half as long as with json, and is still most of all that is loaded.
"""

from __future__ import annotations

import gzip
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import orjson

if TYPE_CHECKING:
    from hibari.g2p.tagger import Tagger
    from hibari.g2p.tokenize import Tokenizer


@lru_cache(maxsize=1)
def tagger() -> tuple[Tokenizer, Tagger]:
    """hibari's, without the lexicons that the whole of its G2P loads. They hold no state."""
    from hibari.g2p.tagger import Tagger
    from hibari.g2p.tokenize import Tokenizer

    return Tokenizer(asset("tokenizer_exceptions.json")), Tagger(asset("tagger.json.gz"))


def asset(name: str) -> Any:
    """What stands in a JSON file of hibari's, which may be packed."""
    content = files("hibari").joinpath("assets", name).read_bytes()
    return orjson.loads(gzip.decompress(content) if name.endswith(".gz") else content)
