"""The tokenizer and the part-of-speech tagger of the default voice, for all stages.

Loaded once, with orjson, which takes half as long as json; it is still most of what there is to load.
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
    """The content of one of hibari's JSON files, which may be compressed."""
    content = files("hibari").joinpath("assets", name).read_bytes()
    if name.endswith(".gz"):
        content = gzip.decompress(content)
    return orjson.loads(content)
