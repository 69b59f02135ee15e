"""The order of the work. No other module knows it.

1. read       the article is read and cut into blocks (reading)
2. find       its quotations and their speakers are found (quotation)
3. cast       every speaker is given a voice (casting)
4. direct     the script is written: who says what, with which pauses, in which chapter (direction)
5. annotate   sentences are marked, and what is said otherwise than it is written (speaking)
6. mark up    every utterance becomes an SSML document, lowered to what its engine can do (ssml)
7. speak      engines speak the documents, several at a time (engines)
8. mix        in order, speech is levelled and joined; cues and chapters get their times (mixing)
9. write      every output is encoded while the next utterances are spoken (formats)

Steps 6 to 9 stream: nothing holds the whole sound.
"""

from __future__ import annotations

import os
import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from narrate import casting, direction, formats, mixing, speaking, ssml
from narrate.casting import load_cast
from narrate.direction import Captions, Directions, Quotes
from narrate.engines.rack import Rack
from narrate.errors import NarrateError, OutputError, SourceError, SynthesisError
from narrate.model import Article, Cast, Narration, Script, Speech, Utterance
from narrate.pipeline.concurrency import ordered_map
from narrate.pipeline.recording import Recording
from narrate.pipeline.roster import available_voices, choose_cast
from narrate.quotation import find_quotations
from narrate.reading import read
from narrate.speaking import sentences, spoken

__all__ = [
    "NarrateError",
    "Options",
    "Production",
    "available_voices",
    "direct",
    "find_quotations",
    "load_cast",
    "narrate",
    "read",
    "sentences",
    "spoken",
    "write_script",
]

Progress = Callable[[int, int], None]
"""Called with the number of utterances done and in all."""
StrPath = str | os.PathLike[str]
SAMPLE_RATE = 24_000
"""Hz, of the master: the default engine's, so that it is not resampled."""
LONGEST_SLUG = 60  # characters; file systems allow 255 bytes with the suffix


@dataclass(frozen=True, slots=True)
class Options:
    """Everything that can be asked of a narration."""

    cast: str | None = None
    """Name of a shipped cast or path of a .toml file; None: the engine's own, or "default"."""
    engine: str | None = None
    """Registry key; None: as the cast says."""
    quotes: Quotes = "voice"
    """In voices of their own, announced by "quote" and "end quote", or as all other text."""
    captions: Captions = "describe"
    """With their credits, without, or not at all."""
    everything: bool = False
    """Speak what is not part of the article, too."""
    rate: float = 1.0
    """1.0 is normal and 2.0 twice as fast; 0.5 to 3."""
    jobs: int | None = None
    """Utterances spoken at a time; None: the cores that this process may use."""
    loudness: float = -16.0
    """Integrated loudness of the master in LUFS."""

    @property
    def directions(self) -> Directions:
        """What of this concerns the script."""
        return Directions(self.quotes, self.captions, self.everything)


@dataclass(frozen=True, slots=True)
class Production:
    """What came out."""

    narration: Narration
    """Its `master` file is gone by now."""
    outputs: tuple[Path, ...]


def narrate(
    source: StrPath,
    outputs: StrPath | Sequence[StrPath] = (),
    *,
    progress: Progress | None = None,
    **options: Any,
) -> Production:
    """Read the article `source` ("-" is standard input) and write every one of `outputs`.

    The suffix of an output is its format; with no outputs, `output/<slug of the title>.mp3` is
    written. The outputs appear when all is done, or not at all. `options` are the fields of Options.
    Raises NarrateError, and TypeError for an unknown option.
    """
    chosen = Options(**options)
    named = _checked_outputs(source, outputs)
    article = read(source)
    with Rack() as rack:
        script = _script(article, chosen, rack)
        paths = named or [_default_output(article)]
        return Production(_produce(script, paths, rack, chosen, progress), tuple(paths))


def write_script(source: StrPath, **options: Any) -> Script:
    """Read the article `source` and return its script; arguments as for `narrate`."""
    with Rack() as rack:
        return _script(read(source), Options(**options), rack)


def direct(article: Article, cast: Cast, directions: Directions = Directions()) -> Script:  # noqa: B008 (frozen)
    """Steps 2 to 5: find who is quoted, give out the voices of `cast`, and write the script."""
    quotations = find_quotations(article.source, direction.quoted_spans(article))
    voices = casting.assign(cast, direction.voiced_speakers(quotations))
    script = direction.direct(article, quotations, cast, voices, directions)
    return replace(script, utterances=tuple(map(speaking.annotate, script.utterances)))


def _script(article: Article, options: Options, rack: Rack) -> Script:
    cast = choose_cast(options.cast, options.engine, rack)
    script = direct(article, casting.at_rate(cast, options.rate), options.directions)
    if not script.utterances:
        raise SourceError("nothing in the article is to be spoken", article.title, "try --all")
    return script


def _produce(
    script: Script, outputs: Sequence[Path], rack: Rack, options: Options, progress: Progress | None
) -> Narration:
    """Steps 6 to 9: speak a script and write every one of `outputs`."""
    mixer = mixing.Mixer(script, SAMPLE_RATE, options.loudness)
    with Recording(outputs, SAMPLE_RATE) as recording:
        for utterance, speech in _performed(script, rack, options.jobs or _cores()):
            recording.write(mixer.add(utterance, speech))
            if progress:
                progress(utterance.index + 1, len(script.utterances))
        cues, chapters, length = mixer.finish()
        narration = Narration(script, recording.master, SAMPLE_RATE, cues, chapters, length)
        recording.finish(narration, options.loudness)
    return narration


def _performed(script: Script, rack: Rack, jobs: int) -> Iterator[tuple[Utterance, Speech]]:
    """Speak every utterance, `jobs` at a time, in order."""
    engines = {name: rack[name] for name in sorted({u.voice.engine for u in script.utterances})}

    def perform(utterance: Utterance) -> tuple[Utterance, Speech]:
        engine = engines[utterance.voice.engine]
        with _naming(utterance):
            document = ssml.lower(ssml.utterance_document(utterance), engine.honours)
            return utterance, engine.synthesize(document, utterance.voice)

    return ordered_map(perform, script.utterances, jobs)


@contextmanager
def _naming(utterance: Utterance) -> Iterator[None]:
    """Say which utterance it was that could not be spoken."""
    try:
        yield
    except NarrateError:
        raise
    except Exception as error:
        problem = f"{utterance.voice.engine} could not speak utterance {utterance.index}"
        raise SynthesisError(problem, textwrap.shorten(utterance.text, 60), repr(error)) from error


def _checked_outputs(source: StrPath, outputs: StrPath | Sequence[StrPath]) -> list[Path]:
    """The outputs without repeats. Raises OutputError for one that cannot be, before any work is done."""
    named = [outputs] if isinstance(outputs, str | os.PathLike) else outputs
    paths = list(dict.fromkeys(Path(output) for output in named))
    for path in paths:
        if path.exists() and Path(source).exists() and path.samefile(source):
            raise OutputError("the output would overwrite the article", path, "choose another name")
        formats.check(path)
    return paths


def _default_output(article: Article) -> Path:
    """`output/<slug>.mp3` in the current folder, which is made where it is missing."""
    folder = Path("output")
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError("cannot make the folder", folder.resolve(), "name an output with -o") from error
    return folder / f"{slug(article.title)}.mp3"


def slug(title: str) -> str:
    """Turn "Aleppo: Ceasefire collapses" into "aleppo-ceasefire-collapses"; at most 60 characters."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    return textwrap.shorten(" ".join(words), LONGEST_SLUG, placeholder="").replace(" ", "-") or "article"


def _cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
