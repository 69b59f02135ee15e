"""The front end for articles: read it, find who is quoted, cast the voices, and direct the script."""

from __future__ import annotations

import os
from dataclasses import replace

from narrate import casting, direction, quotation, reading, speaking, structure
from narrate.corrections import LocatedCorrections
from narrate.engines.pool import EnginePool
from narrate.errors import OptionError, SourceError
from narrate.languages import tag_of
from narrate.model import Article, Cast, Corrections, Source
from narrate.options import Options
from narrate.pipeline import correcting
from narrate.pipeline.drafting import Draft
from narrate.pipeline.foreign_quotes import in_their_languages
from narrate.pipeline.languages import warnings
from narrate.pipeline.people import Memory, Quoted, cast_people, memory_for
from narrate.pipeline.pronunciation import load_lexicon, named_lexicons
from narrate.pipeline.roster import choose_cast
from narrate.quotation import find_quotations
from narrate.reading import Document, fetch
from narrate.speaking.corrected import lexicon_of


def read(source: str | os.PathLike[str], *, allow_private: bool = False) -> Article:
    """Read a file, a web address, or standard input for "-". Raises SourceError where there is no article."""
    return article_of(fetch(source, allow_private=allow_private))


def read_bytes(data: bytes, name: str = "standard input") -> Article:
    """Read a book, a web page, Markdown (by its name), or text in any usual encoding.

    `name` is what messages call it. Raises SourceError.
    """
    return article_of(Document(data, name))


def read_text(text: str) -> Article:
    """Read decoded plain text. Raises SourceError where it is blank."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return structure.recognize(Source(text, "the text"))


def article_of(document: Document) -> Article:
    """Read what was fetched. Raises SourceError where there is no article."""
    return structure.recognize(reading.load(document))


def draft(document: Document, options: Options, engine_pool: EnginePool, *, remembers: bool = False) -> Draft:
    """Make a script of the article in `document`; the voices that people get are noted down with `remembers`.

    Raises SourceError where nothing in it is to be spoken, CastError and LexiconError.
    """
    article = _in_language(article_of(document), options.language)
    cast = choose_cast(options.cast, options.engine, engine_pool, article.language)
    given = correcting.load(options, document)
    memory = memory_for(options.people, document.folder, adds=remembers)
    directed = draft_of_article(article, cast, options, given, memory)
    script = directed.script
    if not script.utterances:
        raise SourceError("nothing in the article is to be spoken", article.title, "try --all")
    script = in_their_languages(script, engine_pool, options.engine)
    notes = (*script.notes, *warnings(article, cast, engine_pool))
    return replace(directed, script=replace(script, notes=notes))


def _in_language(article: Article, language: str | None) -> Article:
    """The article in the language that was asked for. Raises OptionError for what is not a language tag."""
    if language is None:
        return article
    tag = tag_of(language)
    if tag is None:
        raise OptionError("invalid language", language, "a tag such as en, en-GB or pt-BR")
    return replace(article, language=tag)


def draft_of_article(
    article: Article,
    cast: Cast,
    options: Options,
    given: Corrections,
    memory: Memory,
) -> Draft:
    """Make a script of an article that has been read, for the voices of `cast`.

    Each stage is given what is corrected of its decisions: first structure, then quotation, casting and
    speaking. Raises LexiconError, CorrectionError, and CastError for a mistake in the file of `memory`.
    """
    located = correcting.locate(given, article, strict=options.strict)
    article, quotations = quoted(article, located)
    adjusted = casting.adjusted(cast, options.rate, options.pitch)
    people = cast_people(adjusted, quotations, given.people, memory)
    script = direction.direct(article, people.quotations, adjusted, people.voices, options)
    words = lexicon_of(located.everywhere, article.language)
    utterances = tuple(speaking.corrected(each, located.words) for each in script.utterances)
    return Draft(
        replace(
            script,
            utterances=utterances,
            lexicons=named_lexicons(options.lexicons),
            notes=(*located.notes, *people.notes),
        ),
        words + load_lexicon(options.lexicons),
        pauses=options.pauses / options.rate,  # faster speech has shorter pauses
    )


def quoted(article: Article, located: LocatedCorrections) -> tuple[Article, Quoted]:
    """The article with its blocks as corrected, and who is quoted in them, without and with corrections."""
    article = structure.corrected(article, located.blocks)
    paragraphs = direction.quoted_spans(article)
    turns = direction.turns(article)
    found = find_quotations(article.source, paragraphs, turns, language=article.language)
    corrected = quotation.corrected(article.source, found, located.quotations, paragraphs)
    return article, Quoted(found, corrected)
