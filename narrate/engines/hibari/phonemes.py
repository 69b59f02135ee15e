"""From the sentences of a document to phonemes that still know which characters they came from.

hibari's reader turns a sentence into words of its own before it speaks it ("7:30" becomes "seven
thirty") and keeps no offsets. Two facts bring them back: a sentence and its normalised form can be
aligned word by word, and the phonemes have a space exactly where the normalised form has one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby

from narrate.engines.common.document import Run, Sentence
from narrate.engines.hibari.adapter import GraphemeToPhoneme, Token, token
from narrate.engines.hibari.characters import Char, characters
from narrate.engines.hibari.heteronyms import settle
from narrate.engines.hibari.ipa import to_misaki
from narrate.engines.hibari.normalizing import Range, align, normalized, safe
from narrate.pauses import WITHOUT_BREAK

LONGEST = 400
"""Phonemes that are spoken at once: hibari's own MAX_PHONEMES. The network was seen to take 3000, in
twice the time for each."""
SPLIT_GAPS = {True: 0.12, False: 0.03}
"""Seconds of silence where a sentence had to be split: after a clause, or between any two words. Chosen
below a sentence's pause, not measured."""

PUNCTUATION = frozenset(';:,.!?—…"()“” ˈˌ')
"""Characters of the phoneme alphabet that make no sound themselves."""
_CLAUSE_ENDS = (",", ";", ":", "—")


@dataclass(frozen=True, slots=True)
class Chunk:
    """What is spoken between two spaces."""

    phonemes: str
    """In the voice's alphabet, with the punctuation."""
    start: int
    """Offset in the document's text of the first character that it speaks."""
    end: int
    run: Run
    """Whose prosody it has."""
    pause: float = 0.0
    """Silence before it, in seconds."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """What the network speaks at once."""

    chunks: tuple[Chunk, ...]
    """Empty for a pause at the end of the document."""
    gap: float
    """Silence before it, in seconds."""


def phrases(sentences: Sequence[Sentence], g2p: GraphemeToPhoneme, alphabet: frozenset[str]) -> list[Phrase]:
    """All that a document says; empty where it says nothing, however long its pauses are."""
    result: list[Phrase] = []
    pause = 0.0
    between = 0.0
    for sentence in sentences:
        chunks, tail = _chunks(sentence, g2p, alphabet)
        if not chunks:
            pause += tail
            continue
        given = pause + chunks[0].pause
        result += _split(chunks, given or between)
        pause = tail
        between = WITHOUT_BREAK
    if result and pause:
        result.append(Phrase((), pause))
    return result


def _chunks(
    sentence: Sentence, g2p: GraphemeToPhoneme, alphabet: frozenset[str]
) -> tuple[list[Chunk], float]:
    """The sentence's chunks that sound or mark a clause, and the silence after the last one."""
    chars, pause = characters(sentence)
    tokens, ranges = _read(chars, g2p)
    spoken = _spoken(g2p.phonemized(tokens), alphabet) if tokens else []
    chunks: list[Chunk] = []
    done = 0
    silence = 0.0
    for index, phonemes in enumerate(spoken):
        # One range per stretch between spaces; the proportion only guards against a changed reader.
        first, last = ranges[index * len(ranges) // len(spoken)]
        silence += _silence(chars[done:last])
        done = max(done, last)
        if phonemes:
            chunks.append(_chunk(phonemes, chars[first:last], silence))
            silence = 0.0
    pause += silence + _silence(chars[done:])
    if _is_silent(chunks):
        return [], pause + sum(chunk.pause for chunk in chunks)
    return chunks, pause


def _is_silent(chunks: Sequence[Chunk]) -> bool:
    """Whether nothing but punctuation is left of a sentence."""
    return all(set(chunk.phonemes) <= PUNCTUATION for chunk in chunks)


def _silence(chars: Sequence[Char]) -> float:
    return sum(char.pause for char in chars)


def _chunk(phonemes: str, chars: Sequence[Char], pause: float) -> Chunk:
    sounding = [char for char in chars if char.char.isalnum()] or chars
    return Chunk(phonemes, sounding[0].start, sounding[-1].end, sounding[0].run, pause)


def _read(chars: Sequence[Char], g2p: GraphemeToPhoneme) -> tuple[list[Token], list[Range]]:
    """The reader's tokens, and for each stretch between spaces the range of characters it came from."""
    reading = _Reading()
    for _, group in groupby(chars, key=_pronunciation):
        stretch = list(group)
        text = "".join(char.char for char in stretch)
        reading.add(text, *_read_stretch(text, stretch[0].run.phonemes, g2p))
    _tag(reading.tokens, g2p)
    return reading.tokens, reading.ranges


class _Reading:
    """What has been read of a sentence, stretch by stretch; a word may lie in several stretches."""

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self.ranges: list[Range] = []
        self._length = 0
        self._ends_in_word = False

    def add(self, text: str, tokens: list[Token], ranges: list[Range]) -> None:
        """Take the next stretch: its text, its tokens, and the range in it of each part between spaces."""
        goes_on = self._ends_in_word and not text[0].isspace()
        if goes_on:
            self._continue_range(ranges)
        else:
            self._end_word()
            self._add_ranges(ranges)
        self.tokens += tokens
        self._length += len(text)
        is_in_word = bool(tokens)
        if goes_on and not ranges:
            is_in_word = True
        self._ends_in_word = is_in_word and not text[-1].isspace()

    def _continue_range(self, ranges: list[Range]) -> None:
        """Add ranges of which the first goes on from the last one before."""
        known = len(self.ranges)
        self._add_ranges(ranges)
        if 0 < known < len(self.ranges):
            _, end = self.ranges.pop(known)
            start, _ = self.ranges[known - 1]
            self.ranges[known - 1] = (start, end)

    def _add_ranges(self, ranges: list[Range]) -> None:
        """Add ranges in the next stretch as ranges in the sentence."""
        for first, last in ranges:
            self.ranges.append((self._length + first, self._length + last))

    def _end_word(self) -> None:
        if self.tokens:
            self.tokens[-1].whitespace = " "


def _pronunciation(char: Char) -> int:
    """What tells the text of one <phoneme> from the next, and both from text that is simply read."""
    return char.run.start if char.run.phonemes else -1


def _tag(tokens: Sequence[Token], g2p: GraphemeToPhoneme) -> None:
    """Give every token its part of speech, and those that need it a reading.

    All at once: the words beside a name that is said by its phonemes are tagged by it, too.
    """
    g2p.tag(tokens)
    settle(tokens, g2p)


def _read_stretch(text: str, phonemes: str | None, g2p: GraphemeToPhoneme) -> tuple[list[Token], list[Range]]:
    if phonemes and (misaki := to_misaki(phonemes)):
        return [token(text.strip(), phonemes=misaki)], [(0, len(text))]
    source = safe(text)
    normal = normalized(source)
    return g2p.tokens(normal), align(source, normal)


def _spoken(tokens: Sequence[Token], alphabet: frozenset[str]) -> list[str]:
    """The phonemes of each stretch between spaces, without what the voice does not know."""
    stretches = [""]
    for each in tokens:
        phonemes = each.phonemes or ""
        known = filter(alphabet.__contains__, phonemes)
        stretches[-1] += "".join(known)
        if each.whitespace:
            stretches.append("")
    *whole, last = stretches
    if not last:
        return whole
    return stretches


def _split(chunks: list[Chunk], gap: float) -> Iterator[Phrase]:
    """Phrases of at most LONGEST phonemes, cut after a clause where there is one, else at a space."""
    rest = list(chain.from_iterable(map(_short, chunks)))
    fitting = _fitting(rest)
    while fitting < len(rest):
        clause = _clause_end(rest[:fitting])
        count = clause or fitting
        yield _phrase(rest[:count], gap)
        rest = rest[count:]
        split_gap = SPLIT_GAPS[clause > 0]
        gap = rest[0].pause or split_gap
        fitting = _fitting(rest)
    yield _phrase(rest, gap)


def _phrase(chunks: Sequence[Chunk], gap: float) -> Phrase:
    """The pause before the first chunk is the gap before the phrase."""
    return Phrase((replace(chunks[0], pause=0.0), *chunks[1:]), gap)


def _clause_end(chunks: Sequence[Chunk]) -> int:
    """How many chunks there are up to the end of the last clause; 0 where no clause ends."""
    for count in range(len(chunks), 0, -1):
        if chunks[count - 1].phonemes.endswith(_CLAUSE_ENDS):
            return count
    return 0


def _fitting(chunks: Sequence[Chunk]) -> int:
    """How many chunks, with a space between each, fit one phrase; at least one."""
    size = -1
    for count, chunk in enumerate(chunks):
        size += 1 + len(chunk.phonemes)
        if size > LONGEST:
            return max(count, 1)
    return len(chunks)


def _short(chunk: Chunk) -> Iterator[Chunk]:
    """A chunk that is too long by itself, cut into equal parts."""
    parts = -(-len(chunk.phonemes) // LONGEST)
    size = -(-len(chunk.phonemes) // parts)
    span = chunk.end - chunk.start
    for index in range(parts):
        yield replace(
            chunk,
            phonemes=chunk.phonemes[index * size : (index + 1) * size],
            start=chunk.start + span * index // parts,
            end=chunk.start + span * (index + 1) // parts,
            pause=0.0 if index else chunk.pause,
        )
