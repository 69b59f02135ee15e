"""The transcript as plain text, to be read or printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby

from narrate.formats.credits import notice
from narrate.formats.rendered import RenderedWriter
from narrate.formats.timed_text.breaking import plain
from narrate.formats.timed_text.captions import chapter_titles, shown, speaker_name
from narrate.model import Article, Narration, Utterance


def transcript_text(narration: Narration) -> str:
    """What is heard, by chapter and paragraph, with an empty line between paragraphs.

    Chapters' titles are underlined. A paragraph in which somebody is quoted is set line by line, each after
    the name of who speaks; all other text is the narrator's. What is said and does not stand in the article
    is in brackets: "[Photo.]". Last stand source and licence, as far as they are known, and that the voices
    are synthetic.
    """
    paragraphs = [*_chapters(narration), *_source(narration.script.article), plain(notice(narration))]
    return "\n\n".join(filter(None, paragraphs)) + "\n"


def _chapters(narration: Narration) -> Iterator[str]:
    utterances = [shown(narration.script.utterances[cue.utterance], cue) for cue in narration.cues]
    for number, title in enumerate(chapter_titles(narration)):
        yield f"{title}\n{('-' if number else '=') * len(title)}"
        mine = (u for u in utterances if u.chapter == number and not _says(title, u))
        for _, paragraph in groupby(mine, key=lambda utterance: utterance.block):
            yield _paragraph(list(paragraph))


def _source(article: Article) -> Iterator[str]:
    known = (("Source", article.site), ("Address", article.url), ("Licence", article.license))
    facts = "\n".join(f"{name}: {plain(value)}" for name, value in known if value)
    if facts:
        yield facts


def _says(title: str, utterance: Utterance) -> bool:
    return utterance.role in ("title", "heading") and plain(utterance.text) == title


def _paragraph(utterances: Sequence[Utterance]) -> str:
    turns = [(name, _text(said)) for name, said in groupby(utterances, key=speaker_name)]
    if not any(utterance.speaker for utterance in utterances):
        return " ".join(text for _, text in turns)
    return "\n".join(f"{name}: {text}" for name, text in turns)


def _text(utterances: Iterable[Utterance]) -> str:
    return " ".join(
        f"[{plain(utterance.text)}]" if utterance.role == "announcement" else plain(utterance.text)
        for utterance in utterances
    )


TranscriptTextWriter = partial(RenderedWriter, transcript_text)
