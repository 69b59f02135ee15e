"""The mixer: utterances in, blocks of the master out, and at the end who is heard when."""

from __future__ import annotations

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

EARCON_GAP = 0.12
"""Seconds between an earcon and the speech beside it."""
MAX_MAKE_UP = 3.0
"""dB. The limiter takes 0.2 dB from a natural voice and 1 to 2 dB from eSpeak NG's, which has high peaks."""
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

        Raises EncodingError for samples that are no numbers.
        """
        if not np.isfinite(speech.samples.sum()):
            raise EncodingError("speech with samples that are no numbers", f"utterance {utterance.index}")
        clip = trimmed(resampled(speech, self._sample_rate))
        return replace(clip, samples=self._at_target(clip.samples, utterance.voice.gain))

    def add(self, utterance: Utterance, clip: Speech) -> Samples:
        """The next block of the master: what `levelled` made, and the silence that belongs to it.

        Speech that is silent gives a cue of no length and its pause. Raises EncodingError for an utterance
        out of order.
        """
        if utterance.index != len(self._cues):
            raise EncodingError("utterance out of order", utterance.index, f"{len(self._cues)} is next")
        lead = self._silence(0.0 if self._cues else self._target.lead_in)
        before, after = self._earcon(utterance.before), self._earcon(utterance.after)
        gap = self._silence(EARCON_GAP)
        opening = np.concatenate([lead, before, gap if len(before) else gap[:0]])
        closing = np.concatenate([gap, after]) if len(after) else after
        block = np.concatenate([opening, clip.samples, closing, self._silence(self._pause(utterance))])
        start = self._length + len(opening)
        words = tuple(_shifted(word, start) for word in clip.words)
        self._starts.append(self._length + len(lead))
        end = start + len(clip.samples)
        self._cues.append(Cue(utterance.index, start, end, words, clip.estimated, clip.description))
        self._length += len(block)
        return block

    def finish(self) -> tuple[tuple[Cue, ...], tuple[Chapter, ...], int]:
        """The cues, the chapters, which tile the master, and the master's length in samples."""
        if len(self._cues) != len(self._script.utterances):
            raise EncodingError(
                "utterances are missing", f"{len(self._cues)} of {len(self._script.utterances)}"
            )
        sections = self._script.chapters or (Section(self._script.article.title, 0),)
        starts = [self._starts[s.utterance] if i and self._cues else 0 for i, s in enumerate(sections)]
        bounds = pairwise([*starts, self._length])
        chapters = tuple(Chapter(s.title, *bound) for s, bound in zip(sections, bounds, strict=True))
        return tuple(self._cues), chapters, self._length

    def _at_target(self, samples: Samples, voice_gain: float) -> Samples:
        """Brought to the target and limited, with what the limiter takes given back."""
        if not len(samples):
            return samples
        target = self._target.integrated + voice_gain
        centred = samples - samples.mean()
        louder = shaped(centred, self._sample_rate, levelling_gain(centred, self._sample_rate, target))
        limiter = Limiter(louder, self._sample_rate, self._target.ceiling)
        return self._made_up(limiter, target) if limiter.limits() else louder

    def _made_up(self, limiter: Limiter, target: float) -> Samples:
        gain = 0.0
        for _ in range(MAKE_UPS):
            taken = levelling_gain(limiter.at(gain), self._sample_rate, target)
            gain = min(gain + MAKE_UP * taken, MAX_MAKE_UP)
            if taken < ENOUGH:
                break
        return limiter.at(gain)

    def _pause(self, utterance: Utterance) -> float:
        last = utterance.index == len(self._script.utterances) - 1
        return max(utterance.pause_after, self._target.lead_out) if last else utterance.pause_after

    def _earcon(self, kind: Earcon | None) -> Samples:
        return earcon(kind, self._sample_rate, self._target.integrated) if kind else self._silence(0.0)

    def _silence(self, seconds: float) -> Samples:
        return np.zeros(max(round(seconds * self._sample_rate), 0), np.float32)


def _shifted(word: Word, by: int) -> Word:
    return Word(word.text_start, word.text_end, word.start + by, word.end + by)
