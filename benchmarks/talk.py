"""Which texts are taken for talk, and who is quoted in articles that are not in English.

    python -m benchmarks.talk FOLDER …

Reads every text and page below the folders. Prints each that is talk, with its speakers and their turns, to
be judged by eye; then, for each language but English, how many quotations were found, of what kinds, and how
many have a speaker.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import narrate
from narrate import direction
from narrate.errors import NarrateError
from narrate.languages import primary
from narrate.model import Article
from narrate.quotation import find_quotations

SUFFIXES = (".txt", ".html", ".md")


def main() -> None:
    """Print the talk, and a line for each language."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    count = 0
    by_language: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for path, article in articles(parser.parse_args().folders):
        count += 1
        show_talk(path, article)
        if primary(article.language) != "en":
            by_language[primary(article.language)] += quotations(article)
    print(f"{count} texts")
    for language, found in sorted(by_language.items()):
        print(language, dict(found))


def articles(folders: list[Path]) -> Iterator[tuple[Path, Article]]:
    """Every text below the folders that can be read."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix not in SUFFIXES:
                continue
            try:
                yield path, narrate.read(path)
            except NarrateError as error:
                print(f"{path.name}: {error}")


def show_talk(path: Path, article: Article) -> None:
    """A line with the speakers of a talk, those with most turns first."""
    turns = Counter(block.speaker for block in article.blocks if block.kind == "speech")
    if turns:
        print(f"{path.name} ({article.language}) {article.title[:60]!r}: {turns.most_common(4)}")


def quotations(article: Article) -> Counter[str]:
    """How many quotations there are outside talk, of each kind, and with a speaker."""
    found = find_quotations(article.source, direction.quoted_spans(article), language=article.language)
    counted = Counter[str](each.kind for each in found)
    counted["articles"] = 1
    counted["with a speaker"] = sum(each.speaker is not None for each in found)
    return counted


if __name__ == "__main__":
    main()
