"""What the English voices of the engines cost, and how well a recogniser understands them.

    python -m benchmarks.engine_figures hibari/heart piper/en_US-joe-medium kokoro/af_heart kokoro/bm_george

Each voice reads the six sentences of `benchmarks.voices`. Processor seconds are those of all threads, per
second of speech and without loading, so that other work on the machine hardly matters. Kokoro's files
are those that its environment variables name.
"""

from __future__ import annotations

import sys
import time

from benchmarks.voices import TEXT, at_16_khz, listener, wer
from narrate.engines import open_engine
from narrate.model import Speech, Voice


def main() -> None:
    """Print a table, one row for each voice of the command line."""
    listen = listener()
    print("| voice | processor s per s of speech | words a minute | WER |")
    print("|---|---:|---:|---:|")
    for voice in sys.argv[1:]:
        engine, _, name = voice.partition("/")
        speeches, cost = _spoken(Voice(name, engine, name))
        heard = " ".join(listen(at_16_khz(speech.samples, speech.sample_rate)) for speech in speeches)
        said = " ".join(TEXT)
        seconds = sum(len(speech.samples) / speech.sample_rate for speech in speeches)
        pace = len(said.split()) * 60 / seconds
        print(f"| {voice} | {cost / seconds:.2f} | {pace:.0f} | {wer(said, heard):.3f} |", flush=True)


def _spoken(voice: Voice) -> tuple[list[Speech], float]:
    """The sentences, and the processor seconds that they took."""
    engine = open_engine(voice.engine)
    try:
        engine.synthesize("<speak>Everything is loaded now.</speak>", voice)
        start = time.process_time()
        speeches = [engine.synthesize(f"<speak>{sentence}</speak>", voice) for sentence in TEXT]
        return speeches, time.process_time() - start
    finally:
        engine.close()


if __name__ == "__main__":
    main()
