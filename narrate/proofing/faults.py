"""Which doubts are faults, and of which kind."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from narrate.model import Fault, FaultKind
from narrate.proofing.alignment import aligned
from narrate.proofing.hearing import Doubt, Heard, Listener
from narrate.proofing.passages import Passage, written
from narrate.proofing.recording import RATE
from narrate.proofing.sounds import Sounds
from narrate.proofing.suspects import Suspect
from narrate.proofing.timing import Cut
from narrate.proofing.words import ScriptWord, as_figures, folded

SMALL = 3
"""Words up to which what was heard has to be likelier than what should be; more are not imagined twice."""
LIKELIER = 4.0
"""Nats, e^4 = 55 times."""
SHORT = 5
"""Letters up to which it has to be MUCH_LIKELIER: recognisers drop and change articles and prepositions."""
MUCH_LIKELIER = 12.0
ALIKE = 0.7
"""Share of equal words from which two stretches are the same words."""
AGREEING = 0.6
"""Similarity from which two hearings of a name agree."""


@dataclass(frozen=True, slots=True)
class Script:
    """What should have been said."""

    passages: Sequence[Passage]
    words: Sequence[ScriptWord]


def faults(heard: Heard, script: Script, listener: Listener, sounds: Sounds) -> list[Fault]:
    """The doubts that are not the recogniser's, in the order of the recording."""
    confirmed = [doubt for doubt in heard.doubts if _is_confirmed(doubt, heard, script, listener, sounds)]
    found = [_fault(doubt, script, sounds) for doubt in confirmed]
    return sorted(_moved(found, sounds), key=lambda fault: fault.start)


def cut_faults(found: Sequence[Cut], others: Sequence[Fault], passages: Sequence[Passage]) -> list[Fault]:
    """Words that are cut off, but for those where something else has been found."""
    faults = [_cut_fault(cut, passages) for cut in found]
    return [fault for fault in faults if not any(_is_near(fault, other) for other in others)]


def _is_near(one: Fault, other: Fault) -> bool:
    return one.start <= other.end + RATE and other.start <= one.end + RATE


def _cut_fault(cut: Cut, passages: Sequence[Passage]) -> Fault:
    first, last = cut.words[0], cut.words[-1]
    words = [ScriptWord("", word.passage, word.start, word.end) for word in cut.words]
    span = _source_span(words, passages)
    return Fault(
        kind="cut",
        said=written(words, passages),
        heard="",
        words=1,
        start=max(round((first.begins + cut.shift) * RATE), 0),
        end=round((last.ends + cut.shift) * RATE),
        chapter=passages[first.passage].chapter,
        segment=passages[first.passage].index,
        source_start=span[0],
        source_end=span[1],
    )


def _is_confirmed(doubt: Doubt, heard: Heard, script: Script, listener: Listener, sounds: Sounds) -> bool:
    suspect = doubt.suspect
    said = script.words[suspect.said : suspect.said_end]
    if _is_about_names(said):
        return _is_name_wrong(doubt, said, heard, sounds)
    text = written(said, script.passages)
    if _is_written_alike(doubt, {folded(text), as_figures([word.text for word in said])}):
        return False
    if suspect.size > SMALL:
        return True
    if _is_beside_a_name(suspect, script.words):
        # A recogniser that does not know a foreign name writes more words than it has.
        return False
    return listener.preference(doubt, text) >= _least_preference(doubt, said)


def _least_preference(doubt: Doubt, said: Sequence[ScriptWord]) -> float:
    """How much likelier what was heard has to be, in nats."""
    letters = "".join(word.text for word in said)
    length = len(letters or _heard_text(doubt))
    return LIKELIER if length > SHORT else MUCH_LIKELIER


def _is_written_alike(doubt: Doubt, said: Collection[str]) -> bool:
    """Whether the recogniser has written the same, and only our reading of it differs: "1010data"."""
    words = [each.word for each in doubt.heard[doubt.suspect.heard : doubt.suspect.heard_end]]
    if not words or len({word.clip for word in words}) > 1:
        return False
    text = doubt.texts[words[0].clip]
    return folded(text[words[0].start : words[-1].end]) in said


def _is_about_names(said: Sequence[ScriptWord]) -> bool:
    """Whether a doubt is about how a name sounds, and not about words that are missing."""
    return any(word.is_name for word in said) and len(said) <= SMALL


def _is_beside_a_name(suspect: Suspect, words: Sequence[ScriptWord]) -> bool:
    around = words[max(suspect.said - 1, 0) : suspect.said_end + 1]
    return not suspect.missing and any(word.is_name for word in around)


def _is_name_wrong(doubt: Doubt, said: Sequence[ScriptWord], heard: Heard, sounds: Sounds) -> bool:
    """Whether it was heard twice, and alike, as something else, and nowhere as it should be.

    An engine says a name alike every time, so one that is heard right once is said right.
    """
    names = [word.text for word in said if word.is_name]
    if heard.fitting.issuperset(names):
        return False
    second = _heard_text(doubt).split()
    if not second and not doubt.first:
        return True
    if not second or not doubt.first:
        return False
    return sounds.similarity(tuple(doubt.first.split()), tuple(second)) >= AGREEING


def _heard_text(doubt: Doubt) -> str:
    """What was heard in place of what should have been said, in folded words."""
    return " ".join(each.word.text for each in doubt.heard[doubt.suspect.heard : doubt.suspect.heard_end])


def _fault(doubt: Doubt, script: Script, sounds: Sounds) -> Fault:
    suspect = doubt.suspect
    said = script.words[suspect.said : suspect.said_end]
    at = min(suspect.said, len(script.words) - 1)
    first = script.words[at]
    passage = script.passages[first.passage]
    start, end = _times(doubt)
    span = _source_span(said, script.passages)
    return Fault(
        kind=_kind(doubt, said, script.words, sounds),
        said=written(said, script.passages),
        heard=_heard_text(doubt),
        words=suspect.size,
        start=start,
        end=end,
        chapter=passage.chapter,
        segment=passage.index,
        source_start=span[0],
        source_end=span[1],
    )


def _kind(doubt: Doubt, said: Sequence[ScriptWord], words: Sequence[ScriptWord], sounds: Sounds) -> FaultKind:
    suspect = doubt.suspect
    if not suspect.missing:
        return "repeated" if _is_repeated(doubt, words, sounds) else "added"
    if _is_about_names(said):
        return "name"
    if suspect.added * SMALL <= suspect.missing:
        return "missing"
    return "changed"


def _is_repeated(doubt: Doubt, words: Sequence[ScriptWord], sounds: Sounds) -> bool:
    """Whether words that are too many stand in the script just before or after."""
    suspect = doubt.suspect
    added = _heard_text(doubt).split()
    length = len(added)
    before = words[max(suspect.said - length, 0) : suspect.said]
    after = words[suspect.said : suspect.said + length]
    return any(_is_alike([word.text for word in near], added, sounds) for near in (before, after))


def _is_alike(words: Sequence[str], others: Sequence[str], sounds: Sounds) -> bool:
    """Whether most words of both are the same, in order."""
    if not words or not others:
        return False
    matches = aligned(words, others, sounds)
    same = sum(match.said_end - match.said for match in matches if match.similarity >= ALIKE)
    return same >= ALIKE * max(len(words), len(others))


def _times(doubt: Doubt) -> tuple[int, int]:
    """When the words were heard; of words that are missing, from the one before to the one after."""
    suspect = doubt.suspect
    inside = doubt.heard[suspect.heard : suspect.heard_end]
    if inside:
        return inside[0].start, inside[-1].end
    before = doubt.heard[: suspect.heard]
    after = doubt.heard[suspect.heard :]
    start = before[-1].end if before else doubt.pieces[0].start
    end = after[0].start if after else doubt.pieces[-1].end
    return start, max(start, end)


def _source_span(
    said: Sequence[ScriptWord], passages: Sequence[Passage]
) -> tuple[int, int] | tuple[None, None]:
    """Where in the article some words stand."""
    starts, ends = [], []
    for word in said:
        base = passages[word.passage].source_start
        if base is not None:
            starts.append(base + word.start)
            ends.append(base + word.end)
    return (min(starts), max(ends)) if starts else (None, None)


def _moved(found: Sequence[Fault], sounds: Sounds) -> Iterator[Fault]:
    """The faults, with words that are missing in one place and added in another as one."""
    added = [fault for fault in found if not fault.said]
    taken: list[Fault] = []
    moved: list[Fault] = []
    for fault in found:
        twin = _twin(fault, added, sounds)
        if twin is not None and twin not in taken:
            taken.append(twin)
            moved.append(fault)
            yield replace(fault, kind="moved", heard=twin.heard, start=twin.start, end=twin.end)
    for fault in found:
        if fault not in taken and fault not in moved:
            yield fault


def _twin(fault: Fault, added: Sequence[Fault], sounds: Sounds) -> Fault | None:
    """The words that are too many elsewhere, if they are those that are missing here."""
    if fault.kind != "missing" or fault.words <= SMALL:
        return None
    words = fault.said.casefold().split()
    return next((other for other in added if _is_part(words, other.heard.split(), sounds)), None)


def _is_part(words: Sequence[str], others: Sequence[str], sounds: Sounds) -> bool:
    """Whether some other words are among these, and too many to be so by chance."""
    if len(others) < SMALL:
        return False
    matches = aligned(words, others, sounds)
    same = sum(match.heard_end - match.heard for match in matches if match.similarity >= ALIKE)
    return same >= ALIKE * len(others)
