"""What a proof-listening has found, on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from narrate.model import Fault, FaultKind, Proof

KINDS: dict[FaultKind, str] = {
    "missing": "missing",
    "repeated": "said twice",
    "added": "not in the script",
    "moved": "in the wrong place",
    "changed": "heard otherwise",
    "cut": "a word is cut off",
    "name": "name, probably said wrong",
}
"""What each kind of finding is called."""
_LONGEST = 200
"""Characters of a stretch that are shown."""


def proof_text(proof: Proof, audio: str) -> str:
    """How well a recording was understood, and a few lines for each finding."""
    return "\n".join(_lines(proof, audio)) + "\n"


def _lines(proof: Proof, audio: str) -> Iterator[str]:
    yield f"{audio}: {proof.words:,} words, {summary_of(proof)}"
    yield f"  word error rate {percent(proof.word_error_rate)} %, recogniser {proof.model}"
    if len(proof.chapters) > 1:
        for chapter in proof.chapters:
            rate = percent(chapter.errors / max(chapter.words, 1))
            yield f"    {rate:>5} %  {chapter.title}"
    for fault in proof.faults:
        yield ""
        yield from _finding(fault, proof)


def _finding(fault: Fault, proof: Proof) -> Iterator[str]:
    yield f"  {clock(fault.start, proof.sample_rate)}  {KINDS[fault.kind]}"
    if fault.said:
        yield f"    in the script: {shortened(fault.said)}"
    if fault.heard:
        yield f"    heard: {shortened(fault.heard)}"


def summary_of(proof: Proof) -> str:
    """ "2 findings; 3 other doubts cleared by a second hearing"."""
    count = len(proof.faults)
    found = "1 finding" if count == 1 else f"{count or 'no'} findings"
    cleared = max(proof.suspects - count, 0)
    if not cleared:
        return found
    doubts = "1 other doubt" if cleared == 1 else f"{cleared} other doubts"
    return f"{found}; {doubts} cleared by a second hearing"


def percent(share: float) -> str:
    """A share of 1 in percent, to one decimal place."""
    return f"{100 * share:.1f}"


def clock(sample: int, sample_rate: int) -> str:
    """A time as players show it: "2:05", "1:02:05"."""
    minutes, seconds = divmod(sample // sample_rate, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def shortened(text: str) -> str:
    """A stretch of text; of a long one, its beginning and its end."""
    if len(text) <= _LONGEST:
        return text
    half = _LONGEST // 2
    return f"{text[:half].rstrip()} … {text[-half:].lstrip()}"
