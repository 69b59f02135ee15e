"""All quotations of an article that is not in English, with their speakers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from narrate.model import Quotation, Speaker
from narrate.quotation.abroad.cues import Surroundings, find_speaker, surroundings
from narrate.quotation.abroad.dialogue import find_dialogue
from narrate.quotation.abroad.kinds import SPEECH_ALONE, is_part_of_sentence, kind_of, words_in
from narrate.quotation.abroad.mentions import mentions_in, tokens_of
from narrate.quotation.abroad.people import People
from narrate.quotation.abroad.tables import Table, table_of
from narrate.quotation.spans import Span, find_spans

_APOSTROPHES = "'’"


def find(text: str, paragraphs: Sequence[tuple[int, int]], language: str) -> list[Quotation]:
    """Every quotation, in order and never overlapping. `language`: a BCP 47 tag."""
    table = table_of(language)
    dialogue: list[Span] = []
    if table is not None and table.dashes:
        dialogue = find_dialogue(text, paragraphs, table)
    apart = {span.paragraph for span in dialogue}
    spans = list(dialogue)
    for span in find_spans(text, paragraphs):
        if span.paragraph not in apart and _is_quoted(text, span):
            spans.append(span)
    spans.sort(key=lambda span: span.start)
    return _Finding(text, paragraphs, spans, table, apart).quotations()


def _is_quoted(text: str, span: Span) -> bool:
    """Not what stands between two apostrophes: no other language quotes with these."""
    return text[span.outer_start] not in _APOSTROPHES


class _Finding:
    """Reads an article from its first quotation to its last."""

    def __init__(
        self,
        text: str,
        paragraphs: Sequence[tuple[int, int]],
        spans: Sequence[Span],
        table: Table | None,
        dialogue: set[int],
    ) -> None:
        """`dialogue`: indexes of the paragraphs in which dashes mark what is said."""
        self._text = text
        self._paragraphs = paragraphs
        self._spans = spans
        self._table = table
        self._dialogue = dialogue
        self._people = People(text, capital_nouns=table is not None and table.capital_nouns)
        self._read = 0
        self._last: tuple[int, Speaker | None] = (-1, None)
        """Paragraph and speaker of the quotation before."""
        self._speakers: dict[int, Speaker] = {}
        """Who spoke last in each paragraph so far."""
        self._alone: dict[int, bool] = {}
        self._by_paragraph: defaultdict[int, list[Span]] = defaultdict(list)
        for span in spans:
            self._by_paragraph[span.paragraph].append(span)

    def quotations(self) -> list[Quotation]:
        """Each with its kind, and its speaker if one is found."""
        return [self._quotation(index) for index in range(len(self._spans))]

    def _quotation(self, index: int) -> Quotation:
        span = self._spans[index]
        said = self._text[span.start : span.end]
        around = surroundings(self._text, span.outer_start, span.outer_end, self._limits(index))
        is_dialogue = span.paragraph in self._dialogue
        speaker = self._speaker(index, around)
        kind = kind_of(
            said,
            spoken=speaker is not None,
            alone=is_dialogue or self._is_alone(index),
            introduced=around.introduced or around.is_empty,
            followed=bool(around.after) and around.after[0].text == ",",
        )
        if is_dialogue:
            kind = "direct"
        elif self._table is not None and is_part_of_sentence(said, led=around.is_led):
            kind = "partial" if speaker is not None else "scare"
        self._last = span.paragraph, speaker
        if speaker is not None:
            self._speakers[span.paragraph] = speaker
        return Quotation(span.start, span.end, said, kind, speaker if kind != "scare" else None)

    def _speaker(self, index: int, around: Surroundings) -> Speaker | None:
        """By a cue, else whoever spoke before in the same paragraph, or alternates in a dialogue."""
        table = self._table
        span = self._spans[index]
        if table is None:
            return None
        self._mention(span.outer_start, table)
        found = find_speaker(around, self._people, table)
        self._mention(span.outer_end, table)
        return found or self._continued(index, around) or self._alternating(span.paragraph)

    def _mention(self, end: int, table: Table) -> None:
        """Take up everybody who is named before an offset, for pronouns that follow."""
        start = self._read
        self._read = max(start, end)
        tokens = tokens_of(self._text, start, self._read)
        for mention in mentions_in(tokens, table):
            is_whole = mention.kind == "name" and len(mention.words) > 1
            if is_whole and not mention.governed:
                self._people.mentioned(mention)

    def _continued(self, index: int, around: Surroundings) -> Speaker | None:
        """Whoever said what stands before it in its paragraph, if it is a whole sentence."""
        span = self._spans[index]
        paragraph, speaker = self._last
        if paragraph != span.paragraph:
            return None
        said = self._text[span.start : span.end]
        is_dialogue = span.paragraph in self._dialogue
        is_sentence = around.is_empty or words_in(said) >= SPEECH_ALONE
        is_speech = is_dialogue or (is_sentence and not said[:1].islower())
        return speaker if is_speech else None

    def _alternating(self, paragraph: int) -> Speaker | None:
        """In a dialogue of two, the one who spoke before the last one."""
        if paragraph not in self._dialogue:
            return None
        one, other = self._speakers.get(paragraph - 1), self._speakers.get(paragraph - 2)
        return other if one is not None and other is not None and one != other else None

    def _limits(self, index: int) -> tuple[int, int]:
        """Where the reporter's words around a quotation begin and end: at its neighbours."""
        paragraph = self._spans[index].paragraph
        left, right = self._paragraphs[paragraph]
        for before in self._spans[max(index - 1, 0) : index]:
            if before.paragraph == paragraph:
                left = max(left, before.outer_end)
        for after in self._spans[index + 1 : index + 2]:
            if after.paragraph == paragraph:
                right = min(right, after.outer_start)
        return left, right

    def _is_alone(self, index: int) -> bool:
        """Whether its paragraph has no letter outside quotation marks; looked up once for each."""
        paragraph = self._spans[index].paragraph
        if paragraph not in self._alone:
            self._alone[paragraph] = self._is_said_whole(paragraph)
        return self._alone[paragraph]

    def _is_said_whole(self, paragraph: int) -> bool:
        at, end = self._paragraphs[paragraph]
        outside = ""
        for span in self._by_paragraph[paragraph]:
            outside += self._text[at : span.outer_start]
            at = span.outer_end
        outside += self._text[at:end]
        return not any(map(str.isalnum, outside))
