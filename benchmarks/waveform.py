"""Draw a narration: its waveform, coloured by who speaks, with its chapters.

python benchmarks/waveform.py [ARTICLE] -o waveform.png      (needs matplotlib)
"""

from __future__ import annotations

import argparse
import tempfile
import wave
from pathlib import Path

import numpy as np

import narrate
from narrate.model import Narration, Samples, Utterance

EXAMPLE = Path(__file__).parents[1] / "docs" / "example-article.txt"
POINTS = 4000  # across the picture


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("article", nargs="?", type=Path, default=EXAMPLE)
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.wav"
        narration = narrate.narrate(arguments.article, path).narration
        draw(narration, samples_of(path), arguments.output)


def samples_of(path: Path) -> Samples:
    """A 16-bit mono WAV as float32, shape (n,)."""
    with wave.open(str(path), "rb") as file:
        data = np.frombuffer(file.readframes(file.getnframes()), "<i2")
    return (data / 32768).astype(np.float32)


def draw(narration: Narration, samples: Samples, output: Path) -> None:
    """A colour for each speaker, a line at each chapter."""
    import matplotlib as mpl
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(figsize=(12, 3.4), layout="constrained")
    rate = narration.sample_rate
    step = max(len(samples) // POINTS, 1)
    patches: dict[str, object] = {}
    for utterance, cue in zip(narration.script.utterances, narration.cues, strict=True):
        who = speaker(utterance)
        colour = mpl.colormaps["tab20"]((list(patches).index(who) if who in patches else len(patches)) % 20)
        starts = range(cue.start, cue.end, step)
        peaks = np.array([np.abs(samples[at : at + step]).max() for at in starts])
        patch = axes.fill_between(np.array(starts) / rate, -peaks, peaks, color=colour, linewidth=0)
        patches.setdefault(who, patch)
    for chapter in narration.chapters:
        axes.axvline(chapter.start / rate, color="black", linewidth=0.8)
        axes.text(chapter.start / rate, 1.02, f" {chapter.title[:26]}", fontsize=7, rotation=12)
    axes.legend(
        patches.values(), patches.keys(), ncols=6, fontsize=7, loc="upper center", bbox_to_anchor=(0.5, -0.12)
    )
    axes.set(xlim=(0, len(samples) / rate), ylim=(-1, 1), yticks=[])
    axes.xaxis.set_major_formatter(lambda seconds, _: f"{int(seconds) // 60}:{int(seconds) % 60:02}")
    figure.savefig(output, dpi=110)


def speaker(utterance: Utterance) -> str:
    """Who is heard."""
    if utterance.speaker and utterance.role == "quote":
        return utterance.speaker.name
    return utterance.voice.name


if __name__ == "__main__":
    main()
