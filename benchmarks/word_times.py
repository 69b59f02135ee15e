"""How far the word times that engines tell are from when the words are heard.

    python benchmarks/word_times.py [--engine hibari --voice heart] [--whisper FOLDER] [ARTICLE ...]

Onsets are measured in the sound alone, in four ways, each blind to what the engine says:

- tone: every beep begins where the samples stop being zero. Exact to a sample.
- after a pause: texts of comma-separated phrases, spoken whole. The level in 5 ms frames falls below -40 dB
  of the peak between two phrases for 80 ms or more; where it rises again the next phrase begins. Only texts
  with as many such pauses as commas are counted, so that pauses and phrases pair in order and nothing is
  matched by being near. Good to 5 ms, and a little late for soft consonants.
- hiss: running speech, words that begin with "s" or "sh" behind a vowel, a nasal or a liquid, in sentences
  that have no other hiss than these. The share of the energy above 4 kHz crosses one half upwards where
  the word begins; only sentences with as many crossings as such words are counted, and pair in order.
  Good to 10 ms. These are the "abrupt-consonantal landmarks" of Liu, J. Acoust. Soc. Am. 100 (1996) 3417.
- whisper (with the folder of a faster-whisper model): all words of the articles that both heard alike. It is
  itself wrong by 50 ms or more, and tells mostly that nothing drifts.

With --estimated the engine's times are taken away first, and those that `estimating` finds are measured.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np

from narrate.engines import Engine, open_engine
from narrate.engines.common.estimating import with_words
from narrate.engines.tone import ToneEngine
from narrate.model import Samples, Speech, Voice
from narrate.speaking import sentences

Measured = list[float]
"""Told onset less heard onset, in ms, one per word."""

# No word but the first of a phrase begins behind a comma.
PHRASES = (
    "the old harbour", "a green lantern", "nobody at home", "under the bridge", "people from the north",
    "in the early morning", "Captain Maria Elgard", "between two rivers", "water in the well",
    "late on Monday", "every open window", "for a hundred years", "good bread and butter",
    "money in the bank", "why not today", "all of them", "forty tired men", "beyond the garden",
    "quite a long road", "major towns of the valley",
)  # fmt: skip
# No "s" or "z" sounds in them but at the beginning of a word.
SUBJECTS = ("A woman", "Nobody in the valley", "The old farmer", "Many people", "My uncle")
HISSING = ("saw", "saved", "sold", "showed", "sailed", "shook")
OBJECTS = ("solid ground", "shallow water", "some old money", "a simple meal", "silver and gold")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("articles", nargs="*", type=Path, help="for whisper: text files, a paragraph a line")
    parser.add_argument("--engine", default="hibari")
    parser.add_argument("--voice", default="heart")
    parser.add_argument("--whisper", type=Path, help="folder of a faster-whisper model")
    parser.add_argument("--estimated", action="store_true")
    options = parser.parse_args()
    report("tone", "exact", tone())
    engine = open_engine(options.engine)
    speak = speaker(engine, options.voice, options.estimated)
    report(options.engine, "after a pause", list(after_pauses(speak)))
    report(options.engine, "hiss", list(hisses(speak)))
    if options.whisper:
        report(options.engine, "whisper", list(against_whisper(speak, options.whisper, options.articles)))
    engine.close()
    return 0


def report(engine: str, way: str, errors: Measured) -> None:
    """One line: how many words, the bias, and the median and 95th percentile of the size of the error."""
    if not errors:
        print(f"{engine:8} {way:14} nothing could be measured", file=sys.stderr)
        return
    size = np.abs(errors)
    print(
        f"{engine:8} {way:14} {len(errors):5} words  bias {np.median(errors):6.1f} ms  "
        f"median {np.median(size):5.1f} ms  95% {np.percentile(size, 95):6.1f} ms"
    )


def speaker(engine: Engine, voice: str, estimated: bool) -> Callable[[str], Speech]:
    """Speaks a plain text as one utterance of sentences."""

    def speak(text: str) -> Speech:
        escaped = (s.replace("&", "&amp;").replace("<", "&lt;") for s in sentences(text))
        document = "<speak>" + '<break time="350ms"/>'.join(f"<s>{s}</s>" for s in escaped) + "</speak>"
        speech = engine.synthesize(document, Voice("v", engine.name, voice))
        return with_words(replace(speech, words=()), document) if estimated else speech

    return speak


def tone() -> Measured:
    """The first sample of each beep that is not zero, behind 10 ms of zeros."""
    speech = ToneEngine().synthesize(f"<speak>{' '.join(PHRASES)}</speak>", Voice("v", "tone", "450"))
    loud = np.flatnonzero(speech.samples)
    heard = loud[np.concatenate([[True], np.diff(loud) > 240])]
    return in_ms(speech, [word.start for word in speech.words], list(heard))


def after_pauses(speak: Callable[[str], Speech]) -> Iterator[float]:
    """Phrases behind a pause that the voice makes by itself."""
    for start, step in product(range(len(PHRASES)), (1, 3, 7)):
        chosen = [PHRASES[(start + step * n) % len(PHRASES)] for n in range(5)]
        text = ", ".join(chosen) + "."
        speech = speak(text)
        heard = onsets_after_pauses(speech.samples, speech.sample_rate)
        begins = np.cumsum([0, *(len(phrase) + 2 for phrase in chosen[:-1])])[1:]
        told = {word.text_start: word.start for word in speech.words}
        if len(heard) == len(begins) and all(begin in told for begin in begins):
            yield from in_ms(speech, [told[begin] for begin in begins], heard)


def onsets_after_pauses(samples: Samples, sample_rate: int) -> list[int]:
    """Samples where sound begins again after 80 ms or more below -40 dB of the peak."""
    size = sample_rate // 200
    level = np.maximum.reduceat(np.abs(samples), np.arange(0, len(samples), size))
    loud = np.flatnonzero(level > level.max() * 0.01)
    return [int(loud[n + 1]) * size for n in np.flatnonzero(np.diff(loud) > 16)]


def hisses(speak: Callable[[str], Speech]) -> Iterator[float]:
    """Words that begin with a hiss, in running speech."""
    for subject, verb, thing in product(SUBJECTS, HISSING, OBJECTS):
        text = f"{subject} {verb} {thing}."
        speech = speak(text)
        begins = [match.start() for match in re.finditer(r"\bs", text)]
        heard = hiss_onsets(speech.samples, speech.sample_rate)
        told = {word.text_start: word.start for word in speech.words}
        if len(heard) == len(begins) and all(begin in told for begin in begins):
            yield from in_ms(speech, [told[begin] for begin in begins], heard)


def hiss_onsets(samples: Samples, sample_rate: int) -> list[int]:
    """Samples where most of the energy moves above 4 kHz, for 50 ms or more."""
    hop, size = sample_rate // 200, sample_rate // 50
    frames = np.lib.stride_tricks.sliding_window_view(samples, size)[::hop] * np.hanning(size)
    power = np.abs(np.fft.rfft(frames)) ** 2
    above = power[:, 4000 * size // sample_rate :].sum(axis=1)
    hissing = (above > power.sum(axis=1) / 2) & (power.sum(axis=1) > power.sum(axis=1).max() * 1e-5)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], hissing, [0]]).astype(int)))
    # A frame is most of all about its middle.
    return [int(a) * hop + size // 2 for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a >= 10]


def against_whisper(speak: Callable[[str], Speech], model: Path, articles: Sequence[Path]) -> Iterator[float]:
    """Words that whisper hears and that are written alike."""
    from faster_whisper import WhisperModel

    whisper = WhisperModel(str(model), device="cpu", compute_type="int8")
    for article in articles:
        for paragraph in filter(None, map(str.strip, article.read_text(encoding="utf-8").split("\n"))):
            yield from one_paragraph(whisper, speak(paragraph), paragraph)


def one_paragraph(whisper: Any, speech: Speech, text: str) -> Iterator[float]:
    """Errors of one paragraph's words."""
    import av

    resampler = av.AudioResampler("flt", "mono", 16_000)
    frame = av.AudioFrame.from_ndarray(speech.samples[None], "flt", "mono")
    frame.sample_rate = speech.sample_rate
    parts = [*resampler.resample(frame), *resampler.resample(None)]
    sound = np.concatenate([part.to_ndarray()[0] for part in parts])
    segments, _ = whisper.transcribe(sound, language="en", beam_size=1, word_timestamps=True)
    heard = [word for segment in segments for word in segment.words]
    written = [plain(text[word.text_start : word.text_end]) for word in speech.words]
    matcher = SequenceMatcher(None, written, [plain(word.word) for word in heard], autojunk=False)
    for block in matcher.get_matching_blocks():
        for n in range(block.size):
            told = speech.words[block.a + n].start / speech.sample_rate
            yield 1000 * (told - heard[block.b + n].start)


def plain(word: str) -> str:
    """Letters and digits, small."""
    return re.sub(r"\W", "", word).lower()


def in_ms(speech: Speech, told: Sequence[int], heard: Sequence[int]) -> Measured:
    """Differences of two rows of samples that pair in order."""
    pairs = zip(told, heard, strict=True)
    return [1000 * (at - really) / speech.sample_rate for at, really in pairs]


if __name__ == "__main__":
    sys.exit(main())
