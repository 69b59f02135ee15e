"""Narrations that come as SSML: steps 1 to 5 for a document in which somebody has directed already."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from narrate import speaking, ssml
from narrate.engines.pool import EnginePool
from narrate.errors import EncodingError, EngineError
from narrate.mixing.sounds import load
from narrate.model import Cast, Mark, Script, Speech, Utterance, Voice
from narrate.pipeline.options import Options
from narrate.pipeline.pronunciation import load_lexicon, looked_up
from narrate.prosody import volume
from narrate.reading import Document
from narrate.reading.decoding import decode
from narrate.speaking.lexicon import Lexicon

_ROOT = re.compile(rb"<(\w+:)?speak[\s/>]")
_BEGINNING = re.compile(rb"\s*<(\?xml|!--|!DOCTYPE\s+speak|(\w+:)?speak[\s/>])", re.IGNORECASE)
_ENCODING = re.compile(rb"""<\?xml[^>]*\sencoding=["']([\w.-]+)""")
_HEAD = 64_000
"""Bytes in which the root has to begin; before it stand comments and metadata of editors."""
_BOM_BYTES = b"\xef\xbb\xbf\xff\xfe"


def is_ssml(document: Document) -> bool:
    """Whether this is an SSML document: by its suffix, or XML whose root is <speak>."""
    head = document.data[:_HEAD].replace(b"\0", b"").lstrip(_BOM_BYTES)
    return document.name.lower().endswith(".ssml") or bool(_BEGINNING.match(head) and _ROOT.search(head))


def ssml_script(document: Document, cast: Cast, options: Options, engine_pool: EnginePool) -> Script:
    """Read a document: its voices are those of `cast`, then all others of the narrator's engine.

    Raises MarkupError, with line and column; SourceError for what is no text.
    """
    declared = _ENCODING.search(document.data[:_HEAD])
    text = decode(document.data, document.name, declared[1].decode("ascii") if declared else None)
    script = ssml.read(text, _voices(cast, engine_pool))
    folder = document.folder and document.folder.resolve()
    paths = {address: _beside(folder, address) for _, address in script.lexicons}
    notes = [*script.notes, *_missing(script, folder)]
    notes += [
        f"the lexicon {a} is no file beside the document: it has no effect" for a in paths if not paths[a]
    ]
    lexicon, scoped = _lexicons(script, paths, options)
    utterances = (
        speaking.annotate(_adjusted(utterance, options), lexicon, scoped) for utterance in script.utterances
    )
    return replace(script, utterances=tuple(utterances), folder=folder, notes=tuple(notes))


def _adjusted(utterance: Utterance, options: Options) -> Utterance:
    """In the voice that was asked for, faster and higher by as much as was asked for."""
    voice = utterance.voice
    return replace(
        utterance,
        voice=replace(voice, rate=voice.rate * options.rate, pitch=voice.pitch + options.pitch),
    )


def _lexicons(
    script: Script, paths: Mapping[str, Path | None], options: Options
) -> tuple[Lexicon, dict[str, Lexicon]]:
    """The lexicon for all of the text, and those for the text of the <lookup> that name them.

    Section 3.1.5.2 has every lexicon apply inside its <lookup> alone. One that no <lookup> names applies to
    the whole document, as in SSML 1.0: it would have no effect at all, which nobody means who refers to it.
    """
    named = {mark.value for u in script.utterances for mark in u.marks if mark.kind == "lookup"}
    files = {name: path for name, address in script.lexicons if (path := paths[address])}
    everywhere = [path for name, path in files.items() if name not in named]
    scoped = {name: looked_up(path) for name, path in files.items() if name in named}
    return load_lexicon([*options.lexicons, *everywhere]), scoped


def sound(utterance: Utterance, folder: Path | None, sample_rate: int) -> tuple[Utterance, Speech] | None:
    """The recording that an utterance plays, with its level in the voice; None where it is spoken.

    Of recordings inside each other, the inner ones standing in for the outer, the first that is there counts.
    """
    for mark in _recordings(utterance):
        attributes = dict(mark.attributes)
        if path := _beside(folder, mark.value):
            try:
                speech = load(path, sample_rate, attributes)
            except EncodingError:
                continue  # noted when the document was read
            gain = utterance.voice.gain + volume(attributes.get("soundLevel", "medium"))
            described = replace(speech, description=attributes.get("desc", ""))
            return replace(utterance, voice=replace(utterance.voice, gain=gain)), described
    return None


def _recordings(utterance: Utterance) -> Iterator[Mark]:
    return (mark for mark in utterance.marks if mark.kind == "audio")


def _voices(cast: Cast, engine_pool: EnginePool) -> list[Voice]:
    """Who may speak, the narrator first; those for people before those for parts of an article."""
    narrator = cast.roles["narration"]
    pools = [voice for pool in ("f", "m", "unknown") for voice in cast.pools.get(pool, ())]
    own = [narrator, *pools, *cast.people.values(), *cast.roles.values()]
    try:
        offered = engine_pool[narrator.engine].voices()
    except EngineError:
        offered = ()
    others = [
        Voice(v.name, narrator.engine, v.name, language=v.language, gender=v.gender)
        for v in offered
        if v.installed
    ]
    return [*own, *others]


def _missing(script: Script, folder: Path | None) -> Iterator[str]:
    """A note for each recording that cannot be played."""
    for utterance in script.utterances:
        for mark in _recordings(utterance):
            path = _beside(folder, mark.value)
            try:
                if path:
                    load(path, 8000, dict(mark.attributes))
                    continue
                problem = "is no file beside the document"
            except EncodingError as error:
                problem = f"cannot be played, {error.problem}"
            instead = "its text is spoken" if utterance.text else "nothing is heard in its place"
            yield f"the sound {mark.value} {problem}: {instead}"


def _beside(folder: Path | None, address: str) -> Path | None:
    """The file at a relative address in the document's folder or below it; None for anything else."""
    parts = urlsplit(address)
    if folder is None or parts.scheme not in ("", "file") or parts.netloc:
        return None
    path = (folder / unquote(parts.path)).resolve()
    return path if path.is_relative_to(folder) and path.is_file() else None
