"""What is heard of labelled web pages, and whether all that they show is in a block.

    python -m benchmarks.labelled_pages ../shared/dev/pages [--misses N]

As `../shared/dev/pages/score_html.py` counts, on labels whose encoding is repaired (`page_cases.repaired`):
the share of the lines of each label that is spoken, and of the pages that have 98 % of their paragraphs'
characters spoken. The weights that ship were fitted on these pages; `python -m benchmarks.fit_pages` with
`--folds` measures by site. "Lost" are pages of which a text that Lexbor shows is in no block.
"""

from __future__ import annotations

import argparse
import gzip
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from benchmarks.page_cases import folded, records, repaired
from narrate.errors import NarrateError
from narrate.model import Article
from narrate.pipeline.from_article import read_bytes
from narrate.reading.decoding import decode
from narrate.reading.html.parsing import declared_charset
from tests.reading.visible_text import missing

WHOLE = 0.98
_SHORTEST = 4
"""Letters of a line that counts."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One page."""

    name: str
    is_english: bool
    lines: Counter[str] = field(default_factory=Counter)
    """By label."""
    spoken: Counter[str] = field(default_factory=Counter)
    paragraphs: float = 0.0
    """The share of their characters that is spoken."""
    lost: int = 0
    """Visible texts that are in no block."""
    silent: tuple[str, ...] = ()
    """Paragraphs that are not spoken."""


def heard(record: Mapping[str, Any], folder: Path) -> Heard:
    """Read one page, and compare."""
    data = gzip.decompress((folder / f"{record['html']}.gz").read_bytes())
    try:
        article = read_bytes(data, record["html"])
    except NarrateError:
        article = Article("", (), "none")
    spoken = folded(" ".join(block.text for block in article.blocks if block.spoken))
    lines: Counter[str] = Counter()
    found: Counter[str] = Counter()
    silent = []
    characters = {True: 0, False: 0}
    for label, text, _ in record["lines"]:
        key = folded(repaired(text))
        if len(key) < _SHORTEST:
            continue
        kind = "paragraph" if label == "blockquote" else label
        is_spoken = key in spoken
        lines[kind] += 1
        found[kind] += is_spoken
        if kind == "paragraph":
            characters[is_spoken] += len(key)
            silent += [] if is_spoken else [text]
    share = characters[True] / max(sum(characters.values()), 1)
    lost = missing(decode(data, record["html"], declared_charset(data)), article.source)
    is_english = record["lang"] == "en"
    return Heard(record["html"], is_english, lines, found, share, len(lost), tuple(silent))


def show(name: str, pages: Sequence[Heard]) -> None:
    """One line of figures."""
    lines, spoken = Counter[str](), Counter[str]()
    for page in pages:
        lines.update(page.lines)
        spoken.update(page.spoken)
    whole = sum(page.paragraphs >= WHOLE for page in pages) / max(len(pages), 1)
    shares = ", ".join(f"{label} {spoken[label] / count:.3f}" for label, count in sorted(lines.items()))
    lost = sum(page.lost > 0 for page in pages)
    print(f"{name}: {len(pages)} pages, whole {whole:.3f}, lost {lost}; heard: {shares}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="the N worst pages")
    asked = parser.parse_args()
    pages = list(records(asked.folder / "pages_dev.jsonl.gz"))
    with Pool() as pool:
        results = pool.map(partial(heard, folder=asked.folder / "html"), pages, chunksize=8)
    show("English", [page for page in results if page.is_english])
    show("other", [page for page in results if not page.is_english])
    for page in sorted(results, key=lambda page: page.paragraphs)[: asked.misses]:
        print(
            f"{page.paragraphs:.2f} {page.name} lost {page.lost}: {[text[:80] for text in page.silent[:3]]}"
        )


if __name__ == "__main__":
    main()
