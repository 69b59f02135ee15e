"""Running reports: a chapter for each entry, with its time."""

from __future__ import annotations

import pytest

from narrate.pipeline.from_article import read_text

REPORTS = {
    "times with a zone, newest first": (
        """Storm over the coast: latest

17.40 BST

That's all for today

Four hundred homes lost power.

16:22

Lena Fairweather

The bridge has reopened, police say.

Updated at 16.30 BST

14.05 BST

Trains are suspended until further notice.""",
        ["17.40 BST", "16:22", "14.05 BST"],
        ["Lena Fairweather", "Updated at 16.30 BST"],
    ),
    "times of day in the American way": (
        """Council meets on the ferry

9:05 a.m.

The doors are open, and thirty people wait.

9:40 a.m.

By Tom Orrin

The chair asks for silence.

12 minutes ago

10:15 a.m.

The vote is postponed.""",
        ["9:05 a.m.", "9:40 a.m.", "10:15 a.m."],
        ["By Tom Orrin", "12 minutes ago"],
    ),
    "German": (
        """Sturm an der Küste: die Lage im Überblick

17:40 Uhr

Vierhundert Haushalte sind ohne Strom.

16:22 Uhr

Die Brücke ist wieder frei, sagt die Polizei.

vor 2 Stunden

14:05 Uhr

Die Bahn fährt bis auf Weiteres nicht mehr.""",
        ["17:40 Uhr", "16:22 Uhr", "14:05 Uhr"],
        ["vor 2 Stunden"],
    ),
    "French": (
        """Tempête sur la côte : le point sur la situation

17h40

Quatre cents foyers sont privés de courant.

16h22

Le pont a rouvert, selon la police.

14h05

Les trains ne circulent plus jusqu'à nouvel ordre.""",
        ["17h40", "16h22", "14h05"],
        [],
    ),
    "headlines below the times": (
        """Storm over the coast: latest

17:40

Bridge reopened

It took three hours.

16:22

Bridge closed

Nobody was hurt.

14:05

First warning

A warning is in force for the lower town.""",
        ["17:40", "16:22", "14:05"],
        [],
    ),
}


@pytest.mark.parametrize("kind", REPORTS)
def test_every_entry_is_a_chapter_with_its_time(kind: str) -> None:
    """Headlines of entries are read in them; authors and changes are left out with a reason."""
    text, times, left_out = REPORTS[kind]
    blocks = read_text(text).blocks
    assert [block.text for block in blocks if block.kind == "heading"] == times
    assert [block.text for block in blocks if not block.spoken and block.reason] == left_out


def test_one_time_is_no_running_report() -> None:
    """The time below a title is that of the article."""
    text = "Bridge closes\n\n17:40\n\nThe bridge will close on Monday.\n\nFerries run every hour."
    assert [block.kind for block in read_text(text).blocks] == ["title", "byline", "paragraph", "paragraph"]
