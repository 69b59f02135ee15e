"""How much processor time ten minutes of audio cost, in mixing, measuring and encoding.

python benchmarks/mixing.py
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from narrate.formats import open_writer
from narrate.formats.audio.mp3 import writer as mp3
from narrate.measuring import measure
from narrate.mixing import Mixer
from narrate.model import (
    Article,
    Narration,
    Samples,
    Script,
    Section,
    Speech,
    Utterance,
    Voice,
)

RATE = 24_000
MINUTES = 10
SENTENCES = (
    "The ferry to Orsholm left the quay at nine, two hours late, with forty passengers and a goat on board.",
    "Nobody had told the mayor, who was waiting on the far shore with a brass band and a printed speech.",
    "We will wait as long as it takes, said the woman who runs the harbour café. Then she closed the door.",
)


def speeches() -> list[Speech]:
    """Ten minutes of the default engine's speech, from a few sentences over and over."""
    from hibari import Hibari

    engine = Hibari()
    spoken = [Speech(engine(" ".join((text, *SENTENCES)), seed=1), RATE) for text in SENTENCES]
    seconds = sum(len(speech.samples) for speech in spoken) / RATE
    return spoken * round(MINUTES * 60 / seconds)


def script_of(count: int) -> Script:
    """An utterance for each speech."""
    voice = Voice("narrator", "hibari", "default")
    utterances = (Utterance(i, 0, "narration", None, voice, "…", 0, 1, 0, 0.4) for i in range(count))
    return Script(Article("…", (), "Benchmark"), tuple(utterances), (Section("All", 0),))


def seconds(work: Callable[[], object]) -> float:
    """Processor time of the quickest of three runs, over all threads."""
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Print a table."""
    spoken = speeches()
    script = script_of(len(spoken))

    def mix() -> Iterator[Samples]:
        mixer = Mixer(script, RATE)
        for utterance, speech in zip(script.utterances, spoken, strict=True):
            yield mixer.add(utterance, mixer.levelled(utterance, speech))
        mixer.finish()

    blocks = list(mix())
    length = sum(map(len, blocks))
    narration = Narration(script, Path("unused"), RATE, (), (), length)

    def encode(suffix: str) -> None:
        with tempfile.TemporaryDirectory() as folder:
            writer = open_writer(Path(folder) / f"a{suffix}", RATE)
            for block in blocks:
                writer.write(block)
            writer.finish(narration)

    def row(name: str, taken: float) -> None:
        minutes = length / RATE / 60
        print(f"{name:<24}{taken * 10 / minutes:>10.2f} s{minutes * 60 / taken:>12.0f} times real time")

    print(f"{'stage':<24}{'10 min cost':>12}")
    row("mixing", seconds(lambda: [np.sum(block[:1]) for block in mix()]))
    row("measuring", seconds(lambda: measure(blocks, RATE)))
    row("measuring, no true peak", seconds(lambda: measure(blocks, RATE, true_peak=False)))
    row("wav", seconds(lambda: encode(".wav")))
    for effort in (5, 7):
        mp3.EFFORT = effort
        row(f"mp3, LAME quality {effort}", seconds(lambda: encode(".mp3")))


if __name__ == "__main__":
    main()
