"""From the sentences of a document to phonemes that still know which characters they came from.

hibari's reader turns a sentence into words of its own before it speaks it ("7:30" becomes "seven
thirty") and keeps no offsets. Two facts bring them back: a sentence and its normalised form can be
aligned word by word, and the phonemes have a space exactly where the normalised form has one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from narrate.engines.common.document import Pause, Run, Sentence
from narrate.engines.hibari.heteronyms import settle
from narrate.engines.hibari.ipa import to_misaki
from narrate.engines.hibari.normalizing import Range, align, normalized, safe

if TYPE_CHECKING:
    from hibari.g2p import G2P
    from hibari.g2p.token import Tok

SENTENCE_GAP = 0.25
"""Seconds between two sentences with no <break> between them: a short pause of read speech."""
LONGEST = 400
"""Phonemes that are spoken at once: hibari's own MAX_PHONEMES. The network was seen to take 3000, in
twice the time for each."""
LONGEST_WORD = 40
"""Characters without a space that the reader gets: it takes time by the cube of their pieces, 3 s for
60 hyphens on a busy core. Words in common use are shorter."""
SPLIT_GAPS = {True: 0.12, False: 0.03}
"""Seconds of silence where a sentence had to be split: after a clause, or between any two words. Chosen
below a sentence's pause, not measured."""

PUNCTUATION = frozenset(';:,.!?—…"()“” ˈˌ')
"""Characters of the phoneme alphabet that make no sound themselves."""
_CLAUSE_ENDS = (",", ";", ":", "—")


@dataclass(frozen=True, slots=True)
class Piece:
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

    pieces: tuple[Piece, ...]
    """Empty for a pause at the end of the document."""
    gap: float
    """Silence before it, in seconds."""


@dataclass(frozen=True, slots=True)
class _Char:
    """One character to say, and the characters of the document that it stands for."""

    char: str
    start: int
    end: int
    run: Run
    pause: float = 0.0


def phrases(sentences: Sequence[Sentence], g2p: G2P, alphabet: frozenset[str]) -> list[Phrase]:
    """All that a document says; empty where it says nothing, however long its pauses are."""
    result: list[Phrase] = []
    pause = 0.0
    for sentence in sentences:
        pieces, tail = _pieces(sentence, g2p, alphabet)
        if pieces:
            gap = pause + pieces[0].pause or (SENTENCE_GAP if result else 0.0)
            result += _split(pieces, gap)
            pause = 0.0
        pause += tail
    if result and pause:
        result.append(Phrase((), pause))
    return result


def _pieces(sentence: Sentence, g2p: G2P, alphabet: frozenset[str]) -> tuple[list[Piece], float]:
    """The sentence's pieces that sound or mark a clause, and the silence after the last one."""
    chars, pause = _chars(sentence)
    tokens, ranges = _read(chars, g2p)
    spoken = _spoken(g2p.phonemize_tokens(tokens), alphabet) if tokens else []
    pieces: list[Piece] = []
    done, silence = 0, 0.0
    for index, phonemes in enumerate(spoken):
        # One range per stretch between spaces; the proportion only guards against a changed reader.
        first, last = ranges[index * len(ranges) // len(spoken)]
        silence += sum(char.pause for char in chars[done:last])
        done = max(done, last)
        if phonemes:
            pieces.append(_piece(phonemes, chars[first:last], silence))
            silence = 0.0
    pause += silence + sum(char.pause for char in chars[done:])
    if all(set(piece.phonemes) <= PUNCTUATION for piece in pieces):
        return [], pause + sum(piece.pause for piece in pieces)
    return pieces, pause


def _piece(phonemes: str, chars: Sequence[_Char], pause: float) -> Piece:
    sounding = [char for char in chars if char.char.isalnum()] or chars
    return Piece(phonemes, sounding[0].start, sounding[-1].end, sounding[0].run, pause)


def _chars(sentence: Sentence) -> tuple[list[_Char], float]:
    """What is to be said, character by character. A pause waits for the next letter or digit."""
    chars: list[_Char] = []
    pause = 0.0
    for part in sentence:
        if isinstance(part, Pause):
            pause += part.seconds
            continue
        for char in _run_chars(part):
            if pause and char.char.isalnum():
                char, pause = replace(char, pause=pause), 0.0  # noqa: PLW2901
            chars.append(char)
    return list(_breathing(chars)), pause


def _breathing(chars: list[_Char]) -> Iterator[_Char]:
    """The same with a space in what has none for too long: a web address, a chain of hyphens."""
    length = 0
    for char in chars:
        length = 0 if char.char.isspace() else length + 1
        yield char
        if length >= LONGEST_WORD or (length >= LONGEST_WORD // 2 and not char.char.isalnum()):
            yield _Char(" ", char.end, char.end, char.run)
            length = 0


def _run_chars(run: Run) -> Iterator[_Char]:
    """An alias is stretched over the text that it stands for."""
    said = run.text if run.phonemes else run.spoken
    size, length = len(run.text), len(said)
    for index, char in enumerate(said):
        start, end = index * size // length, -(-(index + 1) * size // length)
        yield _Char(char, run.start + start, run.start + end, run)


def _read(chars: Sequence[_Char], g2p: G2P) -> tuple[list[Tok], list[Range]]:
    """The reader's tokens, and for each stretch between spaces the range of characters it came from."""
    tokens: list[Tok] = []
    ranges: list[Range] = []
    at, joined = 0, False
    for _, group in groupby(chars, key=lambda char: char.run.start if char.run.phonemes else -1):
        segment = list(group)
        text = "".join(char.char for char in segment)
        new_tokens, new_ranges = _read_segment(text, segment[0].run.phonemes, g2p)
        joined = joined and not text[0].isspace()
        if tokens and not joined:
            tokens[-1].whitespace = " "
        for first, last in new_ranges:
            if joined and ranges:
                ranges[-1] = (ranges[-1][0], at + last)
            else:
                ranges.append((at + first, at + last))
            joined = False
        tokens += new_tokens
        at += len(text)
        joined = not text[-1].isspace() and (bool(new_tokens) or joined)
    # All at once: the words beside a name that is said by its phonemes are tagged by it, too.
    for token, tag in zip(tokens, g2p.tagger([token.text for token in tokens]), strict=True):
        token.tag = tag
    settle(tokens, g2p)
    return tokens, ranges


def _read_segment(text: str, phonemes: str | None, g2p: G2P) -> tuple[list[Tok], list[Range]]:
    from hibari.g2p.token import Tok

    if phonemes and (misaki := to_misaki(phonemes)):
        return [Tok(text.strip(), phonemes=misaki, rating=5)], [(0, len(text))]
    source = safe(text)
    normal = normalized(source)
    return [Tok(word, whitespace=space) for word, space in g2p.tokenizer(normal)], align(source, normal)


def _spoken(tokens: Sequence[Tok], alphabet: frozenset[str]) -> list[str]:
    """The phonemes of each stretch between spaces, without what the voice does not know."""
    stretches = [""]
    for token in tokens:
        stretches[-1] += "".join(char for char in token.phonemes or "" if char in alphabet)
        if token.whitespace:
            stretches.append("")
    return stretches if stretches[-1] else stretches[:-1]


def _split(pieces: list[Piece], gap: float) -> Iterator[Phrase]:
    """Phrases of at most LONGEST phonemes, cut after a clause where there is one, else at a space."""
    rest = [part for piece in pieces for part in _short(piece)]
    while rest:
        count = _fitting(rest)
        at_clause = False
        if count < len(rest):
            clauses = [n for n in range(1, count + 1) if rest[n - 1].phonemes.endswith(_CLAUSE_ENDS)]
            at_clause = bool(clauses)
            count = clauses[-1] if clauses else count
        yield Phrase((replace(rest[0], pause=0.0), *rest[1:count]), gap)
        rest = rest[count:]
        gap = rest[0].pause or SPLIT_GAPS[at_clause] if rest else 0.0


def _fitting(pieces: Sequence[Piece]) -> int:
    """How many pieces, with a space between each, fit one phrase; at least one."""
    size = -1
    for count, piece in enumerate(pieces):
        size += 1 + len(piece.phonemes)
        if size > LONGEST:
            return max(count, 1)
    return len(pieces)


def _short(piece: Piece) -> Iterator[Piece]:
    """A piece that is too long by itself, cut into equal parts."""
    parts = -(-len(piece.phonemes) // LONGEST)
    size, span = -(-len(piece.phonemes) // parts), piece.end - piece.start
    for index in range(parts):
        yield replace(
            piece,
            phonemes=piece.phonemes[index * size : (index + 1) * size],
            start=piece.start + span * index // parts,
            end=piece.start + span * (index + 1) // parts,
            pause=0.0 if index else piece.pause,
        )
