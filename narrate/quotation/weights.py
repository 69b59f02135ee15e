"""What each feature of a candidate weighs: one table per sort of candidate, read from `weights.json`.

The tables were fitted on annotated news (PolNeAR, Newell et al., LREC 2018) by `benchmarks/fit_quotation.py`,
which says how and writes the file. A weight is a change of the log odds: + 0.7 makes a candidate twice as
likely.
"""

from __future__ import annotations

import json
from importlib.resources import files

FILE = "weights.json"
"""Its keys: `fitted_on` (data, and which part of it), `sha256` (of that data) and `tables`."""

_TABLES: dict[str, dict[str, float]] = json.loads(
    files("narrate.quotation").joinpath(FILE).read_text(encoding="utf-8")
)["tables"]

MENTION = _TABLES["MENTION"]
"""A mention near the quotation (`features`)."""
CONTINUED = _TABLES["CONTINUED"]
"""The speaker of the quotation before (`features`)."""
UNSPOKEN = _TABLES["UNSPOKEN"]
"""Nobody (`unspoken`)."""
ANTECEDENT = _TABLES["ANTECEDENT"]
"""Whom a pronoun means (`resolve`)."""

CAUTION = 1.7
"""Added for nobody: a title in a stranger's voice is worse than a fragment that has no speaker.
Cross-validated on the training articles (`fit_quotation.py --caution`), 1.6 gives 12.0 % of the scare
quotes a speaker and 1.8 gives 10.4 %; 1.0 gives 19.7 %, with 1.7 % more right speakers than 1.7."""

TRUST = -1.0
"""Added for nobody where the quotation is long and a paragraph of its own: somebody says it.
Set by hand: what the data has of such paragraphs without a speaker are lists of headlines.
"""
