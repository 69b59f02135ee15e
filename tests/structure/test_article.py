"""What is known about an article as a whole: title, authors, date."""

from __future__ import annotations

import pytest

from narrate.pipeline.from_article import read_text

LEAD = "The bridge over the Sil in Orlow closed on Monday after the river rose by two metres overnight."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Bridge closes\n\n{LEAD}", "Bridge closes"),
        (f"Advertisement\n\nBridge closes\n\n{LEAD}", "Bridge closes"),
        (f"Bridge Closes In Orlow After Heavy Rain.\n\n{LEAD}", "Bridge Closes In Orlow After Heavy Rain."),
        (f"Bridge closes in Orlow town.\n\nORLOW (AP) - {LEAD}", "Bridge closes in Orlow town."),
        (f"ORLOW (AP) - It rained all day. {LEAD}", "It rained all day."),
        (LEAD, "The bridge over the Sil in Orlow closed on Monday after the river rose by two…"),
        ("It rained all day. " + LEAD, "It rained all day."),
        ("Rain", "Rain"),
        ("***", "***"),
        ("x" * 300, "x" * 80 + "…"),
    ],
    ids=["first line", "after boilerplate", "capitals", "before a dateline", "after a dateline", "one line",
         "first sentence", "one word", "no words", "one long word"],
)  # fmt: skip
def test_every_article_has_a_title(text: str, title: str) -> None:
    """The headline where there is one, else the first sentence, cut at a word."""
    assert read_text(text).title == title


@pytest.mark.parametrize(
    ("lines", "byline", "published"),
    [
        (["By Ada Wong"], "Ada Wong", None),
        (["By Ada Wong, Staff Writer"], "Ada Wong", None),
        (["By Ada Wong and Bela Roth"], "Ada Wong and Bela Roth", None),
        (["Ada Wong in Orlow"], "Ada Wong", None),
        (["Ada Wong", "May 3, 2015"], "Ada Wong", "2015-05-03"),
        (["3 May 2015"], None, "2015-05-03"),
        (["Published: 2015-05-03", "By Ada Wong"], "Ada Wong", "2015-05-03"),
        (["Sept. 3rd, 2015 at 6:01 am"], None, "2015-09-03"),
        (["Updated 25/12/2015 10:11 GMT"], None, "2015-12-25"),
        (["3/4/2015"], None, None),
        (["31 February 2015"], None, None),
    ],
)
def test_authors_and_dates_are_found_where_they_are_stated(
    lines: list[str], byline: str | None, published: str | None
) -> None:
    """Names without "By", dates in ISO 8601, and no guess where a date could be two days."""
    article = read_text("\n\n".join(["Bridge closes", *lines, LEAD, LEAD + " Again."]))
    assert (article.byline, article.published) == (byline, published)
    assert [block.kind for block in article.blocks[1:-2]] == ["byline"] * len(lines)


def test_a_date_inside_the_text_is_not_the_date_of_the_article() -> None:
    """Only a line of its own states when an article appeared."""
    text = f"Bridge closes\n\n{LEAD} It was built in Orlow and opened on 3 May 2015.\n\n{LEAD}"
    assert read_text(text).published is None
