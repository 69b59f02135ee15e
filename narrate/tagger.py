"""The tokenizer and the part-of-speech tagger of the default voice, for reading as for speaking.

Loaded once: that takes 0.3 s of processor time, most of all that is loaded.
"""

from __future__ import annotations

import gzip
import json
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hibari.g2p.tagger import Tagger
    from hibari.g2p.tokenize import Tokenizer


@lru_cache(maxsize=1)
def tagger() -> tuple[Tokenizer, Tagger]:
    """hibari's, without the lexicons that the whole of its G2P loads. They hold no state."""
    from hibari.g2p.tagger import Tagger
    from hibari.g2p.tokenize import Tokenizer

    assets = files("hibari") / "assets"
    exceptions = json.loads(assets.joinpath("tokenizer_exceptions.json").read_bytes())
    model = json.loads(gzip.decompress(assets.joinpath("tagger.json.gz").read_bytes()))
    return Tokenizer(exceptions), Tagger(model)
