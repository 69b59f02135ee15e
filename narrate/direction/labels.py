"""Whether the labels of a talk are heard, or the voices say who speaks."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from narrate.direction.performing import IN_VOICE_OF_BLOCK
from narrate.model import Article, Block, Quotation, Voice
from narrate.options import Directions

SHORTEST_NAME = 3
"""Letters of a label that is a name; shorter ones, such as Q and A, tell no more than the voice."""

NARRATOR = ""
"""The key of the narrator's voice among those of the speakers."""


class Labels:
    """Which labels are said, and who is introduced by name."""

    def __init__(
        self,
        article: Article,
        quotations: Sequence[Quotation],
        voices: Mapping[str, Voice],
        directions: Directions,
    ) -> None:
        """`voices`: each speaker's, by name, and the narrator's."""
        self._turns = _turns(article, quotations)
        self._names = _names(article, self._turns)
        self._are_said = directions.labels == "say" or directions.quotes in IN_VOICE_OF_BLOCK
        self._shared = _shared(voices, set(self._names.values()))
        self._introduced: set[str] = set()
        labelled = {block.speaker for block in article.blocks if block.kind == "label"}
        self._labelled = {self._names.get(speaker or "", "") for speaker in labelled}

    def said_in(self, article: Article) -> Article:
        """The article, with those labels spoken without which nobody would know who speaks."""
        blocks = tuple(map(self._with_label, article.blocks))
        return replace(article, blocks=blocks)

    def introduction(self, block: Block) -> str:
        """The name of the speaker of a speech, at the first one; "" if it is not to be said."""
        name = self._turns.get(block.start, "")
        if block.kind != "speech" or self._is_said(name) or name in self._introduced:
            return ""
        self._introduced.add(name)
        is_telling = len(name) >= SHORTEST_NAME and not any(map(str.isdigit, name))
        return f"{name}." if is_telling else ""

    def _with_label(self, block: Block) -> Block:
        is_said = block.kind == "label" and self._is_said(self._names.get(block.speaker or "", ""))
        return replace(block, spoken=True, reason=None) if is_said else block

    def _is_said(self, name: str) -> bool:
        return name in self._labelled and (self._are_said or name in self._shared)


def _turns(article: Article, quotations: Sequence[Quotation]) -> dict[int, str]:
    """The full name of who has each turn, by where its block starts."""
    starts = [quotation.start for quotation in quotations]
    turns: dict[int, str] = {}
    for block in filter(_is_turn, article.blocks):
        first, last = bisect_left(starts, block.start), bisect_left(starts, block.end)
        for quotation in quotations[first:last]:
            if quotation.speaker is not None:
                turns[block.start] = quotation.speaker.name
    return turns


def _is_turn(block: Block) -> bool:
    return block.kind == "speech" and block.speaker is not None


def _names(article: Article, turns: Mapping[int, str]) -> dict[str, str]:
    """The full name of everybody who has a turn, by what the article's blocks call them.

    Somebody else may be given a turn by a correction: then most turns tell.
    """
    counts: dict[str, Counter[str]] = {}
    for block in article.blocks:
        if block.speaker is not None and block.start in turns:
            counts.setdefault(block.speaker, Counter())[turns[block.start]] += 1
    return {label: names.most_common(1)[0][0] for label, names in counts.items()}


def _shared(voices: Mapping[str, Voice], talking: set[str]) -> set[str]:
    """Who speaks in a voice that another speaker, or the narrator, has too."""
    counts = Counter(voice.name for name, voice in voices.items() if name in talking or name == NARRATOR)
    return {name for name in talking if name in voices and counts[voices[name].name] > 1}
