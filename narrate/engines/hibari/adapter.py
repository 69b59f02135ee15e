"""hibari's reader, with the tagger that the article was read with."""

from __future__ import annotations

from hibari.g2p import G2P
from hibari.g2p.lexicon import Lexicon

from narrate.tagger import asset, tagger


class Reader(G2P):  # type: ignore[misc]
    """From text to phonemes, American or British."""

    def __init__(self, british: bool) -> None:
        """Load the lexicons of one accent. Not as G2P does it, which would load the tagger again."""
        accent = "gb" if british else "us"
        gold, silver = (asset(f"lexicon_{accent}_{part}.json.gz") for part in ("gold", "silver"))
        self.lexicon = Lexicon(gold, silver, british)
        self.tokenizer, self.tagger = tagger()
        self._oov, self.unk, self.british = None, "", british
