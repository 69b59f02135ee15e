"""Proof-listening: what a recording should say, and whether a recogniser hears it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from narrate import formats
from narrate.engines.pool import EnginePool
from narrate.errors import SourceError
from narrate.model import Cue, Narration, Proof, ProofChapter, Script
from narrate.options import Options, StrPath
from narrate.pipeline.api import Production
from narrate.pipeline.comparing import passage_of, sounds_of, spoken_forms_of
from narrate.pipeline.outputs import refuse_to_overwrite
from narrate.pipeline.producing import script_of
from narrate.proofing import faults, timeline
from narrate.proofing.hearing import Heard, Listener, Progress
from narrate.proofing.passages import script_words
from narrate.proofing.recognizer import RATE, Recognizer, Whisper, require
from narrate.proofing.recording import opened
from narrate.proofing.timeline import Timeline
from narrate.proofing.timing import TimedText, cuts, is_word

OpenRecognizer = Callable[[str, str], Recognizer]
"""From a model and a language to what listens."""
FOREIGN = 0.3
"""Share of words heard, below which the recording is of something else: two articles share a fifth."""


def check(
    audio: StrPath,
    against: StrPath | None = None,
    options: Options | None = None,
    *,
    progress: Progress | None = None,
    open_recognizer: OpenRecognizer | None = None,
) -> Proof:
    """Listen to a recording, and compare it with what should have been said in it.

    `against` is the article, or the timeline (.json) that was written with the recording; None: the timeline
    beside it. `progress` is called with the number of clips heard, and in all.

    Raises SourceError for a recording or a timeline that cannot be read, or that do not belong together, and
    RecognizerError.
    """
    chosen = options or Options()
    require(chosen.model)
    said = _timeline(Path(audio), against, chosen)
    return _proof(Path(audio), said, chosen, progress, open_recognizer)


def proofs(
    production: Production,
    options: Options,
    progress: Progress | None = None,
    open_recognizer: OpenRecognizer | None = None,
) -> Iterator[tuple[Path, Proof]]:
    """Listen to every audio file that has been made, and compare it with its script."""
    said = _timed(production.narration)
    for path in production.outputs:
        if formats.is_audio(path):
            yield path, _proof(path, said, options, progress, open_recognizer)


def refuse_missing(options: Options) -> None:
    """Raise RecognizerError if the recogniser is not installed, or if there can be no such model."""
    require(options.model)


def refuse_report(output: StrPath, audio: StrPath, against: StrPath | None) -> None:
    """Raise OutputError if a report would overwrite what it is about."""
    for source in (audio, against, Path(audio).with_suffix(timeline.SUFFIX)):
        if source is not None:
            refuse_to_overwrite(source, output)


def _proof(
    audio: Path,
    said: Timeline,
    options: Options,
    progress: Progress | None,
    open_recognizer: OpenRecognizer | None,
) -> Proof:
    with opened(audio) as recording:
        recognizer = (open_recognizer or Whisper)(options.model, said.language)
        sounds = sounds_of(said.language)
        listener = Listener(recording, recognizer, sounds, spoken_forms_of(said.language))
        words = script_words(said.passages)
        excess = recording.duration - said.duration if said.words else 0.0
        heard = listener.listen(words, progress, excess)
        _refuse_foreign(heard, said, audio)
        found = faults.faults(heard, faults.Script(said.passages, words), listener, sounds)
        cut = faults.cut_faults(cuts(recording, said.words, said.duration), found, said.passages)
        found = sorted([*found, *cut], key=lambda fault: fault.start)
        chapters = _chapters(said, heard, [said.passages[word.passage].chapter for word in words])
        return Proof(
            title=said.title,
            language=said.language,
            model=options.model,
            sample_rate=RATE,
            length=len(recording),
            chapters=chapters,
            faults=tuple(found),
            suspects=heard.suspects,
        )


def _timeline(audio: Path, against: StrPath | None, options: Options) -> Timeline:
    if against is None:
        return timeline.read_timeline(timeline.beside(audio), spoken_forms_of)
    if Path(against).suffix.lower() == timeline.SUFFIX:
        return timeline.read_timeline(Path(against), spoken_forms_of)
    with EnginePool() as engine_pool:
        return timeline_of(script_of(against, options, engine_pool))


def timeline_of(script: Script) -> Timeline:
    """What a script says."""
    passages = [passage_of(utterance) for utterance in script.utterances]
    titles = [chapter.title for chapter in script.chapters]
    return Timeline(script.article.title, script.article.language, titles, passages)


def _timed(narration: Narration) -> Timeline:
    """What a narration says, and when."""
    rate = narration.sample_rate
    words = [word for cue in narration.cues for word in _words(cue, narration)]
    said = timeline_of(narration.script)
    return replace(said, words=words, duration=narration.length / rate)


def _words(cue: Cue, narration: Narration) -> Iterator[TimedText]:
    """The words of a cue, if its engine told their times."""
    text = narration.script.utterances[cue.utterance].text
    rate = narration.sample_rate
    for word in () if cue.estimated else cue.words:
        start, end = word.text_start, word.text_end
        is_single = is_word(text[start:end])
        yield TimedText(cue.utterance, start, end, word.start / rate, word.end / rate, is_single)


def _refuse_foreign(heard: Heard, said: Timeline, audio: Path) -> None:
    """Raise SourceError if hardly a word of the script is heard."""
    if heard.share < FOREIGN:
        problem = "the recording does not say what it is compared with"
        found = f"{heard.share:.0%} of the words of {said.title!r} are heard"
        remedy = f"{found}; name its own article or timeline with --against"
        raise SourceError(problem, audio, remedy)


def _chapters(said: Timeline, heard: Heard, chapter_of: Sequence[int]) -> tuple[ProofChapter, ...]:
    words = [0] * len(said.chapters)
    errors = [0] * len(said.chapters)
    for chapter in chapter_of:
        words[chapter] += 1
    for word, size in heard.errors:
        errors[chapter_of[word]] += size
    return tuple(map(ProofChapter, said.chapters, words, errors))
