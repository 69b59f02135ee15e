"""The ledger as JSON, version 1: what has become of every character.

Other programs read it: add keys, never change them.

- `version`: 1; `title`; `sample_rate`: Hz, of the master that was timed.
- `characters`: how many of them, white space apart, are `spoken` as they are written, `changed` (spoken in
  another form), `left out` for a reason, `not heard` although an engine was given them, and `unaccounted`
  for.
- `entries`: in order; they hold every character of the article that is not white space, once. Each has
  - `start` and `end`: its place, in characters of the article as it was read; `text`: what stands there;
  - `fate`: one of the five;
  - `utterance`: the index of the segment that speaks it, as in the transcript, with its `start_ms` and
    `end_ms`; null for what is left out;
  - `spoken`: the spoken form, or the sounds in IPA, where it is changed; else null;
  - `reason`: why it is left out or not heard, or what changed it (the class of the rule, the lexicon); else
    null.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from typing import Any

from narrate.formats.rendered import RenderedWriter
from narrate.formats.timestamps import exact_milliseconds
from narrate.ledger import FATES, Entry, ledger, totals
from narrate.model import Cue, Narration

VERSION = 1


def ledger_json(narration: Narration) -> str:
    """Write the ledger of a narration; the module's docstring says what the keys mean."""
    article = narration.script.article
    entries = ledger(narration.script, narration.cues)
    counted = totals(article.source, entries)
    times = {cue.utterance: _times(cue, narration.sample_rate) for cue in narration.cues}
    data = {
        "version": VERSION,
        "title": article.title,
        "sample_rate": narration.sample_rate,
        "characters": {fate: counted[fate] for fate in FATES},
        "entries": [_entry(entry, article.source, times) for entry in entries],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _entry(entry: Entry, source: str, times: Mapping[int, tuple[float, float]]) -> dict[str, Any]:
    start_ms, end_ms = None, None
    if entry.utterance is not None and entry.utterance in times:
        start_ms, end_ms = times[entry.utterance]
    return {
        "start": entry.start,
        "end": entry.end,
        "text": source[entry.start : entry.end],
        "fate": entry.fate,
        "utterance": entry.utterance,
        "start_ms": start_ms,
        "end_ms": end_ms,
        "spoken": entry.spoken,
        "reason": entry.reason,
    }


def _times(cue: Cue, sample_rate: int) -> tuple[float, float]:
    """When an utterance is heard."""
    return exact_milliseconds(cue.start, sample_rate), exact_milliseconds(cue.end, sample_rate)


LedgerJsonWriter = partial(RenderedWriter, ledger_json)
