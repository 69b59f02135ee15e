"""Pieces → recognised pieces: the order of the rules, once.

A rule sees only what the rules before it left open, so the order is part of the method: a caption is never
taken for a heading. Rules cut and mark; none drops anything. What is open at the end is a paragraph.

Lines are put together before (`lines`): hard-wrapped paragraphs are one piece each. Then, for an article:

1.  `mark_turns`: labels and speeches of transcripts, interviews, plays and chats, if the text is talk.
2.  `mark_live_entries`: the times, authors and changes of the entries of a running report.
3.  `cut_boilerplate_inside`: boilerplate inside long lines is cut out.
4.  `mark_notices`: what the publisher says about the article, by its wording.
5.  `mark_boilerplate`: lines that belong to the web page.
6.  `mark_credits`: who contributed, by its wording.
7.  `mark_captions`: captions and their credits, by their wording.
8.  `mark_labelled_captions`: captions behind a label, such as "Image caption".
9.  `continue_turns`: paragraphs that go on with what somebody says; the title is not among them.
10. `mark_title`: the title, and lines that repeat it. It may hide a caption's label, so captions come first.
11. `cut_caption_labels`: buttons and labels in front of captions.
12. `mark_bylines`: authors and dates, which stand near the title.
13. `mark_lead_caption`: the first picture's caption, which stands between those and a credit.
14. `mark_related_articles`: links to other articles; a title may look like one, so it comes before.
15. `untag_large_print`: what the markup calls a heading only because it is printed large.
16. `mark_tagged`: what the markup says, where there was any.
17. `mark_lists`: list items, with bullets and without.
18. `split_run_on_lists`: lists whose items were run together on one line.
19. `mark_pullquotes`: passages that the page shows a second time.
20. `cut_datelines`: "LONDON (Reuters) -" before a report.
21. `mark_headings`: headings, and sentences among them that are captions.
22. `divide_long`: paragraphs that are too long to be one.
23. `name_sides`: "Q" and "A" get the names of the author and of whom the author talks to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from narrate.structure.piece import Piece, Rule, each_open
from narrate.structure.rules.boilerplate import mark_boilerplate
from narrate.structure.rules.bylines import mark_bylines
from narrate.structure.rules.captions import mark_captions
from narrate.structure.rules.captions_by_place import (
    cut_caption_labels,
    mark_labelled_captions,
    mark_lead_caption,
)
from narrate.structure.rules.front import cut_datelines, mark_title
from narrate.structure.rules.headings import mark_headings, untag_large_print
from narrate.structure.rules.inline import cut_boilerplate_inside
from narrate.structure.rules.lists import mark_lists
from narrate.structure.rules.live import mark_live_entries
from narrate.structure.rules.notices import mark_credits, mark_notices
from narrate.structure.rules.paragraphs import divide_long
from narrate.structure.rules.related_articles import mark_related_articles
from narrate.structure.rules.repeats import mark_pullquotes
from narrate.structure.rules.runon import split_run_on_lists
from narrate.structure.rules.turns import continue_turns, mark_turns, name_sides


def mark_tagged(pieces: Sequence[Piece]) -> list[Piece]:
    """What no wording has shown to be something else is what the markup says.

    Paragraphs stay open: a dateline may be cut off, or a pull quote recognised.
    """
    return each_open(pieces, _as_tagged)


def _as_tagged(piece: Piece) -> list[Piece]:
    is_told = piece.tag is not None and piece.tag != "paragraph"
    return [replace(piece, kind=piece.tag) if is_told else piece]


ARTICLE_RULES: tuple[Rule, ...] = (
    mark_turns,
    mark_live_entries,
    cut_boilerplate_inside,
    mark_notices,
    mark_boilerplate,
    mark_credits,
    mark_captions,
    mark_labelled_captions,
    continue_turns,
    mark_title,
    cut_caption_labels,
    mark_bylines,
    mark_lead_caption,
    mark_related_articles,
    untag_large_print,
    mark_tagged,
    mark_lists,
    split_run_on_lists,
    mark_pullquotes,
    cut_datelines,
    mark_headings,
    divide_long,
    name_sides,
)
"""For articles, as plain text or from a web page."""
BOOK_RULES: tuple[Rule, ...] = (mark_turns, continue_turns, mark_tagged, divide_long)
"""For books: their markup says it all, and nothing of a web page is in them. Plays have turns."""


def recognize(pieces: Sequence[Piece], rules: Sequence[Rule] = ARTICLE_RULES) -> list[Piece]:
    """Pieces of a text in order, which may have kinds or tags already, cut and marked by all rules.

    What the loader has left out of the article stays as it is, where it is: no rule counts it as a line.
    """
    left_out = [piece for piece in pieces if piece.reason is not None]
    recognized = [piece for piece in pieces if piece.reason is None]
    for rule in rules:
        recognized = rule(recognized)
    return sorted([*left_out, *recognized], key=lambda piece: piece.start)
