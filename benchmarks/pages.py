"""How much of the article of a web page is read, and how much else.

    python -m benchmarks.pages FOLDER [--cut] [--misses N]

FOLDER holds pages (`NAME.html`), each beside its article's text as plain text (`NAME.txt`), and where there
is one, what may be read or not (`NAME.aside.txt`: captions, authors, a summary). The measure is the F1 of
sequences of four words, ours and that of trafilatura alone, which our reader asks where the article is. With
`--cut` the texts are known to be cut off at their end, and pages are measured as far as that.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from narrate.errors import NarrateError

_N = 4
"""Words in a row; a shorter text counts as one sequence."""
_UNMEASURED = ("title", "byline", "caption", "credit")
"""Kinds that stand beside the text."""

_NUMBER = re.compile(r"\d{1,3}\. ")

Runs = Counter[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Score:
    """How well one page was read."""

    name: str
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def ours(page: Path) -> str:
    """The text of the blocks that are spoken; empty where no article was found."""
    from narrate.pipeline.from_article import read

    try:
        blocks = read(page).blocks
    except NarrateError:
        return ""
    kept = (block for block in blocks if block.spoken and block.kind not in _UNMEASURED)
    # The page shows the numbers of items, and no text of it has them.
    return "\n".join(_NUMBER.sub("", each.text) if each.kind == "list_item" else each.text for each in kept)


def trafilatura(page: Path) -> str:
    """What trafilatura finds by itself."""
    from trafilatura import extract

    return extract(page.read_bytes(), include_comments=False) or ""


def score(page: Path, read: Callable[[Path], str], *, is_cut: bool) -> Score:
    """Compare what a reader gives with the text beside the page."""
    wanted = _runs(page.with_suffix(".txt"))
    beside = _runs(page.with_suffix(".aside.txt"))
    found = _words(read(page))
    got = _count(_until(wanted, found) if is_cut else found)
    got = Counter({run: count for run, count in got.items() if run in wanted or run not in beside})
    common = (got & wanted).total()
    return Score(page.stem, common / max(got.total(), 1), common / max(wanted.total(), 1))


def _until(wanted: Runs, words: Sequence[str]) -> Sequence[str]:
    """The words as far as the last sequence that is wanted."""
    ends = [at + _N for at in range(len(words) - _N + 1) if tuple(words[at : at + _N]) in wanted]
    return words[: ends[-1]] if ends else words


def _runs(file: Path) -> Runs:
    return _count(_words(file.read_text("utf-8"))) if file.exists() else Counter()


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _count(words: Sequence[str]) -> Runs:
    return Counter(tuple(words[at : at + _N]) for at in range(max(len(words) - _N + 1, min(len(words), 1))))


def _show(name: str, scores: Sequence[Score], misses: int) -> None:
    means = (mean(score.f1 for score in scores), mean(score.precision for score in scores))
    print(f"{name}: F1 {means[0]:.3f}, precision {means[1]:.3f}, recall {mean(s.recall for s in scores):.3f}")
    for each in sorted(scores, key=lambda score: score.f1)[:misses]:
        print(f"  {each.f1:.3f}  precision {each.precision:.3f}  recall {each.recall:.3f}  {each.name}")


def main() -> None:
    """Print the means over all pages of the folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cut", action="store_true", help="texts are cut off at their end")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="the N worst pages, by name")
    asked = parser.parse_args()
    pages = [page for page in sorted(asked.folder.glob("*.html")) if page.with_suffix(".txt").exists()]
    print(f"{len(pages)} pages")
    for reader in (ours, trafilatura):
        scores = [score(page, reader, is_cut=asked.cut) for page in pages]
        _show(reader.__name__, scores, asked.misses)


if __name__ == "__main__":
    main()
