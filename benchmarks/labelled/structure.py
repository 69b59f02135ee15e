"""Whether the parts of articles come out as what they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.labelled.articles import UNSCORED, LabelledArticle, Part
from benchmarks.labelled.figures import Confusion, Figure, Tally
from narrate.model import Article, Block

_LEAST = 10
"""Labels that a kind must have for a figure of its own: with fewer, one case would be a tenth of it."""
_UNREAD = "paragraph"
"""What a part counts as where no block covers it."""


class StructureScore:
    """Gathers what became of the parts of several articles."""

    def __init__(self) -> None:
        self._kinds = Confusion()
        self._tally = Tally()

    @property
    def misses(self) -> Sequence[str]:
        """A line for each part that came out as another kind, or not whole."""
        return self._tally.misses

    def add(self, labelled: LabelledArticle, article: Article) -> None:
        """Compare an article's blocks with its labels."""
        if article.source != labelled.text:
            raise ValueError(f"{labelled.name}: the source differs from the text that offsets count in")
        for part in labelled.parts:
            if part.kind != UNSCORED:
                self._compare(labelled, part, article.blocks)

    def figures(self) -> list[Figure]:
        """Accuracy, parts that are one block, and F1 by kind."""
        whole = self._tally.figure("whole", "parts that come out whole, as their kind")
        return [
            self._kinds.accuracy("kind of part, accuracy"),
            whole,
            *(self._kinds.f1(label, f"{label}, F1") for label in sorted(self._kinds.labels(_LEAST))),
        ]

    def _compare(self, labelled: LabelledArticle, part: Part, blocks: Iterable[Block]) -> None:
        overlaps = list(_overlaps(part, blocks))
        kind = _main_kind(overlaps)
        is_whole = kind == part.kind and len(overlaps) == 1 and overlaps[0][2]
        self._kinds.pairs[part.kind, kind] += 1
        self._tally.add("whole", holds=is_whole)
        if not is_whole:
            found = kind if kind != part.kind else f"{kind}, other ends"
            text = labelled.text[part.start : part.end].replace("\n", " ")
            self._tally.misses.append(f"{labelled.name}: {part.kind} → {found}: {text[:100]}")


def _overlaps(part: Part, blocks: Iterable[Block]) -> Iterator[tuple[str, int, bool]]:
    """Kind of every block that shares characters with a part, how many, and whether their ends agree."""
    for block in blocks:
        shared = min(block.end, part.end) - max(block.start, part.start)
        if shared > 0:
            yield block.kind, shared, (block.start, block.end) == (part.start, part.end)


def _main_kind(overlaps: Iterable[tuple[str, int, bool]]) -> str:
    """The kind that covers most of the part."""
    covered: Counter[str] = Counter()
    for kind, shared, _ in overlaps:
        covered[kind] += shared
    return covered.most_common(1)[0][0] if covered else _UNREAD
