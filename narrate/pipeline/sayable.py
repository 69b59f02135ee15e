"""Whether the voices can say the letters of the text, found out before anything is spoken.

An engine drops what it has no sounds for, and an Arabic article would become a second of silence. An article
in letters that its voices cannot say is refused. A word in such letters inside another text is said as it is
written in Latin ones, and a note says so. How a *language* is spoken is not decided here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from narrate.engines import Literate
from narrate.engines.pool import EnginePool
from narrate.errors import SourceError
from narrate.model import Mark, Script, Utterance, Voice
from narrate.pipeline.languages import way_out
from narrate.writing_systems import foreign_words, in_latin, letters_by_system

SAID_OTHERWISE = frozenset({"sub", "phoneme", "say-as", "audio"})
"""Kinds of marks whose text the engine is not given as it stands."""
NAMES = {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}
"""What people call the letters whose name in Unicode is another."""
EXAMPLES = 3
"""Words that a note names."""


def sayable(script: Script, engine_pool: EnginePool, strict: bool = False) -> Script:
    """The script with words in unknown letters written in Latin ones, and a note that says so.

    Raises SourceError if no voice of the script can say most letters, and with `strict` if one word cannot
    be said.
    """
    known = _known_systems(script, engine_pool)
    spans = [_unsayable(utterance, known) for utterance in script.utterances]
    words = list(_words(script, spans))
    if not words:
        return script
    _refuse_a_whole_text(script, words, engine_pool)
    if strict:
        raise SourceError("no voice can say this word", words[0], "leave out --strict, or mark it in SSML")
    utterances = tuple(map(_in_latin, script.utterances, spans))
    return replace(script, utterances=utterances, notes=(*script.notes, _note(words)))


def _known_systems(script: Script, engine_pool: EnginePool) -> dict[Voice, frozenset[str]]:
    """The writing systems that each voice of the script can say; one that says all is not in it."""
    known: dict[Voice, frozenset[str]] = {}
    for utterance in script.utterances:
        engine = engine_pool[utterance.voice.engine]
        if isinstance(engine, Literate):
            known[utterance.voice] = engine.writing_systems(utterance.voice)
    return known


def _unsayable(utterance: Utterance, known: Mapping[Voice, frozenset[str]]) -> list[tuple[int, int]]:
    """Start and end of each word of an utterance whose letters its voice cannot say."""
    systems = known.get(utterance.voice)
    if systems is None:
        return []
    words = foreign_words(utterance.text, systems)
    return [(start, end) for start, end in words if not _is_said_otherwise(utterance, start, end)]


def _is_said_otherwise(utterance: Utterance, start: int, end: int) -> bool:
    """Whether an engine does not get these characters as they stand."""
    marks = (mark for mark in utterance.marks if mark.kind in SAID_OTHERWISE)
    return any(mark.start < end and start < mark.end for mark in marks)


def _words(script: Script, spans: Iterable[Iterable[tuple[int, int]]]) -> Iterator[str]:
    """What stands at the spans of each utterance."""
    for utterance, found in zip(script.utterances, spans, strict=True):
        for start, end in found:
            yield utterance.text[start:end]


def _refuse_a_whole_text(script: Script, words: Iterable[str], engine_pool: EnginePool) -> None:
    """Raise SourceError if the words hold more than half of the letters."""
    letters: Counter[str] = Counter()
    for utterance in script.utterances:
        letters += letters_by_system(utterance.text)
    foreign: Counter[str] = Counter()
    for word in words:
        foreign += letters_by_system(word)
    if foreign.total() * 2 <= letters.total():
        return
    name, _ = foreign.most_common(1)[0]
    system = NAMES.get(name, name.title())
    narrator = script.utterances[0].voice
    language = script.article.language
    raise SourceError(
        f"the text is in {system} letters, which the voice {narrator.name!r} of {narrator.engine} cannot say",
        script.article.title,
        way_out(language, narrator.engine, engine_pool),
    )


def _in_latin(utterance: Utterance, words: Iterable[tuple[int, int]]) -> Utterance:
    new = []
    for start, end in words:
        spelled = in_latin(utterance.text[start:end])
        new.append(Mark("sub", start, end, spelled, origin="transliteration"))
    if not new:
        return utterance
    marks = sorted((*utterance.marks, *new), key=lambda mark: (mark.start, -mark.end))
    return replace(utterance, marks=tuple(marks))


def _note(words: list[str]) -> str:
    distinct = list(dict.fromkeys(words))
    examples = ", ".join(f"{word} as {in_latin(word)}" for word in distinct[:EXAMPLES])
    more = f", and {len(distinct) - EXAMPLES} more" if len(distinct) > EXAMPLES else ""
    return f"in letters that the voice cannot say, and said in Latin ones: {examples}{more}"
