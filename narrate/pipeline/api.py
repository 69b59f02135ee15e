"""What other parts of the package, and other programs, call.

The examples take a file `article.txt`. A test runs them, with the engine `tone`, which beeps and is fast.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Unpack

from narrate import casting, formats, quotation, speaking
from narrate.engines.pool import EnginePool
from narrate.formats.chapter_limits import chapter_notes
from narrate.measuring import Measurement, measured
from narrate.model import Article, Cast, Narration, Quotation, Script
from narrate.options import OptionFields, Options, PrivateAddresses, StrPath
from narrate.pipeline import correcting, from_article
from narrate.pipeline.auditions import clip_path, introduction
from narrate.pipeline.drafting import annotated
from narrate.pipeline.outputs import PIPE, checked_outputs, default_output, open_pipe
from narrate.pipeline.people import memory_for
from narrate.pipeline.producing import SAMPLE_RATE, Progress, prepare, produce, script_of
from narrate.pipeline.recording import Recording, about_seconds
from narrate.pipeline.roster import choose_cast, voices_of
from narrate.pipeline.settings import writer_options_of


@dataclass(frozen=True, slots=True)
class Production:
    """What `narrate` and `play` return: the narration, and the files that were written.

    >>> import narrate
    >>> made = narrate.narrate("article.txt", ["article.mp3", "article.vtt"], engine="tone")
    >>> [path.name for path in made.outputs]
    ['article.mp3', 'article.vtt']
    >>> [chapter.title for chapter in made.narration.chapters]
    ['Ferry late']
    """

    narration: Narration
    """Its `master`, the spooled sound, has been deleted."""
    outputs: tuple[Path, ...]
    loudness: float
    """LUFS, as asked for."""


def narrate(
    source: StrPath,
    outputs: StrPath | Sequence[StrPath] = (),
    options: Options | None = None,
    *,
    progress: Progress | None = None,
    **fields: Unpack[OptionFields],
) -> Production:
    """Narrate an article, a web page, a book or an SSML document into one or more files.

    `source` is a path, a web address, or "-" for standard input. The suffix of an output is its format; "-"
    is standard output, to which sound is sent in the format `format` while it is made. With no outputs,
    `output/<title>.mp3` is written. Files appear when all of them are complete, or not at all.

    `options` may be given as a whole, or by its fields as keywords, which take precedence. No narrate.toml is
    read (`load_options` does). `progress` is called with the number of utterances done, and in all.

    Raises NarrateError, TypeError for an unknown field, and BrokenPipeError if standard output is closed.

    >>> import narrate
    >>> made = narrate.narrate("article.txt", "article.mp3", engine="tone", rate=1.2)
    >>> made.outputs[0].stat().st_size > 10_000
    True
    """
    chosen = _chosen(options, fields)
    named = checked_outputs(source, outputs, chosen)
    with EnginePool() as engine_pool:
        prepare(chosen, engine_pool)
        script = script_of(source, chosen, engine_pool, remembers=True)
        paths = named or [default_output(script.article)]
        files = {path: writer_options_of(chosen, path) for path in paths if path != PIPE}
        notes = chapter_notes(list(files), len(script.chapters))
        script = replace(script, notes=(*script.notes, *notes))
        streams = []
        if PIPE in paths:
            streams.append(open_pipe(chosen, SAMPLE_RATE))
        with Recording(files, SAMPLE_RATE, streams, about_seconds(script)) as recording:
            narration = produce(script, recording, engine_pool, chosen, progress)
    return Production(narration, tuple(files), chosen.target.integrated)


def play(
    source: StrPath,
    options: Options | None = None,
    *,
    progress: Progress | None = None,
    **fields: Unpack[OptionFields],
) -> Production:
    """Play a source through the loudspeaker while it is being made; arguments as for `narrate`.

    Raises NarrateError, and OutputError among them if there is no sound device.

    >>> import narrate
    >>> played = narrate.play("article.txt", engine="tone", brief=True)
    >>> len(played.narration.cues) == len(played.narration.script.utterances)
    True
    """
    from narrate.playback import Player

    chosen = _chosen(options, fields)
    with EnginePool() as engine_pool, closing(Player(SAMPLE_RATE)) as player:
        prepare(chosen, engine_pool)
        script = script_of(source, chosen, engine_pool)
        # Innermost, so that after Ctrl-C nobody waits for what would still be played.
        with Recording({}, SAMPLE_RATE, [player], about_seconds(script)) as recording, closing(player):
            narration = produce(script, recording, engine_pool, chosen, progress)
            return Production(narration, (), chosen.target.integrated)


def write_script(source: StrPath, options: Options | None = None, **fields: Unpack[OptionFields]) -> Script:
    """Write the script of a source, without speaking it; arguments as for `narrate`.

    >>> import narrate
    >>> script = narrate.write_script("article.txt", brief=True)
    >>> [(each.role, each.text) for each in script.utterances]
    [('title', 'Ferry late'), ('quote', '“We waited for hours,”'), ('narration', 'said Ada Moreau.')]
    """
    with EnginePool() as engine_pool:
        return script_of(source, _chosen(options, fields), engine_pool)


def read(source: StrPath, *, private_addresses: PrivateAddresses = "refuse") -> Article:
    """Read an article: a path, a web address, or "-" for standard input.

    Only web addresses of the public internet are read, also by way of redirects, unless those of this
    machine and of private networks are allowed. Raises SourceError if there is no article that can be read.

    >>> import narrate
    >>> article = narrate.read("article.txt")
    >>> [(block.kind, block.spoken) for block in article.blocks]
    [('title', True), ('paragraph', True), ('boilerplate', False)]
    """
    return from_article.read(source, allow_private=private_addresses == "allow")


def direct(article: Article, cast: Cast, options: Options | None = None) -> Script:
    """Find who is quoted in an article, give everybody a voice of `cast`, and write the script.

    Of the options, those of the script, `rate`, `pitch`, `pauses`, `lexicons`, `corrections` and `people`
    (which is read and not written) apply. Raises LexiconError, CorrectionError, and CastError for a mistake
    in the file of people.

    >>> import narrate
    >>> article = narrate.read("article.txt")
    >>> script = narrate.direct(article, narrate.load_cast("default"))
    >>> script.quotations[0].speaker.name
    'Ada Moreau'
    """
    options = options or Options()
    memory = memory_for(options.people, None)
    given = correcting.load(options)
    return annotated(from_article.draft_of_article(article, cast, options, given, memory))


def find_quotations(text: str, paragraphs: Sequence[tuple[int, int]] | None = None) -> list[Quotation]:
    """Find the quotations in a text, in order; they never overlap.

    `paragraphs` are the (start, end) offsets of running text, in order; None: every line is one. All offsets,
    also those of what is found, count characters of `text`.

    >>> import narrate
    >>> found, = narrate.find_quotations('"We waited for hours," said Ada Moreau.')
    >>> found.text, found.kind, found.speaker.name
    ('We waited for hours,', 'direct', 'Ada Moreau')
    """
    return quotation.find_quotations(text, paragraphs)


def sentences(text: str) -> list[str]:
    """Split a text into its sentences, in order, without the white space around them.

    >>> import narrate
    >>> narrate.sentences("It left at 6 p.m. on Monday. Dr. Moreau was on board.")
    ['It left at 6 p.m. on Monday.', 'Dr. Moreau was on board.']
    """
    return speaking.sentences(text)


def spoken(text: str) -> str:
    """Write out an English text as it is said: numbers, dates, money, units, abbreviations.

    >>> import narrate
    >>> narrate.spoken("On Dec. 14 it cost $5.")
    'On December fourteenth it cost five dollars.'
    """
    return speaking.spoken(text)


def load_cast(name: str) -> Cast:
    """Load a cast by its name, the user's own first, or from a .toml file by its path.

    Raises CastError for an unknown cast and for a mistake in its file.

    >>> import narrate
    >>> narrate.load_cast("default").roles["narration"].engine
    'hibari'
    """
    return casting.load_cast(name)


def audition(folder: StrPath, cast: str | None = None, engine: str | None = None) -> list[Path]:
    """Write a clip of every voice of a cast, or of an engine, into `folder`; returns the paths.

    In its clip a voice says who it is; the file has its name. Raises NarrateError.

    >>> import narrate
    >>> [path.suffix for path in narrate.audition("voices", engine="tone")][:2]
    ['.wav', '.wav']
    """
    options = Options(cover="none")
    with EnginePool() as engine_pool:
        chosen = choose_cast(cast, engine, engine_pool)
        clips = {clip_path(Path(folder), voice): introduction(voice, chosen) for voice in voices_of(chosen)}
        for path, script in clips.items():
            with Recording({path: writer_options_of(options, path)}, SAMPLE_RATE) as recording:
                produce(script, recording, engine_pool, options)
    return list(clips)


def measurements(production: Production) -> Iterator[tuple[Path, Measurement, float]]:
    """Every audio file that was made, what a meter reads in it, and the loudness in LUFS asked for."""
    for path in production.outputs:
        if formats.is_audio(path):
            yield path, measured(path), production.loudness


def _chosen(options: Options | None, fields: OptionFields) -> Options:
    return replace(options or Options(), **fields)
