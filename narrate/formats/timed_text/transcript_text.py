"""The transcript as plain text, to be read or printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter

from narrate.formats.credits import notice
from narrate.formats.rendered import RenderedWriter
from narrate.formats.timed_text.breaking import plain
from narrate.formats.timed_text.captions import chapter_titles, shown, speaker_name
from narrate.formats.timed_text.left_out import without_left_out
from narrate.model import Article, Narration, Utterance


def transcript_text(narration: Narration) -> str:
    """What is heard, by chapter and paragraph, with an empty line between paragraphs.

    Chapters' titles are underlined. A paragraph in which somebody is quoted is set line by line, each after
    the name of who speaks; all other text is the narrator's. What is said but is not in the article is in
    brackets: "[Photo.]". The last paragraphs give source and licence, as far as they are known, and say that
    the voices are synthetic.
    """
    paragraphs = [*_chapters(narration), *_source(narration.script.article), plain(notice(narration))]
    return "\n\n".join(filter(None, paragraphs)) + "\n"


def _chapters(narration: Narration) -> Iterator[str]:
    """Headings and paragraphs."""
    utterances = [shown(narration.script.utterances[cue.utterance], cue) for cue in narration.cues]
    for number, title in enumerate(chapter_titles(narration)):
        underline = "-" if number else "="
        yield f"{title}\n{underline * len(title)}"
        text = [utterance for utterance in utterances if utterance.chapter == number]
        yield from _paragraphs(text, title)


def _paragraphs(utterances: Sequence[Utterance], title: str) -> Iterator[str]:
    """The paragraphs of the chapter that is called so."""
    text = [utterance for utterance in utterances if not _is_heading(utterance, title)]
    for _, paragraph in groupby(text, key=attrgetter("block")):
        yield _paragraph(list(paragraph))


def _is_heading(utterance: Utterance, title: str) -> bool:
    """Whether it says the chapter's title, which stands there already."""
    return utterance.role in ("title", "heading") and plain(utterance.text) == title


def _paragraph(utterances: Sequence[Utterance]) -> str:
    turns = [(name, _text(said)) for name, said in groupby(utterances, key=speaker_name)]
    is_quoting = any(utterance.speaker for utterance in utterances)
    if is_quoting:
        return "\n".join(f"{name}: {text}" for name, text in turns)
    return " ".join(text for _, text in turns)


def _text(utterances: Iterable[Utterance]) -> str:
    return " ".join(map(_said, utterances))


def _said(utterance: Utterance) -> str:
    text = plain(without_left_out(utterance))
    return f"[{text}]" if utterance.role == "announcement" else text


def _source(article: Article) -> Iterator[str]:
    """A paragraph on where the article is from, as far as that is known."""
    known = (("Source", article.site), ("Address", article.url), ("Licence", article.license))
    facts = [f"{name}: {plain(value)}" for name, value in known if value]
    if facts:
        yield "\n".join(facts)


TranscriptTextWriter = partial(RenderedWriter, transcript_text)
