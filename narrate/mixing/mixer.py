"""The mixer: utterances in, blocks of the master out, and at the end the times of all that is heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np

from narrate.errors import EncodingError
from narrate.mixing.clips import resampled, shaped, trimmed
from narrate.mixing.earcons import earcon
from narrate.mixing.limiter import Limiter
from narrate.mixing.loudness import levelling_gain
from narrate.model import Chapter, Cue, Earcon, Samples, Script, Section, Speech, Utterance, Word
from narrate.options.loudness import PODCAST, MasterTarget
from narrate.prosody import seconds

EARCON_GAP = 0.12
"""Seconds between an earcon and the speech beside it."""
MAX_MAKE_UP = 3.0
"""dB. The limiter takes 0.2 dB from a natural voice, and 1 to 2 dB from eSpeak NG's, which has high peaks."""
MAKE_UP = 1.3
"""dB of gain for each LU that the limiter took, because it takes about a quarter of the gain again."""
MAKE_UPS = 3
"""Times that loudness is measured and given back."""
ENOUGH = 0.4
"""LU taken, from which giving back once lands within 0.1 LU."""


class Mixer:
    """Makes the master of one script, an utterance at a time.

        mixer = Mixer(script)
        for utterance in script.utterances:
            spool.write(mixer.add(utterance, mixer.levelled(utterance, speech)))
        cues, chapters, length = mixer.finish()

    `levelled` is most of the work, and several threads may do it at once.

    Silence of the master: the target's before the first utterance, each utterance's own pause after it, and
    the target's after the last, or its pause where that is longer. Earcons are not part of an utterance's
    cue; a chapter begins with its own.
    """

    def __init__(self, script: Script, sample_rate: int = 24_000, target: MasterTarget = PODCAST) -> None:
        """`sample_rate` of the master in Hz."""
        self._script = script
        self._sample_rate = sample_rate
        self._target = target
        self._starts: list[int] = []
        self._cues: list[Cue] = []
        self._length = 0

    def levelled(self, utterance: Utterance, speech: Speech) -> Speech:
        """The speech at the master's rate, as loud as the target, without silence around it.

        Raises EncodingError for samples that are infinite or not numbers.
        """
        if not np.isfinite(speech.samples.sum()):
            raise EncodingError("speech with samples that are not numbers", f"utterance {utterance.index}")
        clip = trimmed(resampled(speech, self._sample_rate))
        samples = self._at_target(clip.samples, utterance.voice.gain)
        return replace(clip, samples=samples)

    def add(self, utterance: Utterance, clip: Speech) -> Samples:
        """The next block of the master: what `levelled` made, with the earcons and the silence around it.

        Silent speech gets a cue of no length, and its pause. Raises EncodingError for an utterance out of
        order.
        """
        if utterance.index != len(self._cues):
            raise EncodingError("utterance out of order", utterance.index, f"{len(self._cues)} is next")
        lead = self._silence(0.0 if self._cues else self._lead_in(utterance))
        opening = np.concatenate([lead, self._earcon_before(utterance.before)])
        closing = self._earcon_after(utterance.after)
        pause = self._silence(self._pause(utterance))
        block = np.concatenate([opening, clip.samples, closing, pause])
        start = self._length + len(opening)
        end = start + len(clip.samples)
        words = tuple(_shifted(word, start) for word in clip.words)
        cue = Cue(utterance.index, start, end, words, clip.estimated, clip.description)
        self._cues.append(cue)
        self._starts.append(self._length + len(lead))
        self._length += len(block)
        return block

    def finish(self) -> tuple[tuple[Cue, ...], tuple[Chapter, ...], int]:
        """The cues, the chapters, which tile the master, and the master's length in samples.

        Raises EncodingError if an utterance has not been added.
        """
        expected = len(self._script.utterances)
        if len(self._cues) != expected:
            raise EncodingError("utterances are missing", f"{len(self._cues)} of {expected}")
        return tuple(self._cues), tuple(self._chapters()), self._length

    def _chapters(self) -> Iterator[Chapter]:
        """Each from its first utterance to the next chapter; the first one from the start of the master."""
        whole = Section(self._script.article.title, 0)
        sections = self._script.chapters or (whole,)
        later = [self._starts[section.utterance] for section in sections[1:]]
        bounds = pairwise([0, *later, self._length])
        for section, (start, end) in zip(sections, bounds, strict=True):
            yield Chapter(section.title, start, end)

    def _at_target(self, samples: Samples, voice_gain: float) -> Samples:
        """Brought to the target loudness, raised by the voice's own gain in dB, and limited."""
        if not len(samples):
            return samples
        target = self._target.integrated + voice_gain
        # An offset is not heard, but would take room below the ceiling.
        centred = samples - samples.mean()
        gain = levelling_gain(centred, self._sample_rate, target)
        louder = shaped(centred, self._sample_rate, gain)
        limiter = Limiter(louder, self._sample_rate, self._target.ceiling)
        if not limiter.limits():
            return louder
        return self._made_up(limiter, target)

    def _made_up(self, limiter: Limiter, target: float) -> Samples:
        """The limited sound, with what the limiter took of its loudness given back."""
        gain = 0.0
        for _ in range(MAKE_UPS):
            taken = levelling_gain(limiter.at(gain), self._sample_rate, target)
            gain = min(gain + MAKE_UP * taken, MAX_MAKE_UP)
            if taken < ENOUGH:
                break
        return limiter.at(gain)

    def _lead_in(self, first: Utterance) -> float:
        """Seconds before the first utterance: the target's, and those of breaks in front of its text."""
        breaks = [mark for mark in first.marks if mark.kind == "break" and mark.start == 0]
        return self._target.lead_in + sum(seconds(mark.value) for mark in breaks)

    def _pause(self, utterance: Utterance) -> float:
        """Seconds of silence after an utterance."""
        is_last = utterance.index == len(self._script.utterances) - 1
        if is_last:
            return max(utterance.pause_after, self._target.lead_out)
        return utterance.pause_after

    def _earcon_before(self, kind: Earcon | None) -> Samples:
        """An earcon and the gap after it; nothing for None."""
        if kind is None:
            return self._silence(0.0)
        sound = earcon(kind, self._sample_rate, self._target.integrated)
        return np.concatenate([sound, self._silence(EARCON_GAP)])

    def _earcon_after(self, kind: Earcon | None) -> Samples:
        """The gap before an earcon, and the earcon; nothing for None."""
        if kind is None:
            return self._silence(0.0)
        sound = earcon(kind, self._sample_rate, self._target.integrated)
        return np.concatenate([self._silence(EARCON_GAP), sound])

    def _silence(self, seconds: float) -> Samples:
        count = max(round(seconds * self._sample_rate), 0)
        return np.zeros(count, np.float32)


def _shifted(word: Word, by: int) -> Word:
    return Word(word.text_start, word.text_end, word.start + by, word.end + by)
