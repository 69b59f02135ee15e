"""How well a voice is understood at each rate, and whether it is as fast as was asked for: a Markdown table.

    python -m benchmarks.pace [--engine hibari] [--voice heart] [--pitch 0] [--formant 1] [RATE …]

What it needs, and what WER and DNSMOS are, stands in `voices`. Each paragraph is heard by itself, with
silence around it. "Heard" is the length at rate 1 over the length at the rate, with the pauses between
sentences, which are as much shorter as was asked for.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable

import numpy as np

from benchmarks.voices import at_16_khz, dnsmos, listener, median_f0, wer
from narrate.engines import Engine, open_engine
from narrate.model import Samples, Voice

# 478 words, which nothing was fitted on; the window of the stretcher was chosen on them.
PARAGRAPHS = (
    (
        "The mayor of a small coastal town said on Monday "
        "that the old lighthouse would stay open for another year. "
        "Volunteers have painted its walls and mended the broken stairs. "
        "Visitors can climb to the top on weekends, when the weather allows it."
    ),
    (
        "Farmers in the north are worried about the dry spring. "
        "Many of them have already sold part of their cattle, "
        "because there is not enough grass in the fields. "
        "The government has promised to pay for hay, but the money has not arrived."
    ),
    (
        "Police are looking for two men who broke into a chemist's shop early on Sunday morning. "
        "They took cameras, perfume and a small amount of cash. "
        "A neighbour who heard the noise wrote down the number of their van."
    ),
    (
        "Scientists have found a new kind of frog in the mountains of the south. "
        "It is no bigger than a fingernail and lives under wet leaves. "
        "The team heard its call for three years before anybody saw one."
    ),
    (
        "The company plans to close its oldest factory by the end of the year. "
        "More than four hundred people work there, and most of them live within walking distance. "
        "The union called the decision cruel and short sighted."
    ),
    (
        "A court has ruled that the city must repair the bridge before the winter. "
        "Drivers have complained for years about deep holes and loose stones. "
        "The repairs will cost about twelve million and will take at least eight months."
    ),
    (
        "The national team lost its first match of the season after a penalty in the final minute. "
        "The coach said that his players were tired after the long journey. "
        "He hopes that two of his best defenders will be healthy again by Thursday."
    ),
    (
        "Parents have asked the school board to start lessons half an hour later. "
        "They say that teenagers need more sleep and learn better when they are rested. "
        "The board will vote on the proposal at its meeting next month."
    ),
    (
        "A storm has left thousands of homes without electricity along the western shore. "
        "Fallen trees blocked several roads, and ferries stayed in the harbour all day. "
        "Engineers expect to restore power to most villages by tomorrow evening."
    ),
    (
        "The museum has bought a painting that was thought to be lost for almost a century. "
        "An old woman had kept it behind a wardrobe in her kitchen. "
        "Experts say the picture shows the artist's sister reading a letter beside an open window."
    ),
    (
        "Bread prices have risen sharply since the beginning of the summer. "
        "Bakers blame the cost of flour and the higher wages of their workers. "
        "Some shops now sell smaller loaves for the same amount, and customers have noticed."
    ),
    (
        "The minister refused to answer questions about the missing documents. "
        "She told reporters that an inquiry was under way and that nobody should draw conclusions too soon. "
        "Her critics say that she knew about the problem in January."
    ),
)
RATES = (1.0, 0.5, 0.75, 1.5, 2.0, 2.5, 3.0)
PAUSE = 0.4
"""Seconds between two sentences at rate 1."""
SILENCE = np.zeros(12_000, np.float32)
JUDGED = 30
"""Seconds of each rate that DNSMOS is asked about, which takes it 10."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rates", nargs="*", type=float, default=RATES)
    parser.add_argument("--engine", default="hibari")
    parser.add_argument("--voice", default="heart")
    parser.add_argument("--pitch", type=float, default=0.0)
    parser.add_argument("--formant", type=float, default=1.0)
    asked = parser.parse_args()
    engine, listen = open_engine(asked.engine), listener()
    print("| asked | heard | WER % | F0 Hz | DNSMOS |\n|---:|---:|---:|---:|---:|")
    unhurried = 0
    for rate in (1.0, *(rate for rate in asked.rates if rate != 1)):
        voice = Voice("v", asked.engine, asked.voice, rate=rate, pitch=asked.pitch, formant=asked.formant)
        clips = [_spoken(engine, voice, text) for text in PARAGRAPHS]
        length = sum(map(len, clips))
        unhurried = unhurried or length
        print(
            f"| {rate:g} | {unhurried / length:.2f} | {_judged(clips, engine.sample_rate, listen)} |",
            flush=True,
        )
    engine.close()


def _spoken(engine: Engine, voice: Voice, text: str) -> Samples:
    pause = f'<break time="{round(1000 * PAUSE / voice.rate)}ms"/>'
    sentences = pause.join(f"<s>{sentence}</s>" for sentence in re.split(r"(?<=\.) ", text))
    return engine.synthesize(f"<speak>{sentences}</speak>", voice).samples


def _judged(clips: list[Samples], sample_rate: int, listen: Callable[[Samples], str]) -> str:
    heard = (listen(at_16_khz(np.concatenate([SILENCE, clip, SILENCE]), sample_rate)) for clip in clips)
    misheard = wer(" ".join(PARAGRAPHS), " ".join(heard))
    audio = at_16_khz(np.concatenate(clips), sample_rate)
    return f"{100 * misheard:.1f} | {median_f0(audio):.0f} | {dnsmos(audio[: JUDGED * 16_000]):.2f}"


if __name__ == "__main__":
    main()
