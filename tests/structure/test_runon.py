"""Lists that were run together on one line. All headlines are invented."""

from __future__ import annotations

import pytest

from narrate.pipeline.from_article import read_text

ARTICLE = (
    "The bridge over the Sil closed on Monday, and two ferries were sent by the mayor, Ada Wong Hall.",
    "Rain is expected all week, and teachers said that schools would open. Prices of boats doubled.",
)
LISTS = [
    [
        "Rain closes two bridges in Orlow",
        "Teachers say schools will stay open all week",
        "Prices of boats have doubled since Monday",
        "Ferries sent by the mayor reach the island",
    ],
    [
        "Orlow bridge stays closed after heavy rain",
        "Mayor Ada Wong Hall calls for patience",
        "Two ferries did not arrive on time",
        "Boats “too old and too slow,” Engineers Without Borders says",
        "River may fall by the weekend",
    ],
]


def items(line: str) -> list[str]:
    """The list items of an article with this line under a heading."""
    text = "\n\n".join(["Bridge closes", ARTICLE[0], "Latest developments", line, "A long night", *ARTICLE])
    return [block.text for block in read_text(text).blocks if block.kind == "list_item"]


@pytest.mark.parametrize("wanted", LISTS, ids=["common words", "names"])
def test_items_are_told_apart_without_punctuation(wanted: list[str]) -> None:
    """Each item is a block, and names inside items are not split."""
    assert items(" ".join(wanted)) == wanted


@pytest.mark.parametrize(
    "line",
    [
        "Residents of Orlow look at the bridge over the Sil from the deck of a ferry that Ada Wong Hall sent",
        "The mayor, who grew up in the north of Orlow, said that the bridge would be closed until it is dry",
        "Five Things That Everybody In Orlow Should Know About The Bridge And The River Before It Rains",
    ],
    ids=["caption", "sentence", "capitals"],
)
def test_other_long_lines_stay_whole(line: str) -> None:
    """A caption, a sentence without its full stop and a headline in capitals are no lists."""
    assert items(line) == []
