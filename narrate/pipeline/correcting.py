"""The corrections of an article: which file they are in, and where they apply."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from narrate import corrections
from narrate.corrections import LocatedCorrections
from narrate.english.sentence_ends import ends_sentence
from narrate.errors import CorrectionError
from narrate.model import Article, Block, BlockCorrection, Corrections, Located, WordCorrection
from narrate.options import Options
from narrate.reading import Document

NONE = "none"
"""The value of the option `corrections` with which a file beside the article is not used."""
SUFFIX = ".corrections.toml"


def corrections_file(options: Options, document: Document | None = None) -> Path | None:
    """The file that was asked for, or the one beside the article: `article.corrections.toml`."""
    if options.corrections is not None:
        return None if options.corrections == NONE else Path(options.corrections)
    if document is None or document.folder is None:
        return None
    beside = corrections_beside(document.folder / Path(document.name).name)
    return beside if beside.is_file() else None


def corrections_beside(article: Path) -> Path:
    """Where the corrections of an article are, if there are any."""
    return article.with_name(article.stem + SUFFIX)


def load(options: Options, document: Document | None = None) -> Corrections:
    """What is corrected of an article; nothing if there is no file. Raises CorrectionError."""
    path = corrections_file(options, document)
    return Corrections() if path is None else corrections.load_corrections(path)


def locate(given: Corrections, article: Article, *, strict: bool = False) -> LocatedCorrections:
    """Where the corrections apply in an article that has been read.

    What is left out and fills whole blocks is a matter of blocks; what is left out inside one is a matter of
    words. Raises CorrectionError for a contradiction, and with `strict` for what no longer matches.
    """
    located = corrections.locate(given, article.source)
    if strict and located.notes:
        raise CorrectionError(
            "a correction no longer matches", located.notes[0], "see the line that it names"
        )
    blocks = list(located.blocks)
    words: list[Located[WordCorrection]] = []
    for each in located.words:
        silent = _silent_blocks(article, each)
        if silent:
            blocks += silent
        else:
            words.append(each)
    return replace(located, blocks=tuple(blocks), words=tuple(words))


def _silent_blocks(article: Article, located: Located[WordCorrection]) -> list[Located[BlockCorrection]]:
    """The blocks that are silent since words are left out; none for words inside a block.

    What begins with a quotation mark is not cut off: the other mark would stay behind.
    """
    met = _blocks_at(article, located)
    if located.says.say != "" or not met:
        return []
    before = article.source[met[0].start : located.start].rstrip()
    after = article.source[located.end : met[-1].end]
    if _has_words(after):
        is_at_start = located.start == met[0].start
        is_whole = is_at_start and ends_sentence(article.source[: located.end])
        return [_silence(located.start, located.end, located)] if is_whole else []
    if not _has_words(before):
        return [_silence(block.start, block.end, located) for block in met]
    # Sentences at either end of a block are cut off, so that nothing shows them.
    end_of_block = _silence(located.start, met[-1].end, located)
    return [end_of_block] if ends_sentence(before) else []


def _blocks_at(article: Article, located: Located[WordCorrection]) -> list[Block]:
    return [each for each in article.blocks if each.start < located.end and located.start < each.end]


def _silence(start: int, end: int, located: Located[WordCorrection]) -> Located[BlockCorrection]:
    says = BlockCorrection(located.says.anchor, located.says.place, spoken=False, cut=True)
    return Located(start, end, says)


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))
