"""What a proof-listening has found, as JSON, version 1.

Other programs read it: add keys, never change them.

- `version`: 1; `title`, `language` (BCP 47); `audio`: the file that was listened to; `model`: the recogniser.
- `duration_ms`: length of the recording; `words`: how many should have been said, in their spoken form.
- `word_error_rate`: words that were recognised wrongly, missed or added, for each that should have been said;
  also by an error of the recogniser.
- `fault_rate`: words of findings, names apart, in 1,000; `threshold`: how many are allowed; `passed`.
- `suspects`: stretches that did not fit when they were heard first.
- `chapters`: each with `title`, `words` and `errors`.
- `findings`: in the order of the recording, each with
  - `kind`: missing, repeated, added, moved, changed, cut or name;
  - `said`: what should have been said, as written; `heard`: what was heard; "" for nothing;
  - `words`: how many are wrong; `start_ms` and `end_ms`: when;
  - `chapter`: index into `chapters`; `segment`: index of the segment of the transcript;
  - `source_start` and `source_end`: where `said` stands, in characters of the article as it was read, or
    null for words that are not the article's.
"""

from __future__ import annotations

import json
from typing import Any

from narrate.model import Fault, Proof

VERSION = 1


def proof_json(proof: Proof, audio: str, threshold: float) -> str:
    """Write what was found as JSON; the module's docstring says what the keys mean."""
    data = {
        "version": VERSION,
        "title": proof.title,
        "language": proof.language,
        "audio": audio,
        "model": proof.model,
        "duration_ms": _milliseconds(proof.length, proof),
        "words": proof.words,
        "word_error_rate": round(proof.word_error_rate, 6),
        "fault_rate": round(proof.fault_rate, 6),
        "threshold": threshold,
        "passed": proof.fault_rate <= threshold,
        "suspects": proof.suspects,
        "chapters": [
            {"title": chapter.title, "words": chapter.words, "errors": chapter.errors}
            for chapter in proof.chapters
        ],
        "findings": [_finding(fault, proof) for fault in proof.faults],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _finding(fault: Fault, proof: Proof) -> dict[str, Any]:
    return {
        "kind": fault.kind,
        "said": fault.said,
        "heard": fault.heard,
        "words": fault.words,
        "start_ms": _milliseconds(fault.start, proof),
        "end_ms": _milliseconds(fault.end, proof),
        "chapter": fault.chapter,
        "segment": fault.segment,
        "source_start": fault.source_start,
        "source_end": fault.source_end,
    }


def _milliseconds(samples: int, proof: Proof) -> int:
    return round(1000 * samples / proof.sample_rate)
