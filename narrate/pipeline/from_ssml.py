"""The front end for SSML: a document in which somebody has directed already is read and cast."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from narrate import ssml
from narrate.engines.pool import EnginePool
from narrate.errors import EngineError
from narrate.model import Cast, EngineVoice, Script, Utterance, Voice
from narrate.options import Options
from narrate.pipeline import correcting
from narrate.pipeline.drafting import Draft
from narrate.pipeline.pronunciation import load_lexicon, looked_up
from narrate.pipeline.roster import choose_cast
from narrate.pipeline.sounds import beside, missing_sounds
from narrate.reading import Document
from narrate.reading.decoding import decode, named_in_text
from narrate.speaking.lexicon import Lexicon

_ROOT = re.compile(rb"<(\w+:)?speak[\s/>]")
_BEGINNING = re.compile(rb"\s*<(\?xml|!--|!DOCTYPE\s+speak|(\w+:)?speak[\s/>])", re.IGNORECASE)
_ENCODING = re.compile(rb"""<\?xml[^>]*\sencoding=["']([\w.-]+)""")
_HEAD = 64_000
"""Bytes in which the root has to begin; before it stand comments and metadata of editors."""
_BOM_BYTES = b"\xef\xbb\xbf\xff\xfe"


@dataclass(frozen=True, slots=True)
class _LexiconFiles:
    """The pronunciation lexicons that a document refers to, by the name that it gives them."""

    found: Mapping[str, Path]
    missing: tuple[str, ...]
    """Addresses where there is no file."""


def is_ssml(document: Document) -> bool:
    """Whether this is an SSML document: by its suffix, or XML whose root is <speak>."""
    if document.name.lower().endswith(".ssml"):
        return True
    # UTF-16 has a zero in every character of markup: without them it reads like ASCII.
    head = document.data[:_HEAD].replace(b"\0", b"").lstrip(_BOM_BYTES)
    return bool(_BEGINNING.match(head) and _ROOT.search(head))


def draft(document: Document, options: Options, engine_pool: EnginePool) -> Draft:
    """Read an SSML document. Its voices are those of the cast, then all others of the narrator's engine.

    Raises MarkupError with line and column, SourceError if it is not text, CastError and LexiconError.
    """
    cast = choose_cast(options.cast, options.engine, engine_pool)
    script = ssml.read(_text_of(document), _voices(cast, engine_pool), strict=options.strict)
    folder = document.folder and document.folder.resolve()
    files = _lexicon_files(script, folder)
    lexicon, scoped = _lexicons(script, files.found, options)
    notes = [*script.notes, *missing_sounds(script, folder), *map(_without_effect, files.missing)]
    if options.corrections not in (None, correcting.NONE):
        notes.append("corrections are for articles, and have no effect here: change the SSML document itself")
    utterances = tuple(_adjusted(utterance, options) for utterance in script.utterances)
    return Draft(
        replace(script, utterances=utterances, folder=folder, notes=tuple(notes)),
        lexicon,
        scoped,
    )


def _text_of(document: Document) -> str:
    declared = _ENCODING.search(document.data[:_HEAD])
    encoding = named_in_text(declared[1].decode("ascii")) if declared else None
    return decode(document.data, document.name, encoding)


def _voices(cast: Cast, engine_pool: EnginePool) -> list[Voice]:
    """Who may speak, the narrator first; those for people before those for parts of an article."""
    narrator = cast.roles["narration"]
    voices = [narrator]
    for pool in ("f", "m", "unknown"):
        voices += cast.pools.get(pool, ())
    voices += cast.people.values()
    voices += cast.roles.values()
    return [*voices, *_other_voices(narrator.engine, engine_pool)]


def _other_voices(engine: str, engine_pool: EnginePool) -> Iterator[Voice]:
    """All voices of an engine that can speak here, under their own names."""
    offered: Sequence[EngineVoice] = ()
    with suppress(EngineError):  # a script can be written without its engine
        offered = engine_pool[engine].voices()
    for voice in offered:
        if voice.installed:
            yield Voice(voice.name, engine, voice.name, language=voice.language, gender=voice.gender)


def _lexicon_files(script: Script, folder: Path | None) -> _LexiconFiles:
    found: dict[str, Path] = {}
    missing: dict[str, None] = {}  # each address once, in order
    for name, address in script.lexicons:
        path = beside(folder, address)
        if path:
            found[name] = path
        else:
            missing[address] = None
    return _LexiconFiles(found, tuple(missing))


def _without_effect(address: str) -> str:
    return f"the lexicon {address} is no file beside the document: it has no effect"


def _lexicons(
    script: Script, files: Mapping[str, Path], options: Options
) -> tuple[Lexicon, dict[str, Lexicon]]:
    """The lexicon for all of the text, and those for the text of the <lookup> that name them.

    Section 3.1.5.2 has every lexicon apply inside its <lookup> alone. One that no <lookup> names applies to
    the whole document, as in SSML 1.0: it would have no effect at all, which nobody means who refers to it.
    """
    named = _names_of_lookups(script)
    everywhere = []
    scoped = {}
    for name, path in files.items():
        if name in named:
            scoped[name] = looked_up(path)
        else:
            everywhere.append(path)
    return load_lexicon([*options.lexicons, *everywhere]), scoped


def _names_of_lookups(script: Script) -> set[str]:
    return {mark.value for u in script.utterances for mark in u.marks if mark.kind == "lookup"}


def _adjusted(utterance: Utterance, options: Options) -> Utterance:
    """The utterance faster and higher by as much as was asked for, on top of what the document asks for."""
    voice = utterance.voice
    adjusted = replace(voice, rate=voice.rate * options.rate, pitch=voice.pitch + options.pitch)
    return replace(utterance, voice=adjusted)
