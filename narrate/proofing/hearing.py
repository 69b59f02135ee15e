"""Listening to a recording, and once more to what did not fit.

1. recognize  the recording is cut at its pauses, and each clip is recognised
2. align      the words of all clips are aligned with those that should have been said
3. suspect    where they do not fit, something is wrong: mostly the recogniser
4. hear again the clips around a suspect are cut elsewhere and recognised once more, with more care
5. confirm    what does not fit in both hearings, and is likelier to be what was said, is a fault
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from narrate.model import Mark, Samples
from narrate.proofing.alignment import Match, aligned
from narrate.proofing.recognizer import BATCH, Recognizer
from narrate.proofing.recording import Clip, Recording
from narrate.proofing.sounds import Sounds
from narrate.proofing.suspects import Suspect, errors, fits, is_same_place, suspects
from narrate.proofing.words import HeardWord, ScriptWord, SpokenForms, tokens

Progress = Callable[[int, int], None]
"""Called with the number of clips heard and in all."""
ROUND = 4 * BATCH
"""Clips between two reports of progress."""
CLIPS = 8.0, 20.0
"""Seconds of a clip. Of 28 a base model skips whole sentences (100 words of 1,350, against 4); of 12 it
repeats itself."""
LONG = 4
"""Words of a suspect from which the length of the recording may prove it."""
PROVING = 0.5
"""Seconds by which a recording at least differs from its timeline if a sentence is missing or said twice."""
PIECES = 7.0, 16.0
"""Seconds of what is heard again."""


@dataclass(frozen=True, slots=True)
class TimedHeard:
    """A word that was heard again, and when."""

    word: HeardWord
    start: int
    """First sample of the recording."""
    end: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """A suspect of the second hearing."""

    suspect: Suspect
    """Its ranges count in all words that should have been said, and in `heard`."""
    heard: Sequence[TimedHeard]
    """All that was heard in the stretch that was heard again."""
    texts: Sequence[str]
    """What was recognised in each piece; `clip` of a word is an index into it."""
    pieces: Sequence[Clip]
    first: str
    """What the first hearing took for it."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a recording sounds like, compared with its script."""

    doubts: Sequence[Doubt]
    """What did not fit in both hearings."""
    suspects: int
    """How many stretches did not fit in the first."""
    errors: Sequence[tuple[int, int]]
    """Words recognised wrongly: index of the word that should have been said, and how many."""
    fitting: frozenset[str]
    """Words that were heard as they should be, at least once."""
    share: float
    """Of the words that should have been said, how many were heard."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Clips that are heard again, and the words that should be said in them."""

    first: int
    last: int
    """Both ends are included."""


@dataclass(frozen=True, slots=True)
class _Again:
    """What was heard in a stretch the second time."""

    words: Sequence[TimedHeard]
    texts: Sequence[str]
    pieces: Sequence[Clip]


class Listener:
    """Compares a recording with the words that should have been said in it."""

    def __init__(
        self, recording: Recording, recognizer: Recognizer, sounds: Sounds, spoken_forms: SpokenForms
    ) -> None:
        """`spoken_forms` writes out what the recogniser has written in figures and signs."""
        self._recording = recording
        self._recognizer = recognizer
        self._sounds = sounds
        self._spoken_forms = spoken_forms

    def listen(
        self, words: Sequence[ScriptWord], progress: Progress | None = None, excess: float = 0.0
    ) -> Heard:
        """Steps 1 to 4; the fifth needs more than one doubt, and is `faults`.

        `excess`: seconds by which the recording is longer than its timeline; < 0: it is shorter.
        """
        clips = self._recording.clips(*CLIPS)
        heard = self._heard(clips, progress)
        matches = self._aligned(words, heard)
        found = suspects(matches, words, heard)
        fitting = _fitting(matches, words, heard)
        wrong = errors(matches, words, heard)
        doubts: list[Doubt] = []
        for stretch in _stretches(found, heard, len(clips)):
            said = _said_in(stretch, matches, heard, len(words))
            again, matches_again = self._heard_again(clips, stretch, words, said)
            heard_again = [each.word for each in again.words]
            fitting |= _fitting(matches_again, words, heard_again)
            wrong = _better(wrong, errors(matches_again, words, heard_again), said)
            doubts += _doubts(found, heard, again, suspects(matches_again, words, heard_again))
        for suspect in found:
            if _is_measured(suspect, excess) and not _is_doubted(suspect, doubts):
                doubts.append(_first_doubt(suspect, heard, clips))
        right = sum(match.said_end - match.said for match in matches if fits(match, words, heard))
        share = right / max(len(words), 1)
        return Heard(doubts, len(found), wrong, frozenset(fitting), share)

    def _heard(self, clips: Sequence[Clip], progress: Progress | None) -> list[HeardWord]:
        words: list[HeardWord] = []
        for start in range(0, len(clips), ROUND):
            some = clips[start : start + ROUND]
            texts = self._recognizer.hear([self._recording.sound(clip) for clip in some])
            for number, text in enumerate(texts, start):
                words += self._words(text, number)
            if progress:
                progress(start + len(some), len(clips))
        return words

    def _words(self, text: str, clip: int) -> list[HeardWord]:
        found = tokens(text, self._spoken_forms(text))
        return [HeardWord(token.text, clip, token.start, token.end, token.is_form) for token in found]

    def _aligned(self, words: Sequence[ScriptWord], heard: Sequence[HeardWord]) -> list[Match]:
        return aligned([word.text for word in words], [word.text for word in heard], self._sounds)

    def _heard_again(
        self, clips: Sequence[Clip], stretch: _Stretch, words: Sequence[ScriptWord], said: tuple[int, int]
    ) -> tuple[_Again, list[Match]]:
        """What the second hearing makes of a stretch, aligned with the words from said[0] to said[1]."""
        whole = Clip(clips[stretch.first].start, clips[stretch.last].end)
        again = self._pieces(self._recording.cut_again(whole, *PIECES))
        start, end = said
        matches = self._aligned(words[start:end], [each.word for each in again.words])
        return again, [
            replace(match, said=match.said + start, said_end=match.said_end + start) for match in matches
        ]

    def _pieces(self, pieces: Sequence[Clip]) -> _Again:
        words, texts = [], []
        for number, piece in enumerate(pieces):
            timed = self._recognizer.hear_again(self._recording.sound(piece))
            text = "".join(word.text for word in timed)
            ends = _ends([word.text for word in timed])
            for word in self._words(text, number):
                first = timed[_at(ends, word.start)]
                last = timed[_at(ends, word.end - 1)]
                words.append(TimedHeard(word, piece.start + first.start, piece.start + last.end))
            texts.append(text)
        return _Again(words, texts, pieces)

    def preference(self, doubt: Doubt, said: str) -> float:
        """How much likelier what was heard is than `said` in its place, in nats."""
        suspect = doubt.suspect
        context = doubt.heard[max(suspect.heard - 1, 0)].word if doubt.heard else None
        if context is None:
            return 0.0
        number = doubt.heard[suspect.heard].word.clip if suspect.added else context.clip
        start, end = _place(doubt, number)
        text = doubt.texts[number]
        other = " ".join(f"{text[:start]} {said} {text[end:]}".split())
        return self._recognizer.preference(self._sound(doubt, number), text, other)

    def _sound(self, doubt: Doubt, number: int) -> Samples:
        return self._recording.sound(doubt.pieces[number])


def no_spoken_forms(_: str) -> Sequence[Mark]:
    """For languages in which it is not known how to write out figures and signs."""
    return ()


def _place(doubt: Doubt, number: int) -> tuple[int, int]:
    """Where the suspect's words stand in the text of a piece; an empty range behind the word before."""
    suspect = doubt.suspect
    inside = _words_of_clip(doubt.heard[suspect.heard : suspect.heard_end], number)
    if inside:
        return inside[0].start, inside[-1].end
    before = _words_of_clip(doubt.heard[: suspect.heard], number)
    place = before[-1].end if before else 0
    return place, place


def _words_of_clip(timed: Sequence[TimedHeard], number: int) -> list[HeardWord]:
    return [each.word for each in timed if each.word.clip == number]


def _ends(texts: Sequence[str]) -> list[int]:
    """The offset after each of some texts that are written one after the other."""
    ends, length = [], 0
    for text in texts:
        length += len(text)
        ends.append(length)
    return ends


def _at(ends: Sequence[int], offset: int) -> int:
    """Index of the text that has the character at an offset."""
    return next(index for index, end in enumerate(ends) if offset < end)


def _fitting(matches: Sequence[Match], words: Sequence[ScriptWord], heard: Sequence[HeardWord]) -> set[str]:
    """Words that should have been said and were heard so."""
    found: set[str] = set()
    for match in matches:
        if fits(match, words, heard):
            found.update(word.text for word in words[match.said : match.said_end])
    return found


def _stretches(found: Sequence[Suspect], heard: Sequence[HeardWord], clips: int) -> list[_Stretch]:
    """The clips around all suspects, those beside each other together."""
    stretches: list[_Stretch] = []
    for suspect in found:
        first, last = _clips_around(suspect, heard, clips)
        if stretches and first <= stretches[-1].last:
            stretches[-1] = _Stretch(stretches[-1].first, max(last, stretches[-1].last))
        else:
            stretches.append(_Stretch(first, last))
    return stretches


def _clips_around(suspect: Suspect, heard: Sequence[HeardWord], clips: int) -> tuple[int, int]:
    """From the clip of the last word before a suspect to that of the first one after it."""
    first = heard[suspect.heard - 1].clip if suspect.heard else 0
    last = heard[suspect.heard_end].clip if suspect.heard_end < len(heard) else clips - 1
    if suspect.added:
        inside = heard[suspect.heard].clip, heard[suspect.heard_end - 1].clip
        # What was heard has its own clips; the neighbours' count only where words are missing, too.
        return inside if suspect.missing <= suspect.added else (min(first, inside[0]), max(last, inside[1]))
    return first, last


def _said_in(
    stretch: _Stretch, matches: Sequence[Match], heard: Sequence[HeardWord], words: int
) -> tuple[int, int]:
    """Which words should be said in some clips: those between the words heard before and after them."""
    start, end = 0, words
    for match in matches:
        if match.heard == match.heard_end:
            continue
        if heard[match.heard_end - 1].clip < stretch.first:
            start = match.said_end
        if heard[match.heard].clip > stretch.last:
            end = match.said
            break
    return start, max(start, end)


def _better(
    wrong: Sequence[tuple[int, int]], again: Sequence[tuple[int, int]], said: tuple[int, int]
) -> list[tuple[int, int]]:
    """The errors of the first hearing, with those of the second in a stretch where it has fewer."""
    start, end = said
    inside, outside = [], []
    for error in wrong:
        place, _ = error
        if start <= place < end:
            inside.append(error)
        else:
            outside.append(error)
    if _wrong_words(again) >= _wrong_words(inside):
        return list(wrong)
    return sorted([*outside, *again])


def _wrong_words(errors: Sequence[tuple[int, int]]) -> int:
    """How many words some errors have."""
    return sum(size for _, size in errors)


def _is_doubted(suspect: Suspect, doubts: Sequence[Doubt]) -> bool:
    """Whether there is a doubt about the same words already."""
    return any(is_same_place(doubt.suspect, suspect) for doubt in doubts)


def _is_measured(suspect: Suspect, excess: float) -> bool:
    """Whether the length of the recording proves that something is missing or said twice.

    A model that hears a sentence twice may write it once.
    """
    if suspect.size < LONG or abs(excess) < PROVING:
        return False
    return suspect.added > suspect.missing if excess > 0 else suspect.missing > suspect.added


def _first_doubt(suspect: Suspect, heard: Sequence[HeardWord], clips: Sequence[Clip]) -> Doubt:
    """A suspect as it was heard first; its words share the time of their clip."""
    lengths: dict[int, int] = {}
    for word in heard:
        lengths[word.clip] = max(word.end, lengths.get(word.clip, 1))
    timed = []
    for word in heard:
        clip = clips[word.clip]
        step = (clip.end - clip.start) / lengths[word.clip]
        timed.append(
            TimedHeard(word, clip.start + round(step * word.start), clip.start + round(step * word.end))
        )
    text = _text_heard([suspect], heard)
    return Doubt(suspect, timed, [""] * len(clips), clips, text)


def _doubts(
    found: Sequence[Suspect], heard: Sequence[HeardWord], again: _Again, suspects_again: Sequence[Suspect]
) -> list[Doubt]:
    """The suspects of the second hearing that the first one had, too."""
    doubts = []
    for suspect in suspects_again:
        same = [other for other in found if is_same_place(suspect, other)]
        if same:
            first = _text_heard(same, heard)
            doubts.append(Doubt(suspect, again.words, again.texts, again.pieces, first))
    return doubts


def _text_heard(found: Sequence[Suspect], heard: Sequence[HeardWord]) -> str:
    """The words that were heard in place of those of some suspects."""
    words: list[HeardWord] = []
    for suspect in found:
        words += heard[suspect.heard : suspect.heard_end]
    return " ".join(word.text for word in words)
